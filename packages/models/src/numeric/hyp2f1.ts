import { ModelError } from "../errors.ts";

/** Beyond this the other solution of the differential equation, z^(1 − c), drowns the steps. */
const LARGEST_C = 100;

/** Up to here the power series needs at most some 350 terms. */
const SERIES_UP_TO = 0.9;
const MAX_TERMS = 200_000;

/**
 * Gauss's hypergeometric ₂F₁(a, b; c; z) for positive a and b, real c and 0 ≤ z < 1.
 *
 * The power series; beyond 0.9 the differential equation carries value and slope on in Taylor
 * steps, each halving the distance to 1 (DLMF 15.2.1, 15.10.1), so a whole c − a − b is no special
 * case. Relative error below 1e-11; c may be negative but not a whole number, and beyond z = 0.9 at
 * most 100.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE, NOT_CONVERGED
 */
export function hyp2f1(a: number, b: number, c: number, z: number): number {
  if (!(a > 0 && b > 0 && z >= 0 && z < 1) || (c <= 0 && Number.isInteger(c))) {
    throw new ModelError(
      "ARGUMENT_OUT_OF_RANGE",
      "2F1 needs a, b > 0, 0 ≤ z < 1 and c not 0, −1, −2, …",
      { a, b, c, z },
    );
  }
  if (z <= SERIES_UP_TO) return series(a, b, c, z).value;
  if (c > LARGEST_C) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "2F1 beyond z = 0.9 needs c ≤ 100", { c, z });
  }
  let at = SERIES_UP_TO;
  let { value, slope } = series(a, b, c, at);
  while (at < z) {
    const next = Math.min(z, at + 0.5 * (1 - at));
    ({ value, slope } = taylorStep(a, b, c, at, next - at, value, slope));
    at = next;
  }
  return value;
}

type Point = { readonly value: number; readonly slope: number };

function series(a: number, b: number, c: number, z: number): Point {
  let term = 1;
  let value = 1;
  let slope = 0;
  for (let k = 0; k < MAX_TERMS; k++) {
    const factor = ((a + k) * (b + k)) / ((c + k) * (k + 1));
    slope += (k + 1) * term * factor;
    term *= factor * z;
    value += term;
    const isShrinking = Math.abs(factor * z) < 1;
    if (isShrinking && Math.abs(term) * (k + 1) <= 1e-17 * Math.abs(value)) return { value, slope };
  }
  throw new ModelError("NOT_CONVERGED", "The 2F1 series did not converge", { a, b, c, z });
}

/**
 * The solution of z(1 − z)F″ + [c − (a + b + 1)z]F′ − abF = 0 at `from + step`, by the recurrence
 * of its Taylor coefficients around `from`.
 */
function taylorStep(
  a: number,
  b: number,
  c: number,
  from: number,
  step: number,
  value: number,
  slope: number,
): Point {
  const curvature = from * (1 - from);
  let [before, current] = [value, slope * step];
  let sum = value + current;
  let sumSlope = current;
  for (let k = 0; k < MAX_TERMS; k++) {
    const first = (k + 1) * (k * (1 - 2 * from) + c - (a + b + 1) * from);
    const second = (k + a) * (k + b);
    const next =
      ((second * before * step - first * current) * step) / ((k + 1) * (k + 2) * curvature);
    before = current;
    current = next;
    sum += next;
    sumSlope += (k + 2) * next;
    const size = Math.abs(before) + Math.abs(current);
    if (k > 4 && size * (k + 2) <= 1e-17 * Math.abs(sum)) {
      return { value: sum, slope: sumSlope / step };
    }
  }
  throw new ModelError("NOT_CONVERGED", "The 2F1 Taylor step did not converge", { a, b, c, from });
}
