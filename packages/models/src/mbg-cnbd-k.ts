/**
 * MBG/CNBD-k: regular repeat buying outside contracts. Purchases come at every k-th event of a
 * Poisson process with rate λ ~ Gamma(r, alpha); after each transaction, the first included, the
 * customer leaves with probability p ~ Beta(a, b). k = 1 is MBG/NBD.
 *
 * Source: Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting
 * customer behavior the easy way", Int. J. of Research in Marketing 38(1).
 */
import { requireCount } from "./arguments.ts";
import {
  fitRegular,
  type RegularFit,
  type RegularFitOptions,
  type RegularParams,
  type RegularSummary,
  regularLogLikelihood,
} from "./bg-cnbd-k-fit.ts";
import {
  averageOverStages,
  countFromStage,
  purchasesFromStage,
  regularAlive,
} from "./bg-cnbd-k-predictions.ts";
import { simulateRegular } from "./bg-cnbd-k-simulation.ts";
import { type CustomerSummary, NEW_CUSTOMER } from "./customer-summary.ts";
import { requireAtLeastZero } from "./errors.ts";
import type { SimulationOptions } from "./simulation.ts";

/** `k` whole and at least 1; the others positive, `alpha` in the time unit of the summary. */
export type Params = RegularParams;

/** Already the first transaction may have been the last. */
const CHANCES_BEFORE = 1;

/**
 * The maximum-likelihood fit. Unless `options.k` fixes it, k rises from 1 for as long as the
 * likelihood does: the check whether the customers buy regularly at all.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, RECENCY_EXCEEDS_T,
 *   FREQUENCY_WITHOUT_RECENCY, RECENCY_WITHOUT_FREQUENCY; TOO_LITTLE_DATA without repeat
 *   buyers; NOT_CONVERGED where there is no optimum, with the reason
 */
export function fit(summary: RegularSummary, options: RegularFitOptions = {}): RegularFit {
  return fitRegular("mbg-cnbd-k", summary, CHANCES_BEFORE, options);
}

/**
 * The weighted sum of the customers' log-likelihoods, comparable between different k.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function logLikelihood(params: Params, summary: RegularSummary): number {
  return regularLogLikelihood(params, summary, CHANCES_BEFORE);
}

/**
 * The probability that each customer is still active at the end of calibration.
 *
 * @returns n probabilities in [0, 1].
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function probabilityAlive(params: Params, summary: CustomerSummary): Float64Array {
  return regularAlive(params, summary, CHANCES_BEFORE);
}

/**
 * E[transactions in (T, T + horizon] | x, t_x, T] for each customer, exact.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function expectedPurchases(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
): Float64Array {
  requireAtLeastZero("horizon", horizon);
  const alive = probabilityAlive(params, summary);
  const active = averageOverStages(params, summary, CHANCES_BEFORE, (stage) =>
    purchasesFromStage(stage, horizon),
  );
  return alive.map((p, i) => p * active[i]);
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
  return conditionalCountProbability(params, NEW_CUSTOMER, horizon, count)[0];
}

/**
 * P(`count` transactions in (T, T + horizon] | x, t_x, T and active at T) for each customer.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function activeCountProbability(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
  count: number,
): Float64Array {
  requireAtLeastZero("horizon", horizon);
  requireCount(count);
  return averageOverStages(params, summary, CHANCES_BEFORE, (stage) =>
    countFromStage(stage, horizon, count),
  );
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
 * Customers as the model sees them, each observed for T time units after the first transaction.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function simulate(
  params: Params,
  T: Float64Array,
  options: SimulationOptions,
): { readonly summary: RegularSummary; readonly ahead: Float64Array } {
  return simulateRegular(params, T, CHANCES_BEFORE, options);
}
