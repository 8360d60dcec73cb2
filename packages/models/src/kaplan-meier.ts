/**
 * Kaplan–Meier: the share of customers who stay longer than t, from observed lifetimes alone,
 * without a model. Customers who are still here count as long as they have been seen.
 *
 * Sources: Kaplan & Meier (1958), J. American Statistical Association 53; variance by Greenwood
 * (1926); intervals on ln(−ln S) by Kalbfleisch & Prentice (1980), The Statistical Analysis of
 * Failure Time Data.
 */
import { ModelError } from "./errors.ts";
import { type Lifetimes, requireLifetimes } from "./lifetime-data.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** A step for each time at which somebody left; all columns have one length. */
export type Curve = {
  readonly customers: number;
  /** The longest time any customer was seen; the curve says nothing beyond it. */
  readonly longest: number;
  /** Ascending. */
  readonly time: Float64Array;
  /** Customers seen up to `time` and still here just before it. */
  readonly atRisk: Float64Array;
  readonly lost: Float64Array;
  /** S just after `time`. */
  readonly survival: Float64Array;
  /** Greenwood's; 0 where nobody is left. */
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/** A time with its interval; null where the curve does not come down so far. */
export type Quantile = {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** An area under the curve, in the time unit of the data. */
export type RestrictedMean = {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
};

/**
 * The curve. At one time losses come before censoring: who was seen up to t was at risk at t.
 * Where everybody has left, the interval reaches from 0 to where it did a step earlier.
 *
 * @param data n customers, in any time unit.
 * @param level coverage of the pointwise intervals; 0.95 if absent.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE;
 *   TOO_LITTLE_DATA without customers
 */
export function estimate(data: Lifetimes, level: number = 0.95): Curve {
  const z = normalQuantile(level);
  const { customers, longest, time, atRisk, lost } = riskTable(data);
  const steps = time.length;
  const survival = new Float64Array(steps);
  const standardError = new Float64Array(steps);
  const lower = new Float64Array(steps);
  const upper = new Float64Array(steps).fill(1);
  let share = 1;
  let greenwood = 0;
  for (let i = 0; i < steps; i++) {
    share *= 1 - lost[i] / atRisk[i];
    survival[i] = share;
    if (share <= 0) {
      upper[i] = i > 0 ? upper[i - 1] : 1;
      continue;
    }
    greenwood += lost[i] / (atRisk[i] * (atRisk[i] - lost[i]));
    standardError[i] = share * Math.sqrt(greenwood);
    const spread = Math.exp((z * Math.sqrt(greenwood)) / -Math.log(share));
    lower[i] = share ** spread;
    upper[i] = share ** (1 / spread);
  }
  return { customers, longest, time, atRisk, lost, survival, standardError, lower, upper };
}

/**
 * S at any times: the share who stay longer.
 *
 * @param times at least 0, in the time unit of the data.
 * @returns one share per time.
 * @throws ModelError VALUE_OUT_OF_RANGE, with the row, for times below 0 or beyond the longest
 *   that was seen while customers are left: there the curve ends
 */
export function survivalAt(curve: Curve, times: Float64Array): Float64Array {
  const { time, survival, longest } = curve;
  const isOver = survival.length > 0 && survival[survival.length - 1] === 0;
  const row = times.findIndex((t) => !(t >= 0 && (t <= longest || isOver)));
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `The curve does not reach the time in row ${row}`, {
      row,
      value: times[row],
      longest,
    });
  }
  return times.map((t) => {
    const step = stepAt(time, t);
    return step < 0 ? 1 : survival[step];
  });
}

/**
 * The time by which a share of customers has left, the median by default: the first at which the
 * curve, or an end of its interval, is at or below what is to stay.
 *
 * @param share who has left, in (0, 1).
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function quantile(curve: Curve, share: number = 0.5): Quantile {
  if (!(share > 0 && share < 1)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "share must lie between 0 and 1", {
      name: "share",
      value: share,
    });
  }
  const first = (column: Float64Array) => {
    // A last digit lost in the product must not move the median by a step.
    const step = column.findIndex((value) => value <= (1 - share) * (1 + 1e-12));
    return step < 0 ? null : curve.time[step];
  };
  return { estimate: first(curve.survival), lower: first(curve.lower), upper: first(curve.upper) };
}

/**
 * The mean lifetime up to a horizon, ∫ S over [0, horizon]: how long customers stay, of the
 * horizon, on average.
 *
 * @param horizon up to the longest time seen, unless nobody was left before.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE, as beyond it the mean is not known
 */
export function restrictedMean(
  curve: Curve,
  horizon: number,
  level: number = 0.95,
): RestrictedMean {
  const { time, survival, atRisk, lost, longest } = curve;
  const isOver = survival.length > 0 && survival[survival.length - 1] === 0;
  if (!(horizon >= 0 && (horizon <= longest || (isOver && horizon < Number.POSITIVE_INFINITY)))) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "The curve does not reach the horizon", {
      name: "horizon",
      value: horizon,
      longest,
    });
  }
  const z = normalQuantile(level);
  let area = 0;
  let variance = 0;
  let end = horizon;
  // Backwards, because the variance weighs each step by the area that lies after it.
  for (let i = stepAt(time, horizon); i >= 0; i--) {
    area += survival[i] * (end - time[i]);
    end = time[i];
    if (atRisk[i] > lost[i]) {
      variance += (area ** 2 * lost[i]) / (atRisk[i] * (atRisk[i] - lost[i]));
    }
  }
  const estimate = area + end;
  const standardError = Math.sqrt(variance);
  return {
    estimate,
    standardError,
    lower: Math.max(0, estimate - z * standardError),
    upper: Math.min(horizon, estimate + z * standardError),
  };
}

/** The last step at or before t, -1 before the first. */
function stepAt(time: Float64Array, t: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle] <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function riskTable(
  data: Lifetimes,
): Pick<Curve, "customers" | "longest" | "time" | "atRisk" | "lost"> {
  requireLifetimes(data);
  const { duration, lost: hasLeft, weight } = data;
  const ends = new Map<number, { lost: number; seen: number }>();
  let customers = 0;
  duration.forEach((t, i) => {
    const count = weight ? weight[i] : 1;
    customers += count;
    const end = ends.get(t) ?? { lost: 0, seen: 0 };
    end.seen += count;
    end.lost += hasLeft[i] * count;
    ends.set(t, end);
  });
  if (!(customers > 0)) {
    throw new ModelError("TOO_LITTLE_DATA", "There are no customers", { customers });
  }
  const ordered = [...ends].filter(([, { seen }]) => seen > 0).sort(([t], [u]) => t - u);
  let atRisk = customers;
  const steps = ordered.flatMap(([time, { lost, seen }]) => {
    const step = { time, lost, atRisk };
    atRisk -= seen;
    return lost > 0 ? [step] : [];
  });
  const column = (key: "time" | "lost" | "atRisk") => Float64Array.from(steps, (step) => step[key]);
  return {
    customers,
    longest: ordered[ordered.length - 1][0],
    time: column("time"),
    atRisk: column("atRisk"),
    lost: column("lost"),
  };
}
