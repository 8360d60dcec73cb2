/** Sums of numbers that are only known by their logarithms. */

/** ln(1 + eˣ), for any x without overflow. */
export function log1pexp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** ln(eˣ + eʸ); −∞ stands for zero. */
export function logAddExp(x: number, y: number): number {
  const large = Math.max(x, y);
  if (large === Number.NEGATIVE_INFINITY) return large;
  return large + Math.log1p(Math.exp(Math.min(x, y) - large));
}

/** ln(1 − e⁻ᵈ) for d ≥ 0 (Mächler 2012, "Accurately computing log(1 − exp(−|a|))"). */
export function log1mexp(d: number): number {
  return d < Math.LN2 ? Math.log(-Math.expm1(-d)) : Math.log1p(-Math.exp(-d));
}

/** 1 / (1 + e⁻ˣ). */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}
