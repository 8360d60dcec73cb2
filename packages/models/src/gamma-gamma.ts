/**
 * Gamma-Gamma: what a customer spends per transaction. The transactions of a customer are
 * Gamma(p, ν) with ν ~ Gamma(q, v) across customers, independently of how often they buy.
 *
 * Source: Fader & Hardie (2013), "The Gamma-Gamma model of monetary value".
 */
import { ModelError, requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import type { FitWarning } from "./fit-warnings.ts";
import { gammaGammaObjective } from "./gamma-gamma-likelihood.ts";
import { logBeta } from "./numeric/gamma-differences.ts";
import { spendFrequencyCorrelation } from "./spend-correlation.ts";
import {
  type Buyers,
  buyersOf,
  requireSpend,
  type SpendSummary,
  thinOutBuyers,
} from "./spend-summary.ts";

/** `p` and `v` positive, `q` above 1; `v` is in the currency of the spend. */
export type Params = { readonly p: number; readonly q: number; readonly v: number };

const NAMES = ["p", "q", "v"] as const;
const SCALES = ["log", "logAboveOne", "log"] as const;

/** Buyers the starting points are tried on. */
const SCOUTED_BUYERS = 4000;

/** A correlation with the frequency beyond this, surely, is worth a warning. */
const NOTABLE_CORRELATION = 0.1;

/**
 * The maximum-likelihood fit over customers with frequency ≥ 1; the others are left out. q > 1
 * is built into the search, so the mean spend is always finite and positive.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE (with the row); TOO_LITTLE_DATA
 *   with fewer than two buyers; MODEL_REFUSED where all means are equal; NOT_CONVERGED where there
 *   is no optimum. `spendShrinkage` answers in these cases.
 */
export function fit(spend: SpendSummary, options: FitOptions<Params> = {}): Fit<Params> {
  const buyers = buyersOf(spend);
  const mean = requireVariation(buyers);
  return maximizeLikelihood(
    {
      model: "gamma-gamma",
      names: NAMES,
      scales: SCALES,
      objective: gammaGammaObjective(buyers),
      scout: gammaGammaObjective(thinOutBuyers(buyers, SCOUTED_BUYERS)),
      starts: [
        [6, 4],
        [1, 2],
        [30, 3],
        [3, 15],
      ].map(([p, q]) => [Math.log(p), Math.log(q - 1), Math.log((mean * (q - 1)) / p)]),
      customers: buyers.customers,
      rows: buyers.frequency.length,
      warnings: correlationWarnings(spend),
    },
    options,
  );
}

/** The mean of the means, if they differ. */
function requireVariation({ monetaryValue, weight, customers }: Buyers): number {
  if (customers < 2 || monetaryValue.length < 1) {
    throw new ModelError("TOO_LITTLE_DATA", "Fewer than two customers have bought", { customers });
  }
  const mean = monetaryValue.reduce((sum, m, i) => sum + weight[i] * m, 0) / customers;
  const spread = monetaryValue.reduce((most, m) => Math.max(most, Math.abs(m - mean)), 0);
  if (spread <= 1e-9 * mean) {
    throw new ModelError("MODEL_REFUSED", "All customers have the same mean spend", { mean });
  }
  return mean;
}

function correlationWarnings(spend: SpendSummary): FitWarning[] {
  const correlation = spendFrequencyCorrelation(spend);
  if (!correlation) return [];
  const { low, high } = correlation;
  if (low < NOTABLE_CORRELATION && high > -NOTABLE_CORRELATION) return [];
  return [
    {
      code: "SPEND_DEPENDS_ON_FREQUENCY",
      message: "Spend per purchase moves with frequency, which the model takes as independent",
      details: { ...correlation },
    },
  ];
}

/**
 * The weighted sum of ln f(mean | count) over customers with frequency ≥ 1.
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE
 */
export function logLikelihood(params: Params, spend: SpendSummary): number {
  requireParams(params);
  const buyers = buyersOf(spend);
  if (buyers.frequency.length === 0) return 0;
  const theta = [Math.log(params.p), Math.log(params.q - 1), Math.log(params.v)];
  return -buyers.customers * gammaGammaObjective(buyers)(theta).value;
}

/**
 * E[spend per future transaction | count, mean] of each customer: between the customer's mean and
 * the population's, the closer to the former the more purchases there are; eq. (5).
 *
 * @returns n amounts; the population's mean where frequency is 0.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE
 */
export function expectedSpend(params: Params, spend: SpendSummary): Float64Array {
  requireParams(params);
  requireSpend(spend);
  const { p, q, v } = params;
  const { frequency, monetaryValue } = spend;
  return frequency.map((x, i) => {
    const total = x === 0 ? 0 : x * monetaryValue[i];
    return (p * (v + total)) / (p * x + q - 1);
  });
}

/**
 * The mean spend per transaction over all customers, p v / (q − 1).
 *
 * @throws ModelError PARAMETER_OUT_OF_RANGE
 */
export function populationMean(params: Params): number {
  requireParams(params);
  return (params.p * params.v) / (params.q - 1);
}

/**
 * The density of the mean spend over `frequency` transactions of a customer not yet known, at
 * `monetaryValue`; eq. (1a).
 *
 * @returns n densities, per unit of currency.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE (also for a
 *   frequency of 0)
 */
export function meanDensity(params: Params, spend: SpendSummary): Float64Array {
  requireParams(params);
  requireSpend(spend);
  const { p, q, v } = params;
  const { frequency, monetaryValue } = spend;
  const row = frequency.indexOf(0);
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `frequency must be above 0 in row ${row}`, {
      column: "frequency",
      row,
      value: 0,
    });
  }
  return frequency.map((x, i) => {
    const total = x * monetaryValue[i];
    const logOdds = p * x * Math.log1p(v / total) + q * Math.log1p(total / v);
    return Math.exp(-logOdds - logBeta(p * x, q)) / monetaryValue[i];
  });
}

function requireParams(params: Params): void {
  requirePositive(params);
  if (params.q > 1) return;
  throw new ModelError("PARAMETER_OUT_OF_RANGE", "q must be above 1 for a finite mean spend", {
    name: "q",
    value: params.q,
  });
}
