/**
 * Step 3: how far the base forecast was off. On windows that have passed, small trees find
 * customers of whom more or less came than was foreseen; each corrects what those before it left,
 * cautiously. The leaves of the first are the segments that explain.
 *
 * Source: gradient boosting of the Poisson deviance in its multiplicative form (Friedman 2001,
 * Annals of Statistics 29(5)), with leaves shrunk by credibility.
 */
import { binFeatures } from "../trees/binned-features.ts";
import { growTree, rowsOf } from "../trees/regression-tree.ts";
import { assign, type RegressionTree } from "../trees/tree.ts";

/** Customers at past period ends, with what they went on to buy. */
export type RatioRows = {
  readonly features: Readonly<Record<string, Float64Array>>;
  /** b′, above 0. */
  readonly forecast: Float64Array;
  /** What came in the window after, 0 or more. */
  readonly actual: Float64Array;
};

/** A leaf of the first tree: rows, what came and what was foreseen. */
type RatioSegment = {
  readonly n: number;
  readonly actual: number;
  readonly forecast: number;
};

export type RatioCorrection = {
  readonly rounds: readonly {
    readonly tree: RegressionTree;
    /** By leaf. */
    readonly factors: readonly number[];
  }[];
  /** By leaf of the first tree. */
  readonly segments: readonly RatioSegment[];
  /** What came ÷ what was foreseen, over all rows. */
  readonly level: number;
  /** Σ (y − q)² ÷ Σ q of the corrected forecasts q: how much noisier a sum is than one of Poisson units. */
  readonly dispersion: number;
};

const ROUNDS = 20;
/** Share of a round's correction, on the log scale, that is made. */
const CAUTION = 0.2;
const MOST_LEAVES = 8;
const LEAST_LEAF = 40;
const LEAST_LEAF_SHARE = 0.005;
/** Share of the forecast total that the mean of all counts for in each leaf. */
const CREDIBILITY = 0.03;
/** Share of the features that each question of later rounds may be about. */
const FEATURE_SHARE = 0.5;
const MOST_RATIO = 20;
/** Above this quantile an amount counts as that: one order must not make a segment. */
const CAP = 0.9995;

/** Learns the correction of forecasts from what came. */
export function fitRatios(rows: RatioRows): RatioCorrection {
  const cap = capOf(rows.actual);
  const actual = rows.actual.map((y) => Math.min(y, cap));
  const level = total(actual) / total(rows.forecast);
  const corrected = rows.forecast.map((b) => b * level);
  const binned = binFeatures(rows.features, corrected.length);
  const minLeaf = Math.max(LEAST_LEAF, Math.ceil(LEAST_LEAF_SHARE * corrected.length));
  let segments: RatioSegment[] = [];
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const ratio = corrected.map((q, i) => Math.min(actual[i] / q, MOST_RATIO));
    const tree = growTree(rowsOf({ features: {}, targets: [ratio], weight: corrected }), binned, {
      maxLeaves: MOST_LEAVES,
      minLeaf,
      featureShare: round === 0 ? 1 : FEATURE_SHARE,
      seed: round + 1,
    });
    const leaves = assign(tree, rows.features, corrected.length);
    if (round === 0) segments = sumsOf(tree.leaves, leaves, actual, rows.forecast);
    const factors = factorsOf(sumsOf(tree.leaves, leaves, actual, corrected));
    for (let i = 0; i < corrected.length; i++) corrected[i] *= factors[leaves[i]];
    return { tree, factors };
  });
  return { rounds, segments, level, dispersion: dispersionOf(corrected, rows.actual) };
}

/**
 * The correction of each row, and its leaf in the first tree.
 *
 * @param features as those the correction was learned on
 */
export function correctionOf(
  { rounds, level }: RatioCorrection,
  features: RatioRows["features"],
  rows: number,
): { readonly factor: Float64Array; readonly segment: Int32Array } {
  const factor = new Float64Array(rows).fill(level);
  let segment = new Int32Array(rows);
  for (const [round, { tree, factors }] of rounds.entries()) {
    const leaves = assign(tree, features, rows);
    if (round === 0) segment = Int32Array.from(leaves);
    for (let i = 0; i < rows; i++) factor[i] *= factors[leaves[i]];
  }
  return { factor, segment };
}

function capOf(actual: Float64Array): number {
  const sorted = actual.toSorted();
  return sorted[Math.floor(CAP * (sorted.length - 1))] || Number.POSITIVE_INFINITY;
}

function sumsOf(
  leaves: number,
  leafOf: Int32Array,
  actual: Float64Array,
  forecast: Float64Array,
): RatioSegment[] {
  const sums = Array.from({ length: leaves }, () => ({ n: 0, actual: 0, forecast: 0 }));
  for (let row = 0; row < leafOf.length; row++) {
    const sum = sums[leafOf[row]];
    sum.n++;
    sum.actual += actual[row];
    sum.forecast += forecast[row];
  }
  return sums;
}

/** ((A + k f₀) / (B + k)) to the power of caution, k = credibility · ΣB and f₀ = ΣA / ΣB. */
function factorsOf(sums: readonly RatioSegment[]): number[] {
  const foreseen = sums.reduce((sum, { forecast }) => sum + forecast, 0);
  const level = sums.reduce((sum, { actual }) => sum + actual, 0) / foreseen;
  const k = CREDIBILITY * foreseen;
  return sums.map(({ actual, forecast }) => ((actual + k * level) / (forecast + k)) ** CAUTION);
}

function dispersionOf(forecast: Float64Array, actual: Float64Array): number {
  const squares = forecast.reduce((sum, q, i) => sum + (actual[i] - q) ** 2, 0);
  return total(forecast) > 0 ? squares / total(forecast) : 0;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
