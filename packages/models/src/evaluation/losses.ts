/**
 * What predictions were missed by. Each function takes n predictions, the n outcomes of the same
 * customers in the same unit and, optionally, how many customers each row stands for. `evaluate`
 * gives all of them at once; it sums in an order of its own, so the last digit may differ.
 *
 * All throw ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE (NaN, infinite, weight below 0)
 * with column and row, and TOO_LITTLE_DATA without customers.
 */
import { ModelError } from "../errors.ts";
import { requireColumn } from "./outcome.ts";
import { deviance, floorOf } from "./poisson-deviance.ts";

type Column = Float64Array;

/**
 * The mean Poisson deviance per customer, the main measure. `Measures.poissonDeviance` says what
 * happens to predictions near 0 and to outcomes below 0.
 *
 * @throws ModelError also TOO_LITTLE_DATA where what came sums to 0 or less
 */
export function poissonDeviance(predicted: Column, actual: Column, weight?: Column): number {
  const floor = floorOf(positiveMean(predicted, actual, weight));
  return mean(predicted, actual, weight, (mu, y) => deviance(mu, y, floor));
}

/** Root of the mean squared error: least for the mean, ruled by the largest customers. */
export function rmse(predicted: Column, actual: Column, weight?: Column): number {
  return Math.sqrt(mean(predicted, actual, weight, (p, y) => (p - y) ** 2));
}

/** Mean absolute error: least for the median, so near 0 where most customers bring nothing. */
export function mae(predicted: Column, actual: Column, weight?: Column): number {
  return mean(predicted, actual, weight, (p, y) => Math.abs(p - y));
}

/**
 * Predicted total / actual total: 1 is right, 0.8 is a fifth too little.
 *
 * @throws ModelError also TOO_LITTLE_DATA where what came sums to 0 or less
 */
export function bias(predicted: Column, actual: Column, weight?: Column): number {
  return mean(predicted, actual, weight, (p) => p) / positiveMean(predicted, actual, weight);
}

function positiveMean(predicted: Column, actual: Column, weight?: Column): number {
  const value = mean(predicted, actual, weight, (_, y) => y);
  if (value > 0) return value;
  throw new ModelError("TOO_LITTLE_DATA", "what came sums to 0 or less: nothing to compare", {
    mean: value,
  });
}

function mean(
  predicted: Column,
  actual: Column,
  weight: Column | undefined,
  loss: (predicted: number, actual: number) => number,
): number {
  requireColumn("actual", actual, actual.length);
  requireColumn("predicted", predicted, actual.length);
  if (weight) requireColumn("weight", weight, actual.length, 0);
  let customers = 0;
  let sum = 0;
  for (let i = 0; i < actual.length; i++) {
    const count = weight ? weight[i] : 1;
    customers += count;
    sum += count * loss(predicted[i], actual[i]);
  }
  if (customers > 0) return sum / customers;
  throw new ModelError("TOO_LITTLE_DATA", "there are no customers to compare", {
    rows: actual.length,
  });
}
