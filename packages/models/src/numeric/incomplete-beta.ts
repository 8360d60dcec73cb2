import { ModelError } from "../errors.ts";
import { logBeta } from "./gamma-differences.ts";

const MAX_STEPS = 100_000;

/**
 * The regularised incomplete beta function I_z(a, b) = P(p ≤ z) for p ~ Beta(a, b), by its
 * continued fraction (DLMF 8.17.22) on whichever side of the mean it converges fast.
 *
 * @param a positive.
 * @param b positive.
 * @param z in [0, 1].
 * @throws ModelError ARGUMENT_OUT_OF_RANGE, NOT_CONVERGED
 */
export function regularizedBeta(a: number, b: number, z: number): number {
  if (!(a > 0 && b > 0 && z >= 0 && z <= 1)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "I_z(a, b) needs a, b > 0 and 0 ≤ z ≤ 1", {
      a,
      b,
      z,
    });
  }
  if (z === 0 || z === 1) return z;
  return z <= (a + 1) / (a + b + 2) ? lowerTail(a, b, z, 1 - z) : 1 - lowerTail(b, a, 1 - z, z);
}

function lowerTail(a: number, b: number, z: number, rest: number): number {
  const log = a * Math.log(z) + b * Math.log(rest) - logBeta(a, b);
  return (Math.exp(log) / a) * continuedFraction(a, b, z);
}

/** Lentz's algorithm. */
function continuedFraction(a: number, b: number, z: number): number {
  const guard = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let numerator = 1;
  let denominator = 1 / guard(1 - ((a + b) * z) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * z) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / guard(1 + even * denominator);
    numerator = guard(1 + even / numerator);
    fraction *= denominator * numerator;
    const odd = (-(a + m) * (a + b + m) * z) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / guard(1 + odd * denominator);
    numerator = guard(1 + odd / numerator);
    const factor = denominator * numerator;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) return fraction;
  }
  throw new ModelError("NOT_CONVERGED", "The incomplete beta fraction did not converge", {
    a,
    b,
    z,
  });
}
