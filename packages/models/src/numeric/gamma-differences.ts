/**
 * Differences of ln Γ, ψ and ψ′ over a step, and ln B, without the cancellation that
 * subtracting two large values brings. They carry the likelihoods into the limits where a
 * parameter grows without bound.
 */
import { digamma, digammaTail, logGamma, stirlingCorrection, trigamma } from "./gamma.ts";

/** From here on the differences come from the asymptotic series. */
const ASYMPTOTIC_FROM = 10;

/** Steps this much shorter than where they start are taken along the slope at their middle. */
const TINY_STEP = 1e-6;

/**
 * ln Γ(a + n) − ln Γ(a), the logarithm of the rising factorial (a)ₙ; n need not be whole.
 *
 * @param a positive.
 * @param n greater than −a.
 */
export function logRising(a: number, n: number): number {
  if (Math.abs(n) <= TINY_STEP * a) return n * digamma(a + n / 2);
  if (a < ASYMPTOTIC_FROM) return logRisingNearZero(a, n);
  if (a + n < ASYMPTOTIC_FROM) return -logRisingNearZero(a + n, -n);
  const sum = a + n;
  const correction = stirlingCorrection(sum) - stirlingCorrection(a);
  return (a - 0.5) * Math.log1p(n / a) - n + n * Math.log(sum) + correction;
}

function logRisingNearZero(a: number, n: number): number {
  if (n > 0 && n <= 12 && Number.isInteger(n)) {
    let product = 1;
    for (let k = 0; k < n; k++) product *= a + k;
    return Math.log(product);
  }
  if (Math.abs(n) > 0.5) return logGamma(a + n) - logGamma(a);
  // A short step: lift both ends to where the series holds, so the step itself is kept.
  let lifted = a;
  let steps = 0;
  for (; lifted < ASYMPTOTIC_FROM + 1; lifted++) steps += Math.log1p(n / lifted);
  return logRising(lifted, n) - steps;
}

/** ψ(a + n) − ψ(a) for a > 0 and a + n > 0. */
export function digammaDifference(a: number, n: number): number {
  if (Math.abs(n) <= TINY_STEP * a) return n * trigamma(a + n / 2);
  let base = a;
  let sum = 0;
  while (Math.min(base, base + n) < ASYMPTOTIC_FROM) {
    sum += n / (base * (base + n));
    base += 1;
  }
  const end = base + n;
  const tails = digammaTail(base) - digammaTail(end);
  return sum + Math.log1p(n / base) + n / (2 * base * end) + tails;
}

/** ψ′(a + n) − ψ′(a) for a > 0 and a + n > 0. Absolute error below 1e-14 of ψ′(a). */
export function trigammaDifference(a: number, n: number): number {
  return n === 0 ? 0 : trigamma(a + n) - trigamma(a);
}

/** ln B(a, b) for positive a and b, exact also where one dwarfs the other. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  return logGamma(small) - logRising(large, small);
}
