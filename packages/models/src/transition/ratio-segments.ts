/**
 * Step 3: micro-segments by how far the base forecast was off. On windows that have passed, a tree
 * finds customers of whom more or less came than was foreseen; its leaves correct the forecast.
 */
import { deviance, floorOf } from "../evaluation/poisson-deviance.ts";
import { binFeatures } from "../trees/binned-features.ts";
import { growTree, rowsOf } from "../trees/regression-tree.ts";
import { assign, coarserNodes, type RegressionTree } from "../trees/tree.ts";

/** Customers at past period ends, with what they went on to buy. */
export type RatioRows = {
  readonly features: Readonly<Record<string, Float64Array>>;
  /** b′, above 0. */
  readonly forecast: Float64Array;
  /** What came in the window after, 0 or more. */
  readonly actual: Float64Array;
  /** The fold of cross-validation: all rows of a customer are in one. */
  readonly fold: Int32Array;
};

export type RatioSegment = {
  /** Rows, what came, what was foreseen, and the factor that follows. */
  readonly n: number;
  readonly actual: number;
  readonly forecast: number;
  readonly factor: number;
};

export type RatioTree = {
  readonly tree: RegressionTree;
  /** By leaf. */
  readonly segments: readonly RatioSegment[];
  /** What came ÷ what was foreseen, over all rows. */
  readonly level: number;
  /** Share of the forecast total that the level counts for in each leaf. */
  readonly credibility: number;
  /** Σ (y − q)² ÷ Σ q of the corrected forecasts q: how much noisier a sum is than one of Poisson units. */
  readonly dispersion: number;
};

const LEAVES = [4, 8, 16, 32];
const CREDIBILITIES = [0.003, 0.01, 0.03, 0.1];
/** Of cross-validation. */
export const FOLDS = 3;
const LEAST_LEAF = 40;
const LEAST_LEAF_SHARE = 0.005;
const MOST_RATIO = 20;
/** Above this quantile an amount counts as that: one order must not make a segment. */
const CAP = 0.9995;

/** Grows the tree whose size and credibility foresaw held-out customers best. */
export function fitRatioTree(rows: RatioRows): RatioTree {
  const cap = capOf(rows.actual);
  const actual = rows.actual.map((y) => Math.min(y, cap));
  const { forecast, fold } = rows;
  const ratio = actual.map((y, i) => Math.min(y / forecast[i], MOST_RATIO));
  const binned = binFeatures(rows.features, forecast.length);
  const minLeaf = Math.max(LEAST_LEAF, Math.ceil(LEAST_LEAF_SHARE * forecast.length));
  const grow = (maxLeaves: number, isIn: (_: unknown, row: number) => boolean) => {
    const kept = { targets: [ratio.filter(isIn)], weight: forecast.filter(isIn) };
    const features = binned.map((feature) => ({ ...feature, bin: feature.bin.filter(isIn) }));
    return growTree(rowsOf({ features: {}, ...kept }), features, { maxLeaves, minLeaf });
  };
  const loss = LEAVES.map(() => new Float64Array(CREDIBILITIES.length));
  for (let held = 0; held < FOLDS; held++) {
    const tree = grow(Math.max(...LEAVES), (_, row) => fold[row] !== held);
    const leaves = assign(tree, rows.features, forecast.length);
    LEAVES.forEach((most, l) => {
      const nodeOf = coarserNodes(tree, most);
      const groups = leaves.map((leaf) => nodeOf[leaf]);
      addLoss(loss[l], { forecast, actual, groups, isHeld: (row) => fold[row] === held });
    });
  }
  const { most, credibility } = leastLoss(loss);
  const tree = grow(most, () => true);
  const groups = assign(tree, rows.features, forecast.length);
  const { segments, level } = factorsOf({ forecast, actual, groups, credibility });
  const corrected = forecast.map((b, i) => b * segments[groups[i]].factor);
  const dispersion = dispersionOf(corrected, rows.actual);
  return { tree, segments, level, credibility, dispersion };
}

function dispersionOf(forecast: Float64Array, actual: Float64Array): number {
  const squares = forecast.reduce((sum, q, i) => sum + (actual[i] - q) ** 2, 0);
  const total = forecast.reduce((sum, q) => sum + q, 0);
  return total > 0 ? squares / total : 0;
}

function capOf(actual: Float64Array): number {
  const sorted = actual.toSorted();
  return sorted[Math.floor(CAP * (sorted.length - 1))] || Number.POSITIVE_INFINITY;
}

function leastLoss(loss: readonly Float64Array[]): { most: number; credibility: number } {
  let best = { most: LEAVES[0], credibility: CREDIBILITIES[0], loss: Number.POSITIVE_INFINITY };
  loss.forEach((row, l) => {
    row.forEach((value, c) => {
      if (value < best.loss) {
        best = { most: LEAVES[l], credibility: CREDIBILITIES[c], loss: value };
      }
    });
  });
  return best;
}

type Grouped = {
  readonly forecast: Float64Array;
  readonly actual: Float64Array;
  readonly groups: Int32Array;
};

/** Adds the deviance of held-out rows under the factors of the others, by credibility. */
function addLoss(
  loss: Float64Array,
  { isHeld, ...rows }: Grouped & { readonly isHeld: (row: number) => boolean },
): void {
  const { forecast, actual, groups } = rows;
  const floor = floorOf(actual.reduce((sum, y) => sum + y, 0) / actual.length);
  CREDIBILITIES.forEach((credibility, c) => {
    const { factors } = factorsOf({ ...rows, credibility, isOut: isHeld });
    for (let row = 0; row < forecast.length; row++) {
      if (!isHeld(row)) continue;
      loss[c] += deviance(forecast[row] * factors[groups[row]], actual[row], floor);
    }
  });
}

/** f = (A + k f₀) / (B + k) of each group, k = credibility · ΣB; f₀ where a group has no rows. */
function factorsOf({
  forecast,
  actual,
  groups,
  credibility,
  isOut = () => false,
}: Grouped & { readonly credibility: number; readonly isOut?: (row: number) => boolean }) {
  const most = groups.reduce((top, group) => Math.max(top, group + 1), 0);
  const sums = { n: new Float64Array(most), A: new Float64Array(most), B: new Float64Array(most) };
  groups.forEach((group, row) => {
    if (isOut(row)) return;
    sums.n[group]++;
    sums.A[group] += actual[row];
    sums.B[group] += forecast[row];
  });
  const total = sums.B.reduce((sum, b) => sum + b, 0);
  const level = sums.A.reduce((sum, a) => sum + a, 0) / total;
  const k = credibility * total;
  const factors = sums.A.map((a, group) => (a + k * level) / (sums.B[group] + k));
  const segments = Array.from(factors, (factor, group) => ({
    n: sums.n[group],
    actual: sums.A[group],
    forecast: sums.B[group],
    factor,
  }));
  return { factors, segments, level };
}
