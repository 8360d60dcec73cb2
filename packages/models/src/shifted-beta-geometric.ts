/**
 * Shifted-beta-geometric: retention under a contract. A customer leaves at each renewal with
 * probability θ, always the same; θ ~ Beta(alpha, beta) across customers. Those quick to leave
 * leave first, so the retention of a cohort rises although nobody becomes more loyal.
 *
 * Source: Fader & Hardie (2007), "How to project customer retention", J. Interactive Marketing
 * 21(1).
 */

import { type Band, positiveBand, shareBand } from "./delta-method.ts";
import { requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import {
  countRenewals,
  type Lifetimes,
  type Renewals,
  type RetentionData,
} from "./lifetime-data.ts";
import {
  discreteLogLikelihood,
  requireRenewals,
  residualRenewals,
  retentionCurve,
  simulateRenewals,
  survivalCurve,
} from "./lifetime-discrete.ts";
import { onLogScale } from "./numeric/log-scale.ts";
import type { Objective } from "./numeric/minimize.ts";

/** Both positive. alpha / (alpha + beta) is the share that leaves at the first renewal. */
export type Params = { readonly alpha: number; readonly beta: number };

/**
 * The maximum-likelihood fit.
 *
 * @param data one cohort (`[1000, 631, 468]`: active after 0, 1, 2 renewals), several at once
 *   (a list of such lists, of any lengths), or customers as `Lifetimes`. Shares work too, but
 *   standard errors then take 1 for one customer.
 * @throws ModelError VALUE_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER; TOO_LITTLE_DATA if nobody left,
 *   nobody renewed, or there are fewer than two renewal dates; NOT_CONVERGED
 */
export function fit(data: RetentionData, options: FitOptions<Params> = {}): Fit<Params> {
  const renewals = countRenewals(data);
  requireRenewals(renewals, 2);
  return maximizeLikelihood(
    {
      model: "shifted-beta-geometric",
      names: ["alpha", "beta"],
      scales: ["log", "log"],
      objective: objectiveOf(renewals),
      starts: startsOf(renewals),
      customers: renewals.customers,
      rows: renewals.lost.length - 1,
    },
    options,
  );
}

/**
 * ln of the probability of what was seen, summed over customers.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, VALUE_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER
 */
export function logLikelihood(params: Params, data: RetentionData): number {
  requirePositive(params);
  return discreteLogLikelihood({ ...params, c: 1 }, countRenewals(data));
}

/**
 * S(0 … horizon): the share of a cohort still active after each renewal. Length horizon + 1.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function survival(params: Params, horizon: number): Float64Array {
  requirePositive(params);
  return survivalCurve({ ...params, c: 1 }, horizon);
}

/**
 * The share that renews for the t-th time of those who could, for t = 0 … horizon; 1 at 0, where
 * nobody can leave. Its running product is the survival.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function retention(params: Params, horizon: number): Float64Array {
  requirePositive(params);
  return retentionCurve({ ...params, c: 1 }, horizon);
}

/** 1 − retention, for t = 0 … horizon. @throws ModelError as `retention` */
export function churn(params: Params, horizon: number): Float64Array {
  return retention(params, horizon).map((stay) => 1 - stay);
}

/**
 * The expected number of further renewals of customers who have renewed so often, seen just
 * before their next renewal date: (beta + n) / (alpha − 1) without horizon.
 *
 * @param renewals n customers: renewals so far, 0 for one in the first period.
 * @param horizon renewal dates looked ahead; without end if absent.
 * @returns n numbers of renewals.
 * @throws ModelError INFINITE_EXPECTATION without horizon where alpha ≤ 1; PARAMETER_OUT_OF_RANGE,
 *   VALUE_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function expectedResidualLifetime(
  params: Params,
  renewals: Float64Array,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  return discountedExpectedResidualLifetime(params, renewals, 0, horizon);
}

/**
 * As `expectedResidualLifetime`, with the k-th further renewal divided by (1 + rate)^(k − 1), so
 * the one due now counts in full. × the margin of a period it is the residual value.
 *
 * @param rate discount rate per period, effective, 0 or more.
 * @returns n discounted numbers of renewals.
 * @throws ModelError as `expectedResidualLifetime`; INFINITE_EXPECTATION only for a rate of 0
 * @see Fader & Hardie (2010), "Customer-base valuation in a contractual setting", Marketing
 *   Science 29(1); their n counts periods and is 1 for 0 renewals
 */
export function discountedExpectedResidualLifetime(
  params: Params,
  renewals: Float64Array,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  requirePositive(params);
  return residualRenewals({ ...params, c: 1 }, renewals, rate, horizon);
}

/**
 * `survival` with intervals for the uncertainty of the parameters, pointwise.
 *
 * @param level coverage; 0.95 if absent.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function survivalBand(fit: Fit<Params>, horizon: number, level: number = 0.95): Band {
  return shareBand(fit, level, (params) => survival(params, horizon));
}

/**
 * `discountedExpectedResidualLifetime` with intervals for the uncertainty of the parameters.
 *
 * @param level coverage; 0.95 if absent.
 * @throws ModelError as `discountedExpectedResidualLifetime`; ARGUMENT_OUT_OF_RANGE for the level
 */
export function residualLifetimeBand(
  fit: Fit<Params>,
  renewals: Float64Array,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
  level: number = 0.95,
): Band {
  return positiveBand(fit, level, (params) =>
    discountedExpectedResidualLifetime(params, renewals, rate, horizon),
  );
}

/**
 * Customers drawn from the model.
 *
 * @param dates n customers: how many renewal dates each is seen for.
 * @param seed the same seed gives the same customers.
 * @returns n lifetimes, right-censored after those dates.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function simulate(params: Params, dates: Float64Array, seed: number): Lifetimes {
  requirePositive(params);
  return simulateRenewals({ ...params, c: 1 }, dates, seed);
}

/** Mean negative log-likelihood of (ln alpha, ln beta) and its derivatives. */
function objectiveOf({ lost, stayed, customers }: Renewals): Objective {
  return (theta) => {
    const [alpha, beta] = theta.map(Math.exp);
    let value = 0;
    const slope = [0, 0];
    const curve = [
      [0, 0],
      [0, 0],
    ];
    for (let t = 1; t < lost.length; t++) {
      const both = lost[t] + stayed[t];
      const staying = beta + t - 1;
      const sum = alpha + staying;
      value += lost[t] * Math.log(alpha / sum) + stayed[t] * Math.log1p(-alpha / sum);
      slope[0] += lost[t] / alpha - both / sum;
      slope[1] += stayed[t] / staying - both / sum;
      curve[0][0] += both / sum ** 2 - lost[t] / alpha ** 2;
      curve[0][1] += both / sum ** 2;
      curve[1][1] += both / sum ** 2 - stayed[t] / staying ** 2;
    }
    return onLogScale({ value, slope, curve }, [alpha, beta], -1 / customers);
  };
}

/** The overall churn, with customers who differ much, hardly, and very much. */
function startsOf({ lost, stayed }: Renewals): readonly (readonly number[])[] {
  const losses = lost.reduce((sum, count) => sum + count, 0);
  const renewed = stayed.reduce((sum, count) => sum + count, 0);
  const share = losses / (losses + renewed);
  return [2, 20, 0.2].map((sum) => [Math.log(sum * share), Math.log(sum * (1 - share))]);
}
