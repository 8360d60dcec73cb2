/**
 * Pareto/NBD: repeat buying outside contracts. While active, a customer buys at rate λ; the time
 * until the customer leaves is exponential with rate μ, whatever is bought.
 * Across customers λ ~ Gamma(r, alpha) and μ ~ Gamma(s, beta).
 *
 * Source: Schmittlein, Morrison & Colombo (1987), "Counting your customers: who are they and what
 * will they do next?", Management Science 33(1).
 */
import { requireCount, requireRateAndHorizon } from "./arguments.ts";
import { countWhetherActiveOrNot } from "./count-probability.ts";
import type { CovariateModel } from "./covariates.ts";
import { type CustomerSummary, NEW_CUSTOMER, requireValid } from "./customer-summary.ts";
import {
  countRepeaters,
  type DistinctCustomers,
  distinctCustomers,
  requireRepeatBuyers,
  thinOut,
  totalsOver,
} from "./distinct-customers.ts";
import { requireAtLeastZero, requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import { fewRepeatersWarning } from "./fit-warnings.ts";
import { mapSmoothPairs } from "./numeric/smooth-pairs.ts";
import { type ParetoNbdParams, paretoNbdObjective } from "./pareto-nbd-likelihood.ts";
import {
  countWhileActive,
  discountedWhileActive,
  paretoNbdAlive,
  predictActive,
  purchasesWhileActive,
} from "./pareto-nbd-predictions.ts";
import { type Simulation, type SimulationOptions, simulateCustomers } from "./simulation.ts";

/** All positive. `alpha` and `beta` are in the time unit of the summary; r and s have no unit. */
export type Params = ParetoNbdParams;

const NAMES = ["r", "alpha", "s", "beta"] as const;
const SCALES = ["log", "log", "log", "log"] as const;

/** Distinct rows the starting points are tried on. */
const SCOUTED_ROWS = 4000;

/**
 * The maximum-likelihood fit.
 *
 * @param summary n customers, or distinct rows with weights; equal rows are merged.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, RECENCY_EXCEEDS_T,
 *   FREQUENCY_WITHOUT_RECENCY, RECENCY_WITHOUT_FREQUENCY; TOO_LITTLE_DATA without repeat
 *   buyers; NOT_CONVERGED where there is no optimum, with the reason
 */
export function fit(summary: CustomerSummary, options: FitOptions<Params> = {}): Fit<Params> {
  const customers = distinctCustomers(summary);
  requireRepeatBuyers(customers);
  return maximizeLikelihood(
    {
      model: "pareto-nbd",
      names: NAMES,
      scales: SCALES,
      objective: paretoNbdObjective(customers),
      scout: paretoNbdObjective(thinOut(customers, SCOUTED_ROWS)),
      starts: startsFor(customers),
      customers: customers.customers,
      rows: customers.rows,
      warnings: fewRepeatersWarning(countRepeaters(customers)),
    },
    options,
  );
}

/** Shapes seen in practice; alpha and beta follow from the pace and the time under observation. */
function startsFor(customers: DistinctCustomers): number[][] {
  const { purchases, time } = totalsOver(customers);
  const age = time / customers.customers;
  const shapes = [
    [0.6, 0.6, 0.4],
    [1.5, 0.5, 1],
    [0.5, 2, 3],
  ];
  return shapes.map(([r, s, ages]) =>
    [r, (0.7 * r * time) / purchases, s, ages * age].map((value) => Math.log(value)),
  );
}

/**
 * The weighted sum of the customers' log-likelihoods.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function logLikelihood(params: Params, summary: CustomerSummary): number {
  requirePositive(params);
  const customers = distinctCustomers(summary);
  if (customers.rows === 0) return 0;
  const theta = NAMES.map((name) => Math.log(params[name]));
  return -customers.customers * paretoNbdObjective(customers)(theta).value;
}

/**
 * The probability that each customer is still active at the end of calibration.
 *
 * @returns n probabilities in [0, 1]; exactly 1 where recency is T.
 * @throws ModelError PARAMETER_OUT_OF_RANGE and those of `fit` on the columns
 */
export function probabilityAlive(params: Params, summary: CustomerSummary): Float64Array {
  return paretoNbdAlive(params, summary);
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
  return predictActive(params, summary, (active) => purchasesWhileActive(active, horizon));
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
 * @see Fader & Hardie (2006), "Deriving an expression for P(X(t) = x) under the Pareto/NBD model"
 */
export function purchaseCountProbability(params: Params, horizon: number, count: number): number {
  requirePositive(params);
  requireAtLeastZero("horizon", horizon);
  requireCount(count);
  return countWhileActive(params, horizon, count);
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
  const { r, alpha, s, beta } = params;
  return mapSmoothPairs(frequency, T, Math.min(alpha, beta), (x, age) =>
    countWhileActive({ r: r + x, alpha: alpha + age, s, beta: beta + age }, horizon, count),
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
  return countWhetherActiveOrNot(active, probabilityAlive(params, summary), count);
}

/**
 * E[Σ e^(−rate·(t − T)) over transactions after T | x, t_x, T] for each customer. With an infinite
 * horizon these are the discounted expected residual transactions (DERT).
 *
 * @param rate continuous discount rate per time unit of `summary`, at least 0.
 * @param horizon time units; infinite if absent.
 * @returns n values, relative error below 1e-10.
 * @throws ModelError INFINITE_EXPECTATION for rate 0, no horizon and s ≤ 1;
 *   PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE and those of `fit` on the columns
 */
export function discountedExpectedPurchases(
  params: Params,
  summary: CustomerSummary,
  rate: number,
  horizon: number = Number.POSITIVE_INFINITY,
): Float64Array {
  requireRateAndHorizon(rate, horizon);
  return predictActive(params, summary, (active) => discountedWhileActive(active, rate, horizon));
}

/**
 * Customers as the model sees them, each observed for T time units after the first transaction.
 *
 * @param T one entry per customer, in the time unit of `alpha` and `beta`.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function simulate(params: Params, T: Float64Array, options: SimulationOptions): Simulation {
  requirePositive(params);
  const { r, alpha, s, beta } = params;
  return simulateCustomers(T, options, (random) => {
    const meanWait = Math.exp(Math.log(alpha) - random.logGamma(r));
    let left = random.exponential() * Math.exp(Math.log(beta) - random.logGamma(s));
    return () => {
      const wait = random.exponential() * meanWait;
      left -= wait;
      return left > 0 ? wait : Number.POSITIVE_INFINITY;
    };
  });
}

/** For `fitWithCovariates`: alpha and beta fall with γ z, so both processes speed up. */
export const covariateModel: CovariateModel<Params> = {
  model: "pareto-nbd",
  names: NAMES,
  effects: [
    { parameter: "alpha", process: "transaction", sign: -1, prefix: "transaction" },
    { parameter: "beta", process: "dropout", sign: -1, prefix: "dropout" },
  ],
  objective: paretoNbdObjective,
  fit,
};
