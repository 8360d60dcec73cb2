/** What exponential and Weibull lifetimes share: S(t) = e^(−(t / scale)^shape). */
import { ModelError } from "./errors.ts";
import { type Lifetimes, requireLifetimes } from "./lifetime-data.ts";
import { integrate } from "./numeric/quadrature.ts";
import { createRandom } from "./numeric/random.ts";

export type WeibullParams = { readonly shape: number; readonly scale: number };

/** What the likelihoods need of the data. */
export type Exposure = {
  readonly customers: number;
  readonly losses: number;
  /** Σ duration. */
  readonly time: number;
};

/**
 * Checks lifetimes in continuous time and adds them up.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE, also for a customer lost at 0, with
 *   the row; TOO_LITTLE_DATA if nobody left
 */
export function exposureOf(data: Lifetimes): Exposure {
  requireLifetimes(data);
  const { duration, lost, weight } = data;
  const row = duration.findIndex((t, i) => t === 0 && lost[i] === 1);
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `A customer cannot leave at 0, in row ${row}`, {
      row,
      value: 0,
    });
  }
  let customers = 0;
  let losses = 0;
  let time = 0;
  duration.forEach((t, i) => {
    const count = weight ? weight[i] : 1;
    customers += count;
    losses += count * lost[i];
    time += count * t;
  });
  if (losses > 0) return { customers, losses, time };
  throw new ModelError("TOO_LITTLE_DATA", "Nobody left, so nothing is known but that they stay", {
    customers,
    losses,
  });
}

/** S at each time. @throws ModelError VALUE_OUT_OF_RANGE with the row */
export function survivalOf({ shape, scale }: WeibullParams, times: Float64Array): Float64Array {
  requireTimes("times", times);
  return times.map((t) => Math.exp(-((t / scale) ** shape)));
}

/** ∫ e^(−rate s) S(age + s) / S(age) over s in [0, horizon], for each age. */
export function residualOf(
  { shape, scale }: WeibullParams,
  ages: Float64Array,
  rate: number,
  horizon: number,
): Float64Array {
  requireTimes("ages", ages);
  const known = new Map<number, number>();
  return ages.map((age) => {
    const value = known.get(age) ?? residualAt(shape, scale, age, rate, horizon);
    known.set(age, value);
    return value;
  });
}

/**
 * With v = ((age + s) / scale)^shape − (age / scale)^shape the survivors are e^−v, and ln v is
 * the variable: smooth for every shape, also where the hazard has no limit at 0.
 */
function residualAt(
  shape: number,
  scale: number,
  age: number,
  rate: number,
  horizon: number,
): number {
  const start = (age / scale) ** shape;
  const whole = ((age + horizon) / scale) ** shape - start;
  // So worn out that nobody stays for any time.
  if (start === Number.POSITIVE_INFINITY) return 0;
  // e^−v is below the smallest number beyond 745.
  const top = Math.log(Math.min(whole, 745));
  if (top === Number.NEGATIVE_INFINITY) return 0;
  const f = (down: number) => {
    const v = Math.exp(top - down);
    const t = scale * (v + start) ** (1 / shape);
    const discount = rate === 0 ? 0 : rate * (t - age);
    const ofAll = start === 0 ? 1 : v / (v + start);
    return (ofAll * t * Math.exp(-v - discount)) / shape;
  };
  return integrate(f, 40 * Math.max(1, shape) + Math.max(0, top), 0.25);
}

/** Customers drawn from the model, each seen for a given time. */
export function simulateLifetimes(
  { shape, scale }: WeibullParams,
  seen: Float64Array,
  seed: number,
): Lifetimes {
  requireTimes("seen", seen);
  const random = createRandom(seed);
  const lifetimes = seen.map(() => scale * random.exponential() ** (1 / shape));
  return {
    duration: lifetimes.map((t, i) => Math.min(t, seen[i])),
    lost: lifetimes.map((t, i) => (t < seen[i] ? 1 : 0)),
  };
}

function requireTimes(column: string, times: Float64Array): void {
  const row = times.findIndex((t) => !(t >= 0 && t < Number.POSITIVE_INFINITY));
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `${column} must be 0 or more in row ${row}`, {
      column,
      row,
      value: times[row],
    });
  }
}
