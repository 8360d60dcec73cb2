/**
 * The one integral Pareto/NBD needs, in a form without singular points:
 *
 * k(N, s, c) = ∫₀^∞ (1 + c (eᵛ − 1))^−N e^(−s v) dv = ₂F₁(N, 1; N + s + 1; 1 − c) / (N + s).
 *
 * With c = (β + u) / (α + u), (α + u)^−N (β + u)^−s k is ∫ᵤ^∞ (α + y)^−N (β + y)^−(s + 1) dy, the
 * chance of a customer who bought up to u and left at some time after. Published formulas write it
 * with different ₂F₁ for α > β and α < β; here c simply passes through 1.
 */
import { hyp2f1 } from "./numeric/hyp2f1.ts";

/** k alone; relative error below 1e-12. */
export function survivalIntegral(N: number, s: number, c: number): number {
  if (c === 1) return 1 / (N + s);
  // Of the two equal series (Pfaff's transformation) the one with positive terms, while it is short.
  if (c < 1 && c > 0.1) return hyp2f1(N, 1, N + s + 1, 1 - c) / (N + s);
  if (c > 1 && c < 10) return hyp2f1(s + 1, 1, N + s + 1, 1 - 1 / c) / (c * (N + s));
  return withDerivatives(N, s, c)[0];
}

/** Positions of k and its derivatives by N, s and g = ln c. */
export const ENTRIES = 10;
export const K = 0;
export const KN = 1;
export const KS = 2;
export const KG = 3;
export const KNN = 4;
export const KNS = 5;
export const KNG = 6;
export const KSS = 7;
export const KSG = 8;
export const KGG = 9;

/** Step of the trapezoidal rule: the integrand is analytic for |Im τ| < π/2, so 1e-15. */
const STEP = 0.28;

/**
 * k with its first and second derivatives by N, s and ln c, by the trapezoidal rule in
 * τ = ln(eᵛ − 1), where the singular points keep their distance whatever c is.
 */
export function withDerivatives(N: number, s: number, c: number): Float64Array {
  if (N + s < 0.5) return stepDown(withDerivatives(N + 1, s, c), N, s, c);
  const k = new Float64Array(ENTRIES);
  const peak = -Math.log(1 + s + N * Math.min(c, 1 + N * c));
  const start = Math.round(peak / STEP);
  for (let i = start; addNode(k, N, s, c, i * STEP); i--);
  for (let i = start + 1; addNode(k, N, s, c, i * STEP); i++);
  return k.map((sum) => sum * STEP);
}

/** Adds one node; false once it no longer counts. */
function addNode(k: Float64Array, N: number, s: number, c: number, tau: number): boolean {
  const w = Math.exp(tau);
  const v = Math.log1p(w);
  const lg = Math.log1p(c * w);
  const h = (c * w) / (1 + c * w);
  const weight = Math.exp(tau - (s + 1) * v - N * lg);
  k[K] += weight;
  k[KN] -= weight * lg;
  k[KS] -= weight * v;
  k[KG] -= weight * N * h;
  k[KNN] += weight * lg * lg;
  k[KNS] += weight * v * lg;
  k[KNG] += weight * (N * lg - 1) * h;
  k[KSS] += weight * v * v;
  k[KSG] += weight * N * v * h;
  k[KGG] += weight * N * h * ((N + 1) * h - 1);
  return weight * (1 + v * v + lg * lg) > 1e-18 * k[K];
}

/**
 * k and derivatives at N from those at N + 1, by (N + s) k(N) = 1 + N (1 − c) k(N + 1); stable
 * for c < 2.
 */
function stepDown(above: Float64Array, N: number, s: number, c: number): Float64Array {
  const D = N + s;
  const F = N * (1 - c);
  const FN = 1 - c;
  const FG = -N * c;
  const k = new Float64Array(ENTRIES);
  k[K] = (1 + F * above[K]) / D;
  k[KN] = (FN * above[K] + F * above[KN] - k[K]) / D;
  k[KS] = (F * above[KS] - k[K]) / D;
  k[KG] = (FG * above[K] + F * above[KG]) / D;
  k[KNN] = (2 * FN * above[KN] + F * above[KNN] - 2 * k[KN]) / D;
  k[KNS] = (FN * above[KS] + F * above[KNS] - k[KS] - k[KN]) / D;
  k[KNG] = (FN * above[KG] - c * above[K] + FG * above[KN] + F * above[KNG] - k[KG]) / D;
  k[KSS] = (F * above[KSS] - 2 * k[KS]) / D;
  k[KSG] = (FG * above[KS] + F * above[KSG] - k[KG]) / D;
  k[KGG] = (FG * above[K] + 2 * FG * above[KG] + F * above[KGG]) / D;
  return k;
}

/** The same relation the other way, stable for c > 2. */
function stepUp(below: Float64Array, N: number, s: number, c: number): Float64Array {
  const D = N + s;
  const F = N * (1 - c);
  const FN = 1 - c;
  const FG = -N * c;
  const k = new Float64Array(ENTRIES);
  k[K] = (D * below[K] - 1) / F;
  k[KN] = (below[K] + D * below[KN] - FN * k[K]) / F;
  k[KS] = (below[K] + D * below[KS]) / F;
  k[KG] = (D * below[KG] - FG * k[K]) / F;
  k[KNN] = (2 * below[KN] + D * below[KNN] - 2 * FN * k[KN]) / F;
  k[KNS] = (below[KS] + below[KN] + D * below[KNS] - FN * k[KS]) / F;
  k[KNG] = (below[KG] + D * below[KNG] - FN * k[KG] + c * k[K] - FG * k[KN]) / F;
  k[KSS] = (2 * below[KS] + D * below[KSS]) / F;
  k[KSG] = (below[KG] + D * below[KSG] - FG * k[KS]) / F;
  k[KGG] = (D * below[KGG] - FG * k[K] - 2 * FG * k[KG]) / F;
  return k;
}

/** Steps of the recurrence that cost less than a new quadrature. */
const LONGEST_WALK = 100;

/**
 * k and derivatives at N = r + x for many whole x and one c: one quadrature, then the recurrence
 * in its stable direction.
 *
 * @param counts ascending x.
 * @param put receives the place in `counts` and the ten entries.
 */
export function forCounts(
  r: number,
  s: number,
  c: number,
  counts: readonly number[],
  put: (place: number, entries: Float64Array) => void,
): void {
  const isUpward = c > 2;
  const order = counts.map((_, i) => (isUpward ? i : counts.length - 1 - i));
  let x = Number.NaN;
  let k = new Float64Array(ENTRIES);
  for (const place of order) {
    const target = counts[place];
    if (!(Math.abs(target - x) <= LONGEST_WALK)) {
      x = target;
      k = withDerivatives(r + x, s, c) as Float64Array<ArrayBuffer>;
    }
    for (; x > target; x--) k = stepDown(k, r + x - 1, s, c) as Float64Array<ArrayBuffer>;
    for (; x < target; x++) k = stepUp(k, r + x, s, c) as Float64Array<ArrayBuffer>;
    put(place, k);
  }
}
