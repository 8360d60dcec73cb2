import { shrinkMeans } from "@kundenwert/models";

/** Customers of each group, with the sum and the sum of squares of what each was worth. */
type GroupSums = {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
};

/** What the next customer of each group is expected to be worth. */
export type GroupMeans = {
  readonly mean: Float64Array;
  /** Variance of that mean by the noise between customers. */
  readonly variance: Float64Array;
};

/**
 * Means of groups, drawn towards the mean of all as far as they are few or alike (Bühlmann). With n
 * customers of N and credibility n ÷ (n + k) the variance is within ÷ (n + k), and that of the mean
 * of all, within ÷ N, times (k ÷ (n + k))².
 *
 * @throws ModelError of shrinkMeans
 */
export function groupMeans(sums: GroupSums): GroupMeans {
  const { means, credibilities } = shrinkMeans(sums);
  const [k = 0] = credibilities;
  const within = withinVariance(sums);
  const total = sums.count.reduce((all, n) => all + n, 0);
  return {
    mean: means,
    variance: sums.count.map((n) => within / (n + k) + (k / (n + k)) ** 2 * (within / total)),
  };
}

/** Σ squared differences from the group's own mean ÷ degrees of freedom; 0 where there are none. */
function withinVariance({ count, sum, sumOfSquares }: GroupSums): number {
  let squares = 0;
  let freedom = 0;
  count.forEach((n, group) => {
    if (n === 0) return;
    squares += (sumOfSquares[group] as number) - (sum[group] as number) ** 2 / n;
    freedom += n - 1;
  });
  return freedom > 0 ? Math.max(squares / freedom, 0) : 0;
}
