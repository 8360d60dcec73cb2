import { requireCount, requireRateAndHorizon } from "./arguments.ts";
import {
  betaGeometricCovariates,
  betaGeometricLogLikelihood,
  fitBetaGeometric,
} from "./bg-nbd-fit.ts";
import type { BetaGeometricParams, ChancesBefore } from "./bg-nbd-likelihood.ts";
import {
  betaGeometricAlive,
  countWhileActive,
  discountedWhileActive,
  predictActive,
  purchasesWhileActive,
} from "./bg-nbd-predictions.ts";
import { simulateBetaGeometric } from "./bg-nbd-simulation.ts";
import { countWhetherActiveOrNot } from "./count-probability.ts";
import type { CovariateModel } from "./covariates.ts";
import { type CustomerSummary, NEW_CUSTOMER, requireValid } from "./customer-summary.ts";
import { requireAtLeastZero, requirePositive } from "./errors.ts";
import type { Fit, FitOptions } from "./fit.ts";
import { mapSmoothPairs } from "./numeric/smooth-pairs.ts";
import type { PurchaseVerbs } from "./purchase-verbs.ts";
import type { Simulation, SimulationOptions } from "./simulation.ts";

/** All positive. `alpha` is in the time unit of the summary; r, a and b have no unit. */
type Params = BetaGeometricParams;

/** What BG/NBD and MBG/NBD can do. */
export type BetaGeometricModel = PurchaseVerbs<Params> & {
  /**
   * The maximum-likelihood fit.
   *
   * @param summary n customers, or distinct rows with weights; equal rows are merged.
   * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, RECENCY_EXCEEDS_T,
   *   FREQUENCY_WITHOUT_RECENCY, RECENCY_WITHOUT_FREQUENCY; TOO_LITTLE_DATA without repeat
   *   buyers; NOT_CONVERGED where there is no optimum, with the reason
   */
  fit(summary: CustomerSummary, options?: FitOptions<Params>): Fit<Params>;
  /**
   * The weighted sum of the customers' log-likelihoods; Fader, Hardie & Lee (2005), eq. (6).
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
   */
  logLikelihood(params: Params, summary: CustomerSummary): number;
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
  discountedExpectedPurchases(
    params: Params,
    summary: CustomerSummary,
    rate: number,
    horizon?: number,
  ): Float64Array;
  /**
   * Customers as the model sees them, each observed for T time units after the first transaction.
   *
   * @param T one entry per customer, in the time unit of `alpha`.
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
   */
  simulate(params: Params, T: Float64Array, options: SimulationOptions): Simulation;
  /** For `fitWithCovariates`: alpha falls with γ z, a and b rise with coefficients of their own. */
  readonly covariateModel: CovariateModel<Params>;
};

/** The model in which customers have had so many chances to leave before their first repeat. */
export function betaGeometricModel(name: string, chancesBefore: ChancesBefore): BetaGeometricModel {
  const self: BetaGeometricModel = {
    fit: (summary, options = {}) => fitBetaGeometric(name, summary, chancesBefore, options),
    logLikelihood: (params, summary) => betaGeometricLogLikelihood(params, summary, chancesBefore),
    probabilityAlive: (params, summary) => betaGeometricAlive(params, summary, chancesBefore),
    expectedPurchases: (params, summary, horizon) => {
      requireAtLeastZero("horizon", horizon);
      return predictActive(params, summary, chancesBefore, (active) =>
        purchasesWhileActive(active, horizon),
      );
    },
    expectedPurchasesNew: (params, horizon) =>
      self.expectedPurchases(params, NEW_CUSTOMER, horizon)[0],
    purchaseCountProbability: (params, horizon, count) => {
      requirePositive(params);
      requireAtLeastZero("horizon", horizon);
      requireCount(count);
      return countWhileActive(params, horizon, count, chancesBefore);
    },
    activeCountProbability: (params, summary, horizon, count) => {
      requirePositive(params);
      requireValid(summary);
      requireAtLeastZero("horizon", horizon);
      requireCount(count);
      const { r, alpha, a, b } = params;
      // An active customer's next chance to leave is the next purchase.
      return mapSmoothPairs(summary.frequency, summary.T, alpha, (x, age) => {
        const active = { r: r + x, alpha: alpha + age, a, b: b + x + chancesBefore };
        return countWhileActive(active, horizon, count, 0);
      });
    },
    conditionalCountProbability: (params, summary, horizon, count) => {
      const active = self.activeCountProbability(params, summary, horizon, count);
      return countWhetherActiveOrNot(active, self.probabilityAlive(params, summary), count);
    },
    discountedExpectedPurchases: (params, summary, rate, horizon = Number.POSITIVE_INFINITY) => {
      requireRateAndHorizon(rate, horizon);
      return predictActive(params, summary, chancesBefore, (active) =>
        discountedWhileActive(active, rate, horizon),
      );
    },
    simulate: (params, T, options) => simulateBetaGeometric(params, T, chancesBefore, options),
    covariateModel: betaGeometricCovariates(name, chancesBefore),
  };
  return self;
}
