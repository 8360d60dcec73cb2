/**
 * Fitting BG/CNBD-k and MBG/CNBD-k. Purchases come at every k-th event of a Poisson process, so the
 * time between two of them is Erlang-k: the larger k, the more regular.
 */
import { startsFor } from "./bg-nbd-fit.ts";
import { betaGeometricObjective, type ChancesBefore } from "./bg-nbd-likelihood.ts";
import type { CustomerSummary } from "./customer-summary.ts";
import {
  countRepeaters,
  type DistinctCustomers,
  distinctCustomers,
  requireRepeatBuyers,
} from "./distinct-customers.ts";
import { ModelError, requireLength, requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import { fewRepeatersWarning } from "./fit-warnings.ts";
import { logGamma } from "./numeric/gamma.ts";

/** `k` whole and at least 1; the others positive, `alpha` in the time unit of the summary. */
export type RegularParams = {
  readonly k: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** A summary that also says how evenly the purchases were spread. */
export type RegularSummary = CustomerSummary & {
  /** Σ ln(time between two successive transactions) of each customer; 0 where frequency is 0. */
  readonly logIntervals: Float64Array;
};

/** A fit with the log-likelihood of every k that was tried. */
export type RegularFit = Fit<RegularParams> & {
  readonly profile: readonly { readonly k: number; readonly logLikelihood: number }[];
};

export type RegularFitOptions = FitOptions<RegularParams> & {
  /** Fixes k; otherwise it rises from 1 for as long as the likelihood does. */
  readonly k?: number;
};

const MOST_REGULAR = 24;
const NAMES = ["r", "alpha", "a", "b"] as const;

/** Fits for k = 1, 2, … until the likelihood falls, and returns the best. */
export function fitRegular(
  model: string,
  summary: RegularSummary,
  chancesBefore: ChancesBefore,
  { k: fixed, ...options }: RegularFitOptions,
): RegularFit {
  requireLogIntervals(summary);
  const customers = distinctCustomers(summary);
  requireRepeatBuyers(customers);
  const profile: { k: number; logLikelihood: number }[] = [];
  let best: Fit<RegularParams> | undefined;
  for (let k = fixed ?? 1; k <= (fixed ?? MOST_REGULAR); k++) {
    const fitted = fitWithK(model, summary, customers, chancesBefore, k, options);
    profile.push({ k, logLikelihood: fitted.logLikelihood });
    if (best && fitted.logLikelihood <= best.logLikelihood) break;
    best = fitted;
  }
  if (!best) throw kOutOfRange(fixed);
  return { ...best, profile };
}

function fitWithK(
  model: string,
  summary: RegularSummary,
  customers: DistinctCustomers,
  chancesBefore: ChancesBefore,
  k: number,
  options: FitOptions<RegularParams>,
): Fit<RegularParams> {
  requireK(k);
  const constant = spacingTerms(summary, k);
  const fitted = maximizeLikelihood<Omit<RegularParams, "k">>(
    {
      model,
      names: NAMES,
      scales: ["log", "log", "log", "log"],
      objective: betaGeometricObjective(customers, chancesBefore, k),
      // k events make one purchase, so the events come k times as fast.
      starts: startsFor(customers).map(([r, alpha, a, b]) => [r, alpha - Math.log(k), a, b]),
      customers: customers.customers,
      rows: customers.rows,
      warnings: fewRepeatersWarning(countRepeaters(customers)),
    },
    options,
  );
  return {
    ...fitted,
    params: { k, ...fitted.params },
    standardErrors: { k: 0, ...fitted.standardErrors },
    logLikelihood: fitted.logLikelihood + constant,
    aic: fitted.aic - 2 * constant,
    bic: fitted.bic - 2 * constant,
  };
}

/** What the spacing of the purchases adds: Σ w [(k − 1) Σ ln(interval) − x ln (k − 1)!]. */
function spacingTerms({ frequency, logIntervals, weight }: RegularSummary, k: number): number {
  return frequency.reduce(
    (sum, x, i) => sum + (weight?.[i] ?? 1) * ((k - 1) * logIntervals[i] - x * logGamma(k)),
    0,
  );
}

/** The weighted sum of the customers' log-likelihoods, intervals included. */
export function regularLogLikelihood(
  params: RegularParams,
  summary: RegularSummary,
  chancesBefore: ChancesBefore,
): number {
  requireParams(params);
  requireLogIntervals(summary);
  const customers = distinctCustomers(summary);
  if (customers.rows === 0) return 0;
  const objective = betaGeometricObjective(customers, chancesBefore, params.k);
  const theta = NAMES.map((name) => Math.log(params[name]));
  return spacingTerms(summary, params.k) - customers.customers * objective(theta).value;
}

/** @throws ModelError PARAMETER_OUT_OF_RANGE */
export function requireParams({ k, ...params }: RegularParams): void {
  requireK(k);
  requirePositive(params);
}

function requireK(k: number): void {
  if (!(Number.isInteger(k) && k >= 1 && k <= MOST_REGULAR)) throw kOutOfRange(k);
}

function kOutOfRange(k: number | undefined): ModelError {
  return new ModelError(
    "PARAMETER_OUT_OF_RANGE",
    `k must be a whole number from 1 to ${MOST_REGULAR}`,
    { name: "k", value: k },
  );
}

function requireLogIntervals({ frequency, logIntervals }: RegularSummary): void {
  requireLength("logIntervals", logIntervals, frequency.length);
  const row = logIntervals.findIndex(
    (value, i) => !Number.isFinite(value) || (frequency[i] === 0 && value !== 0),
  );
  if (row >= 0) {
    throw new ModelError(
      "VALUE_OUT_OF_RANGE",
      `logIntervals must be finite, and 0 without repeat transactions, in row ${row}`,
      { column: "logIntervals", row, value: logIntervals[row] },
    );
  }
}
