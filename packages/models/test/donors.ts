import type { CustomerSummary } from "../src/customer-summary.ts";

/** One donor: gifts, the opportunity of the last one, and opportunities in all. */
export const customer = (x: number, tx: number, n: number): CustomerSummary => ({
  frequency: Float64Array.of(x),
  recency: Float64Array.of(tx),
  T: Float64Array.of(n),
});

/** Fader, Hardie & Shang (2010), Table 2: donors by gifts, year of the last gift, of 6 years. */
export const donations = (() => {
  const rows = [
    ...[6, 6, 1203, 5, 6, 728, 4, 6, 512, 3, 6, 357, 2, 6, 234, 1, 6, 129],
    ...[5, 5, 335, 4, 5, 284, 3, 5, 225, 2, 5, 173, 1, 5, 119, 4, 4, 240, 3, 4, 181],
    ...[2, 4, 155, 1, 4, 78, 3, 3, 322, 2, 3, 255, 1, 3, 129, 2, 2, 613, 1, 2, 277],
    ...[1, 1, 1091, 0, 0, 3464],
  ];
  const every = (k: number) => Float64Array.from(rows.filter((_, i) => i % 3 === k));
  return {
    frequency: every(0),
    recency: every(1),
    T: new Float64Array(22).fill(6),
    weight: every(2),
  };
})();

/** The optimum, computed with 25 digits; the paper prints 1.204, .750, .657, 2.783. */
export const optimum = {
  alpha: 1.2035223516,
  beta: 0.749716358173,
  gamma: 0.656718208442,
  delta: 2.78344223258,
};

/** The parameters printed in the BTYD vignette, 5.2. */
export const vignette = { alpha: 1.203528, beta: 0.749726, gamma: 0.6567808, delta: 2.783796 };
