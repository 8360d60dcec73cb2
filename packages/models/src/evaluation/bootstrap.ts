/**
 * How sure the measures are: intervals from drawing the customers anew. Every method is measured
 * on the same draws, so two methods are compared on the same luck, and their difference is far
 * surer than either. The intervals speak of other customers at the same time; what changes with
 * time is not in them.
 *
 * Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 */
import { ModelError } from "../errors.ts";
import { type Draws, drawCustomers, type Estimate, estimate, type Interval } from "./draws.ts";
import type { Measures } from "./measures.ts";

export type MethodIntervals = {
  /** Null where the measure has no value. */
  readonly intervals: { readonly [Name in keyof Measures]: Interval | null };
  /** Deviance less that of the reference, below 0 where better. Null without a reference. */
  readonly devianceDifference: Estimate | null;
  /** The same as a share of the reference's deviance: −0.05 is 5 % less. */
  readonly relativeDevianceDifference: Estimate | null;
};

export type BootstrapOptions = {
  /** Equal seeds draw equal customers, also for another target of the same rows. */
  readonly seed: number;
  /** How many customers each row stands for, whole numbers; 1 if absent. */
  readonly weight?: Float64Array;
  /** How often the customers are drawn anew; 200 if absent. */
  readonly resamples?: number;
  /** Coverage of the intervals, in (0, 1); 0.95 if absent. */
  readonly level?: number;
  /** The method, a key of the predictions, that the others are compared with. */
  readonly reference?: string;
};

/**
 * Percentile intervals of every measure for several methods on one target, and the difference of
 * deviance to a reference. The floor in the deviance stays where all customers put it.
 *
 * For more than m = 100,000 of n customers, draws of m are made from m of them, chosen without
 * replacement; what a draw deviates from those m, times √(m / n), is set around the measure of
 * all n (m out of n bootstrap; Bickel, Götze & van Zwet 1997, Statistica Sinica 7).
 *
 * @param predictions by method: n predictions in the unit of `actual`.
 * @param actual n outcomes of the same customers.
 * @returns by method. Draws go by seed and row, so they depend on the order of rows.
 * @throws ModelError as `evaluate`, for every method; VALUE_OUT_OF_RANGE for a weight that is
 *   not whole; ARGUMENT_OUT_OF_RANGE for other options, such as a reference that is no method
 */
export function bootstrapIntervals(
  predictions: Readonly<Record<string, Float64Array>>,
  actual: Float64Array,
  options: BootstrapOptions,
): Readonly<Record<string, MethodIntervals>> {
  const { seed, resamples = 200, level = 0.95, reference } = options;
  const weight = options.weight ?? new Float64Array(actual.length).fill(1);
  const methods = Object.keys(predictions);
  if (!(Number.isInteger(resamples) && resamples > 0)) refuse("resamples", resamples);
  if (!(level > 0 && level < 1)) refuse("level", level);
  if (reference !== undefined && !methods.includes(reference)) refuse("reference", reference);
  requireWhole(weight);
  const draws = drawCustomers(Object.values(predictions), actual, weight, { seed, resamples });
  const compared = reference === undefined ? -1 : methods.indexOf(reference);
  const entries = methods.map((name, method) => [
    name,
    {
      intervals: intervalsOf(draws, method, level),
      ...differencesOf(draws, method, compared, level),
    },
  ]);
  return Object.fromEntries(entries);
}

function intervalsOf(draws: Draws, method: number, level: number): MethodIntervals["intervals"] {
  const names = Object.keys(draws.full[method]) as (keyof Measures)[];
  const entries = names.map((name) => {
    const found = estimate(draws, level, (measures) => measures[method][name]);
    return [name, found && { lower: found.lower, upper: found.upper }];
  });
  return Object.fromEntries(entries);
}

/** @param reference the number of a method, -1 for none. */
function differencesOf(
  draws: Draws,
  method: number,
  reference: number,
  level: number,
): Omit<MethodIntervals, "intervals"> {
  if (reference < 0 || reference === method) {
    return { devianceDifference: null, relativeDevianceDifference: null };
  }
  const deviance = (measures: readonly Measures[], of: number) => measures[of].poissonDeviance;
  return {
    devianceDifference: estimate(
      draws,
      level,
      (measures) => deviance(measures, method) - deviance(measures, reference),
    ),
    relativeDevianceDifference: estimate(
      draws,
      level,
      (measures) => deviance(measures, method) / deviance(measures, reference) - 1,
    ),
  };
}

function requireWhole(weight: Float64Array): void {
  const row = weight.findIndex((count) => !Number.isInteger(count));
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `weight must be whole in row ${row}`, {
      column: "weight",
      row,
      value: weight[row],
    });
  }
}

function refuse(name: string, value: number | string): never {
  throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${name} cannot be ${value}`, { name, value });
}
