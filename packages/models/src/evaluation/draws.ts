import { createRandom } from "../numeric/random.ts";
import { type Measures, measure, tenths } from "./measures.ts";
import { type ActualRanks, type Outcome, rankActual, sortOutcome } from "./outcome.ts";
import { type RankedPrediction, rankPrediction, sumLosses, walk } from "./ranked-prediction.ts";
import { poolCustomers, resample } from "./resampling.ts";

export type Interval = { readonly lower: number; readonly upper: number };

/** A value and its interval. */
export type Estimate = Interval & { readonly estimate: number };

/** Measures of every method, in the order of the methods, on the same customers. */
export type Draws = {
  readonly full: readonly Measures[];
  /** On the customers drawn from, which are all of them unless there are too many. */
  readonly centre: readonly Measures[];
  readonly drawn: readonly (readonly Measures[])[];
  /** From deviations of a draw to deviations of all customers. */
  readonly scale: number;
};

/** More customers than these are not drawn at once. */
const largestDraw = 100_000;

/** @throws ModelError the codes of `evaluate` */
export function drawCustomers(
  predictions: readonly Float64Array[],
  actual: Float64Array,
  weight: Float64Array,
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): Draws {
  const outcome = sortOutcome(actual, weight);
  const ranks = rankActual(outcome, weight);
  const full = predictions.map((predicted) =>
    measureOne(rankPrediction(predicted, outcome), weight, ranks),
  );
  const random = createRandom(seed).uniform;
  const pool = poolCustomers(weight, largestDraw, random);
  const take = (column: Float64Array) => Float64Array.from(pool.rows, (row) => column[row]);
  const pooled: Outcome = { ...sortOutcome(take(actual), pool.weight), floor: outcome.floor };
  const ranked = predictions.map((predicted) => rankPrediction(take(predicted), pooled));
  const measureAll = (counts: Float64Array): readonly Measures[] => {
    const drawnRanks = rankActual(pooled, counts);
    return ranked.map((prediction) => measureOne(prediction, counts, drawnRanks));
  };
  return {
    full,
    centre: measureAll(pool.weight),
    drawn: Array.from({ length: resamples }, () => measureAll(resample(pool, random))),
    scale: Math.sqrt(pool.positions.length / ranks.customers),
  };
}

/**
 * The percentile interval of a statistic of the measures. Null where the statistic has no value;
 * draws on which it has none are left out.
 */
export function estimate(
  { full, centre, drawn, scale }: Draws,
  level: number,
  statistic: (measures: readonly Measures[]) => number | null,
): Estimate | null {
  const value = statistic(full);
  const middle = statistic(centre);
  const values = drawn.map(statistic).filter(isDefined);
  if (!isDefined(value) || !isDefined(middle) || values.length === 0) return null;
  const deviations = Float64Array.from(values, (one) => one - middle).sort();
  return {
    estimate: value,
    lower: value + scale * quantile(deviations, (1 - level) / 2),
    upper: value + scale * quantile(deviations, (1 + level) / 2),
  };
}

function measureOne(
  prediction: RankedPrediction,
  weight: Float64Array,
  ranks: ActualRanks,
): Measures {
  return measure(sumLosses(prediction, weight), walk(prediction, weight, ranks, tenths), ranks);
}

function isDefined(value: number | null): value is number {
  return Number.isFinite(value);
}

/** By straight lines between the sorted values. */
function quantile(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
