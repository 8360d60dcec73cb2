import { addDays, isoDay } from "../calendar.ts";
import type { ModelFit } from "../fits.ts";
import { type ProbabilityMethod, probabilityModels } from "../method.ts";

/** x, t_x and T of one customer, in days. */
export type Times = { readonly frequency: number; readonly recency: number; readonly age: number };

/** When a customer is expected to buy next. */
export type NextOrder = {
  readonly method: ProbabilityMethod;
  readonly asOf: string;
  /** P(still active at the as-of date). */
  readonly probabilityActive: number;
  /** If still active: days to the next purchase that are not reached in half of all cases. */
  readonly medianDays: number | null;
  /** 80 % of the cases lie between; null where that is more than MOST_YEARS away. */
  readonly lowDays: number | null;
  readonly highDays: number | null;
  /** The as-of date plus `medianDays`. */
  readonly expectedOn: string | null;
  /** P(at least one purchase within so many days), whether still active or not. */
  readonly chances: readonly { readonly days: number; readonly probability: number }[];
};

const DAYS_PER_WEEK = 7;
/** Beyond that a date says nothing any more. */
const MOST_YEARS = 20;
const MOST_DAYS = MOST_YEARS * 365.25;
const CHANCE_DAYS = [30, 90, 180, 365] as const;

/**
 * The time to a customer's next purchase from the model's distribution conditional on the
 * customer's history: P(no purchase in t | x, t_x, T) = 1 − P(active) + P(active) · S(t), where S
 * is the survival of the time to the next purchase of an active customer. Median and the 80 %
 * interval are of S.
 *
 * @returns undefined where there is no history or hardly a chance of activity
 */
export function nextOrder(
  method: ProbabilityMethod,
  fit: ModelFit,
  { frequency, recency, age }: Times,
  asOf: Date,
): NextOrder | undefined {
  const model = probabilityModels[method];
  const params = fit.params as never;
  const summary = {
    frequency: Float64Array.of(frequency),
    recency: Float64Array.of(recency / DAYS_PER_WEEK),
    T: Float64Array.of(age / DAYS_PER_WEEK),
  };
  const [active = 0] = model.probabilityAlive(params, summary);
  if (!(active > 1e-9)) return undefined;
  const none = (days: number) =>
    model.conditionalCountProbability(params, summary, days / DAYS_PER_WEEK, 0)[0] as number;
  const survival = (days: number) => (none(days) - (1 - active)) / active;
  const medianDays = daysUntil(survival, 0.5);
  return {
    method,
    asOf: isoDay(asOf),
    probabilityActive: active,
    medianDays,
    lowDays: daysUntil(survival, 0.9),
    highDays: daysUntil(survival, 0.1),
    expectedOn: medianDays === null ? null : isoDay(addDays(asOf, Math.round(medianDays))),
    chances: CHANCE_DAYS.map((days) => ({ days, probability: 1 - none(days) })),
  };
}

/** The time at which a falling survival reaches `level`, by bisection; null beyond MOST_YEARS. */
function daysUntil(survival: (days: number) => number, level: number): number | null {
  if (survival(MOST_DAYS) > level) return null;
  let low = 0;
  let high = MOST_DAYS;
  while (high - low > 1e-9 * (1 + low)) {
    const middle = (low + high) / 2;
    if (survival(middle) > level) low = middle;
    else high = middle;
  }
  return high;
}
