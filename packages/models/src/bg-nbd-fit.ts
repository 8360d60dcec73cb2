import {
  type BetaGeometricParams,
  betaGeometricObjective,
  type ChancesBefore,
} from "./bg-nbd-likelihood.ts";
import type { CovariateModel } from "./covariates.ts";
import type { CustomerSummary } from "./customer-summary.ts";
import {
  countRepeaters,
  type DistinctCustomers,
  distinctCustomers,
  requireRepeatBuyers,
  thinOut,
  totalsOver,
} from "./distinct-customers.ts";
import { requirePositive } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood } from "./fit.ts";
import { fewRepeatersWarning } from "./fit-warnings.ts";

const NAMES = ["r", "alpha", "a", "b"] as const;
const SCALES = ["log", "log", "log", "log"] as const;

/** Distinct rows the starting points are tried on. */
const SCOUTED_ROWS = 4000;

/**
 * The maximum-likelihood fit of BG/NBD (no chance to leave before the first repeat) or MBG/NBD
 * (one chance).
 *
 * @throws ModelError those of `requireValid`; TOO_LITTLE_DATA without repeat buyers; NOT_CONVERGED
 */
export function fitBetaGeometric(
  model: string,
  summary: CustomerSummary,
  chancesBefore: ChancesBefore,
  options: FitOptions<BetaGeometricParams>,
): Fit<BetaGeometricParams> {
  const customers = distinctCustomers(summary);
  requireRepeatBuyers(customers);
  return maximizeLikelihood(
    {
      model,
      names: NAMES,
      scales: SCALES,
      objective: betaGeometricObjective(customers, chancesBefore),
      scout: betaGeometricObjective(thinOut(customers, SCOUTED_ROWS), chancesBefore),
      starts: startsFor(customers),
      customers: customers.customers,
      rows: customers.rows,
      warnings: fewRepeatersWarning(countRepeaters(customers)),
    },
    options,
  );
}

/** Shapes seen in practice; alpha follows from the observed pace, so the time unit is free. */
export function startsFor(customers: DistinctCustomers): number[][] {
  const { purchases, time } = totalsOver(customers);
  const shapes = [
    [0.5, 0.8, 2.5],
    [0.25, 0.2, 0.6],
    [2, 0.5, 8],
    [1, 4, 4],
  ];
  return shapes.map(([r, a, b]) =>
    [r, (r * time * b) / (purchases * (a + b)), a, b].map((value) => Math.log(value)),
  );
}

/** The weighted sum of the customers' log-likelihoods. */
export function betaGeometricLogLikelihood(
  params: BetaGeometricParams,
  summary: CustomerSummary,
  chancesBefore: ChancesBefore,
): number {
  requirePositive(params);
  const customers = distinctCustomers(summary);
  if (customers.rows === 0) return 0;
  const theta = NAMES.map((name) => Math.log(params[name]));
  return -customers.customers * betaGeometricObjective(customers, chancesBefore)(theta).value;
}

/** How covariates enter; Fader & Hardie (2007), section 3. */
export function betaGeometricCovariates(
  model: string,
  chancesBefore: ChancesBefore,
): CovariateModel<BetaGeometricParams> {
  return {
    model,
    names: NAMES,
    effects: [
      { parameter: "alpha", process: "transaction", sign: -1, prefix: "transaction" },
      { parameter: "a", process: "dropout", sign: 1, prefix: "dropoutA" },
      { parameter: "b", process: "dropout", sign: 1, prefix: "dropoutB" },
    ],
    objective: (customers) => betaGeometricObjective(customers, chancesBefore),
    fit: (summary) => fitBetaGeometric(model, summary, chancesBefore, {}),
  };
}
