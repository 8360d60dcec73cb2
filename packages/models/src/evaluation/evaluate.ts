/**
 * How well predictions per customer met what came: the measures of the backtest.
 *
 * The main one is the Poisson deviance: least for whoever predicts each customer's mean, and
 * tolerant of the heavy tail of spending. The mean absolute error is not: it is least for the
 * median, which is near zero, and so flatters "zero for everyone".
 */
import { between, type Measures, measure, tenths } from "./measures.ts";
import { rankActual, sortOutcome } from "./outcome.ts";
import { rankPrediction, sumLosses, type Walk, walk } from "./ranked-prediction.ts";

/** A tenth of the customers by prediction; 1 has the highest. */
export type Decile = {
  readonly decile: number;
  /** A tenth of all customers; not whole where their number does not divide by 10. */
  readonly customers: number;
  readonly predictedMean: number;
  readonly actualMean: number;
};

export type Evaluation = Measures & {
  readonly customers: number;
  /** Customers with less than 0, whom the deviance counts as 0. */
  readonly negativeActuals: number;
  /** Ten, from the highest predictions to the lowest. */
  readonly deciles: readonly Decile[];
};

/**
 * All measures of one method, with one sort by prediction and one by what came. The result is
 * the same, to the bit, in whatever order the rows stand.
 *
 * @param predicted n predictions, in the unit of `actual`: purchases or money.
 * @param actual n outcomes of the same customers.
 * @param weight how many customers each row stands for; 1 if absent.
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE (NaN, infinite, weight below 0)
 *   with column and row; TOO_LITTLE_DATA where what came sums to 0 or less
 */
export function evaluate(
  predicted: Float64Array,
  actual: Float64Array,
  weight: Float64Array = new Float64Array(actual.length).fill(1),
): Evaluation {
  const outcome = sortOutcome(actual, weight);
  const ranks = rankActual(outcome, weight);
  const prediction = rankPrediction(predicted, outcome);
  const walked = walk(prediction, weight, ranks, tenths);
  return {
    customers: ranks.customers,
    negativeActuals: outcome.rows.reduce((n, row) => n + (actual[row] < 0 ? weight[row] : 0), 0),
    ...measure(sumLosses(prediction, weight), walked, ranks),
    deciles: decilesOf(walked, ranks.customers),
  };
}

/**
 * The calibration table alone: ten tenths of the customers by prediction. Where a tenth ends
 * among customers of equal prediction, each of them belongs to both sides in part.
 *
 * @param weight how many customers each row stands for; 1 if absent.
 * @throws ModelError as `evaluate`
 */
export function decileCalibration(
  predicted: Float64Array,
  actual: Float64Array,
  weight?: Float64Array,
): readonly Decile[] {
  return evaluate(predicted, actual, weight).deciles;
}

function decilesOf({ predictedUpTo, actualUpTo }: Walk, customers: number): readonly Decile[] {
  const inTenth = customers / 10;
  return tenths.map((_, tenth) => ({
    decile: tenth + 1,
    customers: inTenth,
    predictedMean: between(predictedUpTo, tenth) / inTenth,
    actualMean: between(actualUpTo, tenth) / inTenth,
  }));
}
