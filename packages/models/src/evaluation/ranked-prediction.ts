import { descendingOrder } from "./descending-order.ts";
import { type ActualRanks, type Outcome, requireColumn } from "./outcome.ts";
import { deviance } from "./poisson-deviance.ts";

/** A method's predictions, highest first, with what came beside them. */
export type RankedPrediction = {
  readonly rows: Uint32Array;
  readonly predicted: Float64Array;
  readonly actual: Float64Array;
  readonly deviance: Float64Array;
};

/** Sums over customers of what they were missed by. */
export type Losses = {
  readonly deviance: number;
  readonly squared: number;
  readonly absolute: number;
};

/** What a walk adds up. Columns have a value at each cut; the last is the total. */
export type Walk = {
  readonly predictedUpTo: Float64Array;
  readonly actualUpTo: Float64Array;
  /** Area under the curve of what came against customers, times customers × total. */
  readonly area: number;
  readonly rankProduct: number;
  readonly rankSquares: number;
};

/** @throws ModelError the codes of `requireColumn` */
export function rankPrediction(predicted: Float64Array, outcome: Outcome): RankedPrediction {
  requireColumn("predicted", predicted, outcome.actual.length);
  const rows = descendingOrder(predicted, outcome.rows);
  const sorted = Float64Array.from(rows, (row) => predicted[row]);
  const actual = Float64Array.from(rows, (row) => outcome.actual[row]);
  return {
    rows,
    predicted: sorted,
    actual,
    deviance: sorted.map((value, i) => deviance(value, actual[i], outcome.floor)),
  };
}

/** Adds up what customers were missed by, where row i counts `weight[i]` times. */
export function sumLosses(prediction: RankedPrediction, weight: Float64Array): Losses {
  const { rows, predicted, actual } = prediction;
  let deviance = 0;
  let squared = 0;
  let absolute = 0;
  for (let i = 0; i < rows.length; i++) {
    const count = weight[rows[i]];
    const error = predicted[i] - actual[i];
    deviance += count * prediction.deviance[i];
    squared += count * error * error;
    absolute += count * Math.abs(error);
  }
  return { deviance, squared, absolute };
}

/**
 * Walks from the highest prediction to the lowest. Customers of equal prediction are one step:
 * they share a rank, and where a cut falls among them each gives an equal part.
 *
 * @param cuts ascending shares of customers; the last is 1.
 */
export function walk(
  { rows, predicted, actual }: RankedPrediction,
  weight: Float64Array,
  { ranks, customers }: ActualRanks,
  cuts: readonly number[],
): Walk {
  const last = cuts.length - 1;
  const predictedUpTo = new Float64Array(cuts.length);
  const actualUpTo = new Float64Array(cuts.length);
  const sums = { area: 0, rankProduct: 0, rankSquares: 0 };
  let cut = 0;
  let before = 0;
  for (let i = 0; i < rows.length; ) {
    const value = predicted[i];
    let inGroup = 0;
    let actualInGroup = 0;
    let rankInGroup = 0;
    for (; i < rows.length && predicted[i] === value; i++) {
      const count = weight[rows[i]];
      inGroup += count;
      actualInGroup += count * actual[i];
      rankInGroup += count * ranks[rows[i]];
    }
    const rank = before + (inGroup - customers) / 2;
    sums.rankProduct += rank * rankInGroup;
    sums.rankSquares += inGroup * rank * rank;
    sums.area += inGroup * (actualUpTo[last] + actualInGroup / 2);
    for (; cut < last && cuts[cut] * customers <= before + inGroup; cut++) {
      const part = (cuts[cut] * customers - before) / inGroup;
      predictedUpTo[cut] = predictedUpTo[last] + part * inGroup * value;
      actualUpTo[cut] = actualUpTo[last] + part * actualInGroup;
    }
    before += inGroup;
    predictedUpTo[last] += inGroup * value;
    actualUpTo[last] += actualInGroup;
  }
  // A cut at the very end may be missed by a rounding.
  predictedUpTo.fill(predictedUpTo[last], cut);
  actualUpTo.fill(actualUpTo[last], cut);
  return { ...sums, predictedUpTo, actualUpTo };
}
