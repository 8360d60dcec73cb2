/**
 * MBG/NBD: repeat buying outside contracts. While active, a customer buys at rate λ; after
 * each transaction, the first included, the customer leaves with probability p.
 * Across customers λ ~ Gamma(r, alpha) and p ~ Beta(a, b).
 *
 * Sources: Batislam, Denizel & Filiztekin (2007), "Empirical validation and comparison of models
 * for customer base analysis", Int. J. of Research in Marketing 24(3); Hoppe & Wagner (2007).
 */
import { requireCount, requireRateAndHorizon } from "./arguments.ts";
import {
  betaGeometricCovariates,
  betaGeometricLogLikelihood,
  fitBetaGeometric,
} from "./bg-nbd-fit.ts";
import type { BetaGeometricParams } from "./bg-nbd-likelihood.ts";
import {
  betaGeometricAlive,
  countWhileActive,
  discountedWhileActive,
  predictActive,
  purchasesWhileActive,
} from "./bg-nbd-predictions.ts";
import { simulateBetaGeometric } from "./bg-nbd-simulation.ts";
import type { CovariateModel } from "./covariates.ts";
import { type CustomerSummary, NEW_CUSTOMER, requireValid } from "./customer-summary.ts";
import { requireAtLeastZero, requirePositive } from "./errors.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { mapSmoothPairs } from "./numeric/smooth-pairs.ts";
import type { Simulation, SimulationOptions } from "./simulation.ts";

/** All positive. `alpha` is in the time unit of the summary; r, a and b have no unit. */
export type Params = BetaGeometricParams;

/** Already the first transaction may have been the last. */
const CHANCES_BEFORE = 1;

/**
 * The maximum-likelihood fit.
 *
 * @param summary n customers, or distinct rows with weights; equal rows are merged.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, RECENCY_EXCEEDS_T,
 *   FREQUENCY_WITHOUT_RECENCY, RECENCY_WITHOUT_FREQUENCY; TOO_LITTLE_DATA without repeat
 *   buyers; NOT_CONVERGED where there is no optimum, with the reason
 */
export function fit(summary: CustomerSummary, options: FitOptions<Params> = {}): Fit<Params> {
  return fitBetaGeometric("mbg-nbd", summary, CHANCES_BEFORE, options);
}

/**
 * The weighted sum of the customers' log-likelihoods.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function logLikelihood(params: Params, summary: CustomerSummary): number {
  return betaGeometricLogLikelihood(params, summary, CHANCES_BEFORE);
}

/**
 * The probability that each customer is still active at the end of calibration.
 *
 * @returns n probabilities in [0, 1], below 1 also for customers seen once.
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function probabilityAlive(params: Params, summary: CustomerSummary): Float64Array {
  return betaGeometricAlive(params, summary, CHANCES_BEFORE);
}

/**
 * E[transactions in (T, T + horizon] | x, t_x, T] for each customer.
 *
 * @param horizon at least 0, in the time unit of `summary`.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function expectedPurchases(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
): Float64Array {
  requireAtLeastZero("horizon", horizon);
  return predictActive(params, summary, CHANCES_BEFORE, (active) =>
    purchasesWhileActive(active, horizon),
  );
}

/**
 * E[repeat transactions in (0, horizon]] of a customer just won.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function expectedPurchasesNew(params: Params, horizon: number): number {
  return expectedPurchases(params, NEW_CUSTOMER, horizon)[0];
}

/**
 * P(a customer just won makes `count` repeat transactions in (0, horizon]).
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function purchaseCountProbability(params: Params, horizon: number, count: number): number {
  requirePositive(params);
  requireAtLeastZero("horizon", horizon);
  requireCount(count);
  return countWhileActive(params, horizon, count, CHANCES_BEFORE);
}

/**
 * P(`count` transactions in (T, T + horizon] | x, T and active at T) for each customer.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function activeCountProbability(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
  count: number,
): Float64Array {
  requirePositive(params);
  requireValid(summary);
  requireAtLeastZero("horizon", horizon);
  requireCount(count);
  const { frequency, T } = summary;
  const { r, alpha, a, b } = params;
  // An active customer's next chance to leave is the next purchase.
  return mapSmoothPairs(frequency, T, alpha, (x, age) => {
    const active = { r: r + x, alpha: alpha + age, a, b: b + x + CHANCES_BEFORE };
    return countWhileActive(active, horizon, count, 0);
  });
}

/**
 * P(`count` transactions in (T, T + horizon] | x, t_x, T) for each customer.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function conditionalCountProbability(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
  count: number,
): Float64Array {
  const active = activeCountProbability(params, summary, horizon, count);
  const alive = probabilityAlive(params, summary);
  return active.map((p, i) => alive[i] * p + (count === 0 ? 1 - alive[i] : 0));
}

/**
 * E[Σ e^(−rate·(t − T)) over transactions after T | x, t_x, T] for each customer: purchases in
 * present-day purchases. With an infinite horizon these are the discounted expected residual
 * transactions.
 *
 * @param rate continuous discount rate per time unit of `summary`, at least 0.
 * @param horizon time units; infinite if absent.
 * @returns n values, relative error below 1e-10.
 * @throws ModelError INFINITE_EXPECTATION for rate 0, no horizon and a ≤ 1;
 *   PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function discountedExpectedPurchases(
  params: Params,
  summary: CustomerSummary,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  requireRateAndHorizon(rate, horizon);
  return predictActive(params, summary, CHANCES_BEFORE, (active) =>
    discountedWhileActive(active, rate, horizon),
  );
}

/**
 * Customers as the model sees them, each observed for T time units after the first transaction.
 *
 * @param T one entry per customer, in the time unit of `alpha`.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function simulate(params: Params, T: Float64Array, options: SimulationOptions): Simulation {
  return simulateBetaGeometric(params, T, CHANCES_BEFORE, options);
}

/** For `fitWithCovariates`: alpha falls with γ z, a and b rise with coefficients of their own. */
export const covariateModel: CovariateModel<Params> = betaGeometricCovariates(
  "mbg-nbd",
  CHANCES_BEFORE,
);
