/** How well a fitted purchase model agrees with the data it was fitted to, and with other models. */
import { type CustomerSummary, requireColumns, requireValid } from "./customer-summary.ts";
import { ModelError, requireAtLeastZero } from "./errors.ts";
import type { Fit } from "./fit.ts";
import { distinctValues } from "./numeric/distinct.ts";
import { regularizedGamma } from "./numeric/incomplete-gamma.ts";

/** A model that can say how many new customers make how many repeat purchases. */
export type FrequencyModel<P> = {
  readonly purchaseCountProbability: (params: P, horizon: number, count: number) => number;
};

/** A model that can say how many repeat purchases a new customer makes. */
export type TrackingModel<P> = {
  readonly expectedPurchasesNew: (params: P, horizon: number) => number;
};

export type FrequencyTest = {
  /** Customers with `from` to `to` repeat purchases; `to` is infinite in the last cell. */
  readonly cells: readonly {
    readonly from: number;
    readonly to: number;
    readonly actual: number;
    readonly expected: number;
  }[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** How often chance alone does worse. With many customers any model is found out. */
  readonly pValue: number;
};

/** What comparing needs of a fit, whatever its parameters. */
export type AnyFit = Pick<Fit<unknown>, "model" | "logLikelihood" | "customers" | "aic" | "bic"> & {
  readonly covariance: { readonly names: readonly string[] };
};

/** Cells with fewer expected customers are pooled with the next. */
const LEAST_EXPECTED = 5;

/**
 * Expected against actual repeat frequencies over calibration, with Pearson's χ² over pooled cells.
 *
 * @throws ModelError those of the model; TOO_LITTLE_DATA if too few customers leave no degree of
 *   freedom
 */
export function frequencyTest<P>(
  model: FrequencyModel<P>,
  fit: Fit<P>,
  summary: CustomerSummary,
): FrequencyTest {
  requireValid(summary);
  const weightOf = (row: number) => summary.weight?.[row] ?? 1;
  const ages = distinctValues(summary.T);
  const weights = new Float64Array(ages.values.length);
  ages.index.forEach((age, row) => {
    weights[age] += weightOf(row);
  });
  const customers = weights.reduce((sum, w) => sum + w, 0);
  const expectedAt = (count: number) =>
    ages.values.reduce(
      (sum, T, age) => sum + weights[age] * model.purchaseCountProbability(fit.params, T, count),
      0,
    );
  const actualFrom = (from: number, to: number) =>
    summary.frequency.reduce((n, x, row) => n + (x >= from && x <= to ? weightOf(row) : 0), 0);
  const cells = pooledCells(customers, expectedAt).map((cell) => ({
    ...cell,
    actual: actualFrom(cell.from, cell.to),
  }));
  const degreesOfFreedom = cells.length - 1 - fit.covariance.names.length;
  if (degreesOfFreedom < 1) {
    throw new ModelError("TOO_LITTLE_DATA", "Too few customers for a test of the frequencies", {
      customers,
      cells: cells.length,
    });
  }
  const chiSquare = cells.reduce((sum, c) => sum + (c.actual - c.expected) ** 2 / c.expected, 0);
  return { cells, chiSquare, degreesOfFreedom, pValue: chiSquareTail(chiSquare, degreesOfFreedom) };
}

/** Cells of at least `LEAST_EXPECTED`; the last takes all that is left. */
function pooledCells(
  customers: number,
  expectedAt: (count: number) => number,
): { from: number; to: number; expected: number }[] {
  const cells: { from: number; to: number; expected: number }[] = [];
  let rest = customers;
  let from = 0;
  let expected = 0;
  for (let count = 0; rest >= 2 * LEAST_EXPECTED; count++) {
    expected += expectedAt(count);
    if (rest - expected < LEAST_EXPECTED) break;
    if (expected < LEAST_EXPECTED) continue;
    cells.push({ from, to: count, expected });
    rest -= expected;
    from = count + 1;
    expected = 0;
  }
  return [...cells, { from, to: Number.POSITIVE_INFINITY, expected: rest }];
}

/** P(χ² with n degrees of freedom exceeds a value). */
function chiSquareTail(value: number, degreesOfFreedom: number): number {
  return 1 - regularizedGamma(degreesOfFreedom / 2, value / 2);
}

/**
 * The repeat purchases a model expects of a whole cohort up to each of several dates.
 *
 * @param joined when each customer first bought, on the time line of `dates`.
 * @param dates ascending.
 * @param weight how many customers each entry of `joined` stands for; 1 each if absent.
 * @returns cumulative and incremental expectations, one entry a date.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE; ARGUMENT_OUT_OF_RANGE for
 *   descending dates
 */
export function expectedTracking<P>(
  model: TrackingModel<P>,
  params: P,
  joined: Float64Array,
  dates: Float64Array,
  weight?: Float64Array,
): { readonly cumulative: Float64Array; readonly incremental: Float64Array } {
  requireColumns({ joined, weight }, joined.length);
  dates.forEach((date, i) => {
    requireAtLeastZero("dates", i === 0 ? date : date - dates[i - 1]);
  });
  const starts = distinctValues(joined);
  const weights = new Float64Array(starts.values.length);
  starts.index.forEach((start, row) => {
    weights[start] += weight?.[row] ?? 1;
  });
  const cumulative = dates.map((date) =>
    starts.values.reduce((sum, start, k) => {
      if (date <= start) return sum;
      return sum + weights[k] * model.expectedPurchasesNew(params, date - start);
    }, 0),
  );
  return { cumulative, incremental: cumulative.map((sum, i) => sum - (cumulative[i - 1] ?? 0)) };
}

/**
 * The likelihood-ratio test of a model against a more general one that contains it, such as a fit
 * without covariates against one with them. Not for a parameter at the edge of its range.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless `general` has more parameters, the same
 *   customers and at least the likelihood
 */
export function likelihoodRatioTest(
  restricted: AnyFit,
  general: AnyFit,
): { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number } {
  const degreesOfFreedom = general.covariance.names.length - restricted.covariance.names.length;
  const statistic = 2 * (general.logLikelihood - restricted.logLikelihood);
  const isSame = general.customers === restricted.customers;
  if (degreesOfFreedom < 1 || !isSame || statistic < -1e-6) {
    throw new ModelError(
      "ARGUMENT_OUT_OF_RANGE",
      "The fits are not of nested models on one data set",
      {
        degreesOfFreedom,
        statistic,
      },
    );
  }
  const value = Math.max(0, statistic);
  return { statistic: value, degreesOfFreedom, pValue: chiSquareTail(value, degreesOfFreedom) };
}

export type Comparison = {
  readonly model: string;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** How likely the model is the best of those compared, by AIC (Burnham & Anderson 2002). */
  readonly weight: number;
};

/**
 * Fits of different models to the same customers, the best by AIC first.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE unless all are fits to the same number of customers
 */
export function compareModels(fits: readonly AnyFit[]): Comparison[] {
  if (fits.some(({ customers }) => customers !== fits[0].customers)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "Only fits to the same customers compare", {
      customers: fits.map(({ customers }) => customers),
    });
  }
  const sorted = [...fits].sort((p, q) => p.aic - q.aic);
  const evidence = sorted.map(({ aic }) => Math.exp((sorted[0].aic - aic) / 2));
  const total = evidence.reduce((sum, e) => sum + e, 0);
  return sorted.map(({ model, logLikelihood, aic, bic }, i) => ({
    model,
    logLikelihood,
    aic,
    bic,
    weight: evidence[i] / total,
  }));
}
