import type { ActualRanks } from "./outcome.ts";
import type { Losses, Walk } from "./ranked-prediction.ts";

/** The measures of one method on one target. Customers of equal prediction share their rank. */
export type Measures = {
  /**
   * Mean per customer of 2 (y ln(y / μ) − y + μ). A prediction below 5 % of the mean of what
   * came counts as those 5 %, the same for every method, because a wrong zero would cost
   * without limit. What came below 0 (a return without its purchase) counts as 0, here only.
   */
  readonly poissonDeviance: number;
  readonly rmse: number;
  readonly mae: number;
  /** Predicted total / actual total: 1 is right, 0.8 is a fifth too little. */
  readonly bias: number;
  /** Rank correlation with mid-ranks; null where one side is the same for everyone. */
  readonly spearman: number | null;
  /**
   * How far the order by prediction concentrates what came, over how far the best order does:
   * 0 for chance or one prediction for all, 1 at best; null where all came to the same.
   */
  readonly gini: number | null;
  /** Share of what came that the tenth with the highest predictions brought. */
  readonly top10: number;
  /** As `top10`, for the highest fifth. */
  readonly top20: number;
  /** Σ over tenths of |predicted − actual total| / actual total; 0 is perfect calibration. */
  readonly decileError: number;
};

/** Shares of customers at which a walk must be cut for `measure`. */
export const tenths: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The measures of a walk over `tenths`. Where the total of what came is not positive, NaN. */
export function measure(losses: Losses, walk: Walk, ranks: ActualRanks): Measures {
  const predicted = walk.predictedUpTo[9];
  const actual = walk.actualUpTo[9] > 0 ? walk.actualUpTo[9] : Number.NaN;
  return {
    poissonDeviance: losses.deviance / ranks.customers,
    rmse: Math.sqrt(losses.squared / ranks.customers),
    mae: losses.absolute / ranks.customers,
    bias: predicted / actual,
    spearman: rankCorrelation(walk, ranks),
    gini: giniRatio(walk, ranks),
    top10: walk.actualUpTo[0] / actual,
    top20: walk.actualUpTo[1] / actual,
    decileError: decileDistance(walk) / actual,
  };
}

/** Null where one side is the same for everyone. */
export function rankCorrelation(walk: Walk, ranks: ActualRanks): number | null {
  if (walk.rankSquares === 0 || ranks.sumOfSquares === 0) return null;
  const correlation = walk.rankProduct / Math.sqrt(walk.rankSquares * ranks.sumOfSquares);
  // Rounding alone can lead beyond ±1, by the last digit.
  return Math.min(1, Math.max(-1, correlation));
}

/** Null where everyone came to the same. */
export function giniRatio({ area, actualUpTo }: Walk, ranks: ActualRanks): number | null {
  const scale = ranks.customers * actualUpTo[actualUpTo.length - 1];
  const best = 2 * ranks.area - scale;
  return best > 0 ? (2 * area - scale) / best : null;
}

/** What lies between a cut and the one before it. */
export function between(upTo: Float64Array, cut: number): number {
  return cut === 0 ? upTo[0] : upTo[cut] - upTo[cut - 1];
}

function decileDistance({ predictedUpTo, actualUpTo }: Walk): number {
  let distance = 0;
  for (let tenth = 0; tenth < 10; tenth++) {
    distance += Math.abs(between(predictedUpTo, tenth) - between(actualUpTo, tenth));
  }
  return distance;
}
