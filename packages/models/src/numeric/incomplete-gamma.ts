import { ModelError } from "../errors.ts";
import { logGamma, stirlingCorrection } from "./gamma.ts";

const MAX_STEPS = 100_000;

/**
 * The regularised incomplete gamma function P(a, z) = P(g ≤ z) for g ~ Gamma(a, 1): its power
 * series below a + 1 (DLMF 8.7.1), the continued fraction of its complement above (8.9.2).
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless a > 0 and z ≥ 0; NOT_CONVERGED
 */
export function regularizedGamma(a: number, z: number): number {
  if (!(a > 0 && z >= 0 && Number.isFinite(a))) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "P(a, z) needs a > 0 and z ≥ 0", { a, z });
  }
  if (z === 0) return 0;
  if (z === Number.POSITIVE_INFINITY) return 1;
  return z < a + 1 ? lowerSeries(a, z) : 1 - upperFraction(a, z);
}

/** z^a e^−z / Γ(a + 1), in a form that does not cancel for large a. */
function leadingTerm(a: number, z: number): number {
  if (a < 10) return Math.exp(a * Math.log(z) - z - logGamma(a + 1));
  const distance = (z - a) / a;
  const logRoot = 0.5 * Math.log(2 * Math.PI * a) + stirlingCorrection(a);
  return Math.exp(-a * (distance - Math.log1p(distance)) - logRoot);
}

function lowerSeries(a: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MAX_STEPS; k++) {
    term *= z / (a + k);
    sum += term;
    if (term <= 1e-17 * sum) return leadingTerm(a, z) * sum;
  }
  throw new ModelError("NOT_CONVERGED", "The incomplete gamma series did not converge", { a, z });
}

/** Lentz's algorithm for Q(a, z). */
function upperFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let numerator = 1e300;
  let denominator = 1 / b;
  let fraction = denominator;
  for (let k = 1; k < MAX_STEPS; k++) {
    const coefficient = k * (a - k);
    b += 2;
    denominator = 1 / (b + coefficient * denominator);
    numerator = b + coefficient / numerator;
    const factor = denominator * numerator;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) return a * leadingTerm(a, z) * fraction;
  }
  throw new ModelError("NOT_CONVERGED", "The incomplete gamma fraction did not converge", { a, z });
}
