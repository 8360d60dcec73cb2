import type { CustomerSummary } from "./customer-summary.ts";
import { ModelError, requireAtLeastZero } from "./errors.ts";
import type { Fit } from "./fit.ts";
import { distinctPairs, distinctValues } from "./numeric/distinct.ts";
import { parameterPoints } from "./sample-parameters.ts";

/** A model whose counts have a distribution given a customer's history, such as `paretoNbd`. */
export type CountModel<P> = {
  readonly probabilityAlive: (params: P, summary: CustomerSummary) => Float64Array;
  readonly activeCountProbability: (
    params: P,
    summary: CustomerSummary,
    horizon: number,
    count: number,
  ) => Float64Array;
};

export type PurchaseIntervals = {
  /** The smallest and the largest number of purchases in the interval. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /**
   * How probable it is that the purchases lie in the interval: at least `level`, and more where
   * whole numbers allow nothing closer.
   */
  readonly probability: Float64Array;
};

/** Beyond this many purchases a customer's interval is refused instead of counted out. */
const MOST_PURCHASES = 100_000;

/**
 * Prediction intervals for the purchases of each customer in (T, T + horizon]: both what chance does
 * to a customer of known parameters and what the fit does not know of them. At most (1 − level)/2
 * lies below an interval; it ends at the first count with which it holds `level`.
 *
 * The distribution of the count is averaged over `parameterPoints(fit)`, for all customers with the
 * same history at once, and added up from 0 until every interval is closed.
 *
 * @param level share of customers whose purchases should lie inside, between 0 and 1.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE, and those of the model on the columns
 */
export function purchaseIntervals<P>(
  model: CountModel<P>,
  fit: Fit<P>,
  summary: CustomerSummary,
  horizon: number,
  level = 0.8,
): PurchaseIntervals {
  requireAtLeastZero("horizon", horizon);
  if (!(level > 0 && level < 1)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "level must lie between 0 and 1", { level });
  }
  const { index, distinct } = distinctHistories(summary);
  const probabilityOf = countDistribution(model, fit, distinct, horizon);
  const n = distinct.T.length;
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  const below = new Float64Array(n);
  const inside = new Float64Array(n);
  const tail = (1 - level) / 2;
  let open = Int32Array.from({ length: n }, (_, row) => row);
  for (let count = 0; open.length > 0; count++) {
    if (count > MOST_PURCHASES) throw tooMany(distinct, open[0]);
    const probability = probabilityOf(open, count);
    open.forEach((row, k) => {
      high[row] = count;
      if (inside[row] === 0 && below[row] + probability[k] <= tail) {
        below[row] += probability[k];
        low[row] = count + 1;
      } else inside[row] += probability[k];
    });
    // Rounding may keep a sum of all probabilities a little below 1.
    open = open.filter((row) => inside[row] < Math.min(level, 1 - 1e-12 - below[row]));
  }
  const spread = (column: Float64Array) => Float64Array.from(index, (row) => column[row]);
  return { low: spread(low), high: spread(high), probability: spread(inside) };
}

/** P(count) of chosen rows, averaged over the parameters a fit leaves possible. */
function countDistribution<P>(
  model: CountModel<P>,
  fit: Fit<P>,
  distinct: CustomerSummary,
  horizon: number,
): (rows: Int32Array, count: number) => Float64Array {
  const points = parameterPoints(fit).map((params) => ({
    params,
    alive: model.probabilityAlive(params, distinct),
  }));
  return (rows, count) => {
    const summary = rowsOf(distinct, rows);
    const sum = new Float64Array(rows.length);
    for (const { params, alive } of points) {
      const active = model.activeCountProbability(params, summary, horizon, count);
      for (let i = 0; i < sum.length; i++) {
        const stays = alive[rows[i]];
        sum[i] += (stays * active[i] + (count === 0 ? 1 - stays : 0)) / points.length;
      }
    }
    return sum;
  };
}

/** Every distinct (x, t_x, T) once, and which of them each customer has. */
function distinctHistories({ frequency, recency, T }: CustomerSummary): {
  index: Int32Array;
  distinct: CustomerSummary;
} {
  const [x, tx, end] = [frequency, recency, T].map(distinctValues);
  const times = distinctPairs(tx.index, end.index);
  const all = distinctPairs(x.index, times.index);
  const column = (f: (k: number) => number) => Float64Array.from(all.first, (_, k) => f(k));
  return {
    index: all.index,
    distinct: {
      frequency: column((k) => x.values[all.first[k]]),
      recency: column((k) => tx.values[times.first[all.second[k]]]),
      T: column((k) => end.values[times.second[all.second[k]]]),
    },
  };
}

function rowsOf({ frequency, recency, T }: CustomerSummary, rows: Int32Array): CustomerSummary {
  const column = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return { frequency: column(frequency), recency: column(recency), T: column(T) };
}

function tooMany({ frequency }: CustomerSummary, row: number): ModelError {
  return new ModelError(
    "ARGUMENT_OUT_OF_RANGE",
    `A customer with ${frequency[row]} repeat transactions would need an interval beyond ` +
      `${MOST_PURCHASES} purchases; shorten the horizon`,
    { name: "horizon", frequency: frequency[row] },
  );
}
