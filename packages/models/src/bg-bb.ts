/**
 * BG/BB: repeat buying at discrete opportunities, such as yearly donations or monthly issues.
 * At each opportunity an active customer buys with probability p; before each, the customer
 * leaves for good with probability θ. Across customers p ~ Beta(alpha, beta), θ ~ Beta(gamma,
 * delta).
 *
 * In the summary, T is n, the number of opportunities since the first purchase, recency t_x the
 * opportunity of the last purchase, and frequency x the number of opportunities taken: whole
 * numbers, x ≤ t_x ≤ n. A horizon is a number of opportunities.
 *
 * Source: Fader, Hardie & Shang (2010), "Customer-base analysis in a discrete-time
 * noncontractual setting", Marketing Science 29(6).
 */

import { requireCount } from "./arguments.ts";
import {
  type BetaBetaParams,
  betaBetaData,
  betaBetaRows,
  thinOutBetaBeta,
} from "./bg-bb-likelihood.ts";
import { betaBetaObjective } from "./bg-bb-objective.ts";
import {
  countIfActive,
  opportunitiesAhead,
  posterior,
  predictIfActive,
} from "./bg-bb-predictions.ts";
import { simulateBetaBeta } from "./bg-bb-simulation.ts";
import type { CustomerSummary } from "./customer-summary.ts";
import { countRepeaters, requireRepeatBuyers } from "./distinct-customers.ts";
import { ModelError, requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import { fewRepeatersWarning } from "./fit-warnings.ts";
import { requireWhole } from "./lifetime-discrete.ts";
import type { Simulation, SimulationOptions } from "./simulation.ts";

/** All positive. Buying goes by alpha and beta, leaving by gamma and delta. */
export type Params = BetaBetaParams;

const NAMES = ["alpha", "beta", "gamma", "delta"] as const;
const SCALES = ["log", "log", "log", "log"] as const;

/** Distinct rows the starting points are tried on. */
const SCOUTED_ROWS = 4000;

/**
 * The maximum-likelihood fit.
 *
 * @param summary n customers, or distinct rows with weights; equal rows are merged.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, RECENCY_EXCEEDS_T,
 *   FREQUENCY_WITHOUT_RECENCY, RECENCY_WITHOUT_FREQUENCY; TOO_LITTLE_DATA without repeat buyers or
 *   where nobody had three opportunities; NOT_CONVERGED where there is no optimum
 */
export function fit(summary: CustomerSummary, options: FitOptions<Params> = {}): Fit<Params> {
  const data = betaBetaData(summary);
  requireRepeatBuyers(data.customers);
  if (data.mostOpportunities < 3) {
    throw new ModelError("TOO_LITTLE_DATA", "Buying rarely and leaving need three opportunities", {
      mostOpportunities: data.mostOpportunities,
    });
  }
  const { customers, rows } = data.customers;
  return maximizeLikelihood(
    {
      model: "bg-bb",
      names: NAMES,
      scales: SCALES,
      objective: betaBetaObjective(data),
      scout: betaBetaObjective(thinOutBetaBeta(data, SCOUTED_ROWS)),
      starts: [
        [1, 1, 0.5, 3],
        [0.5, 2, 0.5, 1],
        [3, 1, 1, 10],
        [0.3, 0.3, 2, 20],
      ].map((start) => start.map(Math.log)),
      customers,
      rows,
      warnings: fewRepeatersWarning(countRepeaters(data.customers)),
    },
    options,
  );
}

/**
 * The weighted sum of the customers' log-likelihoods.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function logLikelihood(params: Params, summary: CustomerSummary): number {
  requirePositive(params);
  const data = betaBetaData(summary);
  const { total } = betaBetaRows(params, data);
  return total.reduce((sum, logL, row) => sum + data.customers.weight[row] * logL, 0);
}

/**
 * The probability that each customer is still active at the next opportunity, n + 1.
 *
 * @returns n probabilities; below 1 even after a purchase at n, as the customer may leave before
 *   the next opportunity.
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function probabilityAlive(params: Params, summary: CustomerSummary): Float64Array {
  const { gamma, delta } = params;
  return predictIfActive(params, summary, (_, n) => (delta + n) / (gamma + delta + n));
}

/**
 * E[purchases at the next `horizon` opportunities | x, t_x, n] of each customer.
 *
 * @param horizon a whole number of opportunities.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function expectedPurchases(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
): Float64Array {
  requireWhole("horizon", horizon);
  return discountedExpectedPurchases(params, summary, 0, horizon);
}

/**
 * E[purchases at the first `horizon` opportunities] of a customer just won.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function expectedPurchasesNew(params: Params, horizon: number): number {
  requirePositive(params);
  requireWhole("horizon", horizon);
  return meanPurchaseRate(params) * opportunitiesAhead(params, 0, horizon);
}

/**
 * P(a customer just won buys at `count` of the first `horizon` opportunities).
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function purchaseCountProbability(params: Params, horizon: number, count: number): number {
  requirePositive(params);
  requireWhole("horizon", horizon);
  requireCount(count);
  return countIfActive(params, horizon, count);
}

/**
 * P(`count` purchases at the next `horizon` opportunities | x, t_x, n) for each customer.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function conditionalCountProbability(
  params: Params,
  summary: CustomerSummary,
  horizon: number,
  count: number,
): Float64Array {
  requireWhole("horizon", horizon);
  requireCount(count);
  const whileActive = predictIfActive(params, summary, (x, n) =>
    countIfActive(posterior(params, x, n), horizon, count),
  );
  if (count > 0) return whileActive;
  const active = predictIfActive(params, summary, () => 1);
  return whileActive.map((p, i) => p + (1 - active[i]));
}

/**
 * E[Σ (1 + rate)^−k over purchases at the k-th opportunity after n | x, t_x, n] for each
 * customer: purchases in present-day purchases. Without horizon these are the
 * discounted expected residual transactions.
 *
 * @param rate discount rate per opportunity, effective, at least 0.
 * @param horizon a whole number of opportunities; infinite if absent.
 * @throws ModelError INFINITE_EXPECTATION for rate 0, no horizon and gamma ≤ 1;
 *   PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function discountedExpectedPurchases(
  params: Params,
  summary: CustomerSummary,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  const aheadAfter = new Map<number, number>();
  return predictIfActive(params, summary, (x, n) => {
    const believed = posterior(params, x, n);
    const ahead = aheadAfter.get(n) ?? opportunitiesAhead(believed, rate, horizon);
    aheadAfter.set(n, ahead);
    return meanPurchaseRate(believed) * ahead;
  });
}

/**
 * Customers as the model sees them, each with T opportunities after the first purchase.
 *
 * @param T whole numbers of opportunities, one per customer.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function simulate(params: Params, T: Float64Array, options: SimulationOptions): Simulation {
  return simulateBetaBeta(params, T, options);
}

function meanPurchaseRate({ alpha, beta }: Params): number {
  return alpha / (alpha + beta);
}
