/**
 * Means of many states from few observations: each state's mean is drawn towards that of its
 * group, and this towards that of the group above.
 *
 * v = (N ȳ + k v_parent) / (N + k), k = variance within nodes / variance between them.
 *
 * Source: Bühlmann & Gisler (2005), A Course in Credibility Theory and its Applications, ch. 4, 6.
 */
import { requireColumns } from "../customer-summary.ts";
import { type Level, levelsOf } from "./hierarchy.ts";

/** Number, sum and sum of squares of what was seen in each state. */
export type StateSums = {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
};

export type CredibilityHierarchy = {
  /** The mean of each state. */
  readonly means: Float64Array;
  /** k of each level, the coarsest first, the states last: observations the parent counts for. */
  readonly credibilities: readonly number[];
};

/** A variance between nodes below this is none: they then all take their parent's mean. */
const LEAST_VARIANCE = 1e-12;

/**
 * Shrinks the means of states level by level.
 *
 * @param sums columns of one length, a row a state
 * @param groups as in shrinkCounts of dirichlet-hierarchy.ts
 * @returns 0 everywhere if nothing was seen
 * @throws ModelError VALUE_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER, ARGUMENT_OUT_OF_RANGE
 */
export function shrinkMeans(
  sums: StateSums,
  groups: readonly Int32Array[] = [],
): CredibilityHierarchy {
  const states = sums.count.length;
  requireColumns(sums, states);
  const total = sums.count.reduce((all, count) => all + count, 0);
  const grand = sums.sum.reduce((all, sum) => all + sum, 0) / Math.max(total, 1);
  const credibilities: number[] = [];
  let means = Float64Array.of(grand);
  for (const level of levelsOf(states, groups)) {
    const parents = means;
    const nodes = addUp(sums, level);
    const k = credibility(nodes, total, grand);
    credibilities.push(k);
    means = nodes.count.map((count, node) => {
      return (nodes.sum[node] + k * parents[level.parentOf[node]]) / (count + k);
    });
  }
  return { means, credibilities };
}

function addUp(sums: StateSums, { nodes, nodeOf }: Level): StateSums {
  const gather = (column: Float64Array) => {
    const gathered = new Float64Array(nodes);
    column.forEach((value, state) => {
      gathered[nodeOf[state]] += value;
    });
    return gathered;
  };
  return {
    count: gather(sums.count),
    sum: gather(sums.sum),
    sumOfSquares: gather(sums.sumOfSquares),
  };
}

/** Within / between; the variance of observed means less what noise alone gives them is the latter. */
function credibility(
  { count, sum, sumOfSquares }: StateSums,
  total: number,
  grand: number,
): number {
  const seen = count.reduce((nodes, n) => nodes + (n > 0 ? 1 : 0), 0);
  let within = 0;
  let spread = 0;
  let squares = 0;
  count.forEach((n, node) => {
    if (n === 0) return;
    const mean = sum[node] / n;
    within += sumOfSquares[node] - n * mean * mean;
    spread += n * (mean - grand) ** 2;
    squares += n * n;
  });
  within = Math.max(within / Math.max(total - seen, 1), LEAST_VARIANCE);
  const between =
    (spread - (seen - 1) * within) / Math.max(total - squares / Math.max(total, 1), LEAST_VARIANCE);
  return within / Math.max(between, LEAST_VARIANCE);
}
