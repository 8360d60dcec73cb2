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
import type { ChancesBefore } from "./bg-nbd-likelihood.ts";
import { countWhetherActiveOrNot } from "./count-probability.ts";
import { NEW_CUSTOMER } from "./customer-summary.ts";
import { requireAtLeastZero } from "./errors.ts";
import type { PurchaseVerbs } from "./purchase-verbs.ts";
import type { SimulationOptions } from "./simulation.ts";

/** `k` whole and at least 1; the others positive, `alpha` in the time unit of the summary. */
type Params = RegularParams;

/** What BG/CNBD-k and MBG/CNBD-k can do. */
export type RegularModel = PurchaseVerbs<Params> & {
  /**
   * The maximum-likelihood fit. Unless `options.k` fixes it, k rises from 1 for as long as the
   * likelihood does: the check whether the customers buy regularly at all.
   *
   * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, RECENCY_EXCEEDS_T,
   *   FREQUENCY_WITHOUT_RECENCY, RECENCY_WITHOUT_FREQUENCY; TOO_LITTLE_DATA without repeat
   *   buyers; NOT_CONVERGED where there is no optimum, with the reason
   */
  fit(summary: RegularSummary, options?: RegularFitOptions): RegularFit;
  /**
   * The weighted sum of the customers' log-likelihoods, comparable between different k.
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
   */
  logLikelihood(params: Params, summary: RegularSummary): number;
  /**
   * Customers as the model sees them, each observed for T time units after the first transaction.
   *
   * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
   */
  simulate(
    params: Params,
    T: Float64Array,
    options: SimulationOptions,
  ): { readonly summary: RegularSummary; readonly ahead: Float64Array };
};

/** The model in which customers have had so many chances to leave before their first repeat. */
export function regularModel(name: string, chancesBefore: ChancesBefore): RegularModel {
  const self: RegularModel = {
    fit: (summary, options = {}) => fitRegular(name, summary, chancesBefore, options),
    logLikelihood: (params, summary) => regularLogLikelihood(params, summary, chancesBefore),
    probabilityAlive: (params, summary) => regularAlive(params, summary, chancesBefore),
    expectedPurchases: (params, summary, horizon) => {
      requireAtLeastZero("horizon", horizon);
      const alive = self.probabilityAlive(params, summary);
      const active = averageOverStages(params, summary, chancesBefore, (stage) =>
        purchasesFromStage(stage, horizon),
      );
      return alive.map((p, i) => p * active[i]);
    },
    expectedPurchasesNew: (params, horizon) =>
      self.expectedPurchases(params, NEW_CUSTOMER, horizon)[0],
    purchaseCountProbability: (params, horizon, count) =>
      self.conditionalCountProbability(params, NEW_CUSTOMER, horizon, count)[0],
    activeCountProbability: (params, summary, horizon, count) => {
      requireAtLeastZero("horizon", horizon);
      requireCount(count);
      return averageOverStages(params, summary, chancesBefore, (stage) =>
        countFromStage(stage, horizon, count),
      );
    },
    conditionalCountProbability: (params, summary, horizon, count) => {
      const active = self.activeCountProbability(params, summary, horizon, count);
      return countWhetherActiveOrNot(active, self.probabilityAlive(params, summary), count);
    },
    simulate: (params, T, options) => simulateRegular(params, T, chancesBefore, options),
  };
  return self;
}
