/**
 * How well predictions order the customers. Each function takes n predictions, the n outcomes of
 * the same customers and, optionally, how many customers each row stands for. Customers of equal
 * prediction share their rank, so nothing depends on the order of rows. `evaluate` gives all at
 * once.
 *
 * All throw ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE (NaN, infinite, weight below 0)
 * with column and row, and TOO_LITTLE_DATA where what came sums to 0 or less.
 */
import { ModelError } from "../errors.ts";
import { giniRatio, rankCorrelation } from "./measures.ts";
import { type ActualRanks, rankActual, sortOutcome } from "./outcome.ts";
import { rankPrediction, type Walk, walk } from "./ranked-prediction.ts";

type Column = Float64Array;

/** Spearman's rank correlation with mid-ranks; null where one side is the same for everyone. */
export function spearman(predicted: Column, actual: Column, weight?: Column): number | null {
  const { walked, ranks } = walkTo(1, predicted, actual, weight);
  return rankCorrelation(walked, ranks);
}

/**
 * The Gini of what came in the order of predictions over the Gini in its own order: 0 for chance
 * or one prediction for all, 1 at best; null where all came to the same.
 */
export function normalisedGini(predicted: Column, actual: Column, weight?: Column): number | null {
  const { walked, ranks } = walkTo(1, predicted, actual, weight);
  return giniRatio(walked, ranks);
}

/**
 * The share of what came that the customers with the highest predictions brought. Where their
 * number is not whole, or ends among equal predictions, those at the edge count in part.
 *
 * @param share of customers, in (0, 1]: 0.1 for the top tenth.
 * @throws ModelError also ARGUMENT_OUT_OF_RANGE for the share
 */
export function captureShare(
  share: number,
  predicted: Column,
  actual: Column,
  weight?: Column,
): number {
  if (!(share > 0 && share <= 1)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "share must lie in (0, 1]", {
      name: "share",
      value: share,
    });
  }
  const { actualUpTo } = walkTo(share, predicted, actual, weight).walked;
  return actualUpTo[0] / actualUpTo[1];
}

function walkTo(
  share: number,
  predicted: Column,
  actual: Column,
  weight: Column = new Float64Array(actual.length).fill(1),
): { readonly walked: Walk; readonly ranks: ActualRanks } {
  const outcome = sortOutcome(actual, weight);
  const ranks = rankActual(outcome, weight);
  return { walked: walk(rankPrediction(predicted, outcome), weight, ranks, [share, 1]), ranks };
}
