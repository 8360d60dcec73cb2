/**
 * Beta-discrete-Weibull: the shifted-beta-geometric with customers whose own chance to leave
 * changes from renewal to renewal. A customer has survived t renewals with probability
 * (1 − θ)^(t^c), θ ~ Beta(alpha, beta) across customers: c below 1 is growing loyalty, c above 1
 * growing weariness, and c = 1 the shifted-beta-geometric.
 *
 * Source: Fader, Hardie, Liu, Davin & Steenburgh (2018), "How to project customer retention
 * revisited: the role of duration dependence", J. Interactive Marketing 43.
 */
import { betaDiscreteWeibullObjective } from "./beta-discrete-weibull-objective.ts";
import { type Band, positiveBand, shareBand } from "./delta-method.ts";
import { requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import { countRenewals, type Lifetimes, type RetentionData } from "./lifetime-data.ts";
import {
  discreteLogLikelihood,
  requireRenewals,
  residualRenewals,
  retentionCurve,
  simulateRenewals,
  survivalCurve,
} from "./lifetime-discrete.ts";

/** All positive. alpha / (alpha + beta) is the share that leaves at the first renewal. */
export type Params = { readonly alpha: number; readonly beta: number; readonly c: number };

/**
 * The maximum-likelihood fit.
 *
 * @param data one cohort (`[1000, 631, 468, 382]`: active after 0, 1, 2, 3 renewals), several at
 *   once (a list of such lists, of any lengths), or customers as `Lifetimes`.
 * @throws ModelError VALUE_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER; TOO_LITTLE_DATA if nobody left,
 *   nobody renewed, or there are fewer than three renewal dates; NOT_CONVERGED
 */
export function fit(data: RetentionData, options: FitOptions<Params> = {}): Fit<Params> {
  const renewals = countRenewals(data);
  requireRenewals(renewals, 3);
  return maximizeLikelihood(
    {
      model: "beta-discrete-weibull",
      names: ["alpha", "beta", "c"],
      scales: ["log", "log", "log"],
      objective: betaDiscreteWeibullObjective(renewals),
      starts: startsOf(renewals.lost[1] / (renewals.lost[1] + renewals.stayed[1])),
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
  return discreteLogLikelihood(params, countRenewals(data));
}

/**
 * S(0 … horizon): the share of a cohort still active after each renewal. Length horizon + 1.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function survival(params: Params, horizon: number): Float64Array {
  requirePositive(params);
  return survivalCurve(params, horizon);
}

/**
 * The share that renews for the t-th time of those who could, for t = 0 … horizon; 1 at 0, where
 * nobody can leave. Its running product is the survival.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function retention(params: Params, horizon: number): Float64Array {
  requirePositive(params);
  return retentionCurve(params, horizon);
}

/** 1 − retention, for t = 0 … horizon. @throws ModelError as `retention` */
export function churn(params: Params, horizon: number): Float64Array {
  return retention(params, horizon).map((stay) => 1 - stay);
}

/**
 * The expected number of further renewals of customers who have renewed so often, seen just
 * before their next renewal date.
 *
 * @param renewals n customers: renewals so far, 0 for one in the first period.
 * @param horizon renewal dates looked ahead; without end if absent.
 * @returns n numbers of renewals.
 * @throws ModelError INFINITE_EXPECTATION without horizon where alpha × c ≤ 1;
 *   PARAMETER_OUT_OF_RANGE, VALUE_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
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
 */
export function discountedExpectedResidualLifetime(
  params: Params,
  renewals: Float64Array,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  requirePositive(params);
  return residualRenewals(params, renewals, rate, horizon);
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
  return simulateRenewals(params, dates, seed);
}

/** From the churn at the first renewal, with much and little difference, and both signs of c. */
function startsOf(firstChurn: number): readonly (readonly number[])[] {
  const share = Math.min(Math.max(firstChurn, 0.01), 0.99);
  return [
    [1, 1],
    [1, 2],
    [5, 0.6],
    [0.3, 1.5],
  ].map(([sum, c]) => [Math.log(sum * share), Math.log(sum * (1 - share)), Math.log(c)]);
}
