/**
 * How much more the moves of a segment vary from period to period than chance alone would make
 * them: Pearson's χ² of the periods against all of them together, by degree of freedom, at least 1.
 * Chance alone is too sure of itself: seasons and campaigns move many customers at once.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, section 4.5.
 *
 * @param counts periods × outcomes, row by row
 */
export function periodDispersion(counts: Float64Array, outcomes: number): number {
  const periods = counts.length / outcomes;
  const totals = new Float64Array(periods);
  const pooled = new Float64Array(outcomes);
  counts.forEach((count, cell) => {
    totals[Math.floor(cell / outcomes)] += count;
    pooled[cell % outcomes] += count;
  });
  const all = totals.reduce((sum, one) => sum + one, 0);
  const seenPeriods = totals.filter((one) => one > 0).length;
  const seenOutcomes = pooled.filter((one) => one > 0).length;
  const freedom = (seenPeriods - 1) * (seenOutcomes - 1);
  if (!(freedom > 0)) return 1;
  let distance = 0;
  counts.forEach((count, cell) => {
    const expected = (totals[Math.floor(cell / outcomes)] * pooled[cell % outcomes]) / all;
    if (expected > 0) distance += (count - expected) ** 2 / expected;
  });
  return Math.max(1, distance / freedom);
}
