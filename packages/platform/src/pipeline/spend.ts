import {
  gammaGamma,
  ModelError,
  type SpendCorrelation,
  type SpendSummary,
  spendFrequencyCorrelation,
  spendShrinkage,
} from "@kundenwert/models";
import { type Engine, identifier, type StatementOptions } from "../engines/engine.ts";

/**
 * How spend per purchase is foreseen: the customer's own mean of n purchases, drawn towards `mean`
 * as if `strength` further purchases had been made at it: (strength·mean + n·own) / (strength + n).
 * Gamma-Gamma has this form, with strength (q − 1) / p and mean p·v / (q − 1); so has the
 * credibility of Bühlmann, which stands in where Gamma-Gamma is refused.
 */
export type SpendFit = {
  readonly model: "gamma-gamma" | "shrinkage";
  readonly mean: number;
  readonly strength: number;
  readonly fit: unknown;
  /** Between purchases and mean spend, with 95 % interval; undefined where there is none. */
  readonly correlation?: SpendCorrelation | undefined;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
};

/** Customers the spend model is fitted on at most: an even sample of more says the same. */
const MOST_CUSTOMERS = 30_000;

/** Undefined where no customer has a positive mean. */
export async function fitSpend(
  engine: Engine,
  summaryTable: string,
  options: StatementOptions,
): Promise<SpendFit | undefined> {
  const [buyers] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM ${identifier(summaryTable)} WHERE spend_mean > 0`,
  );
  const every = Math.ceil(Number(buyers?.n) / MOST_CUSTOMERS);
  const columns = await engine.columns(spendSql(summaryTable, every), { every }, options);
  const { frequency, monetary_value: monetaryValue, weight } = columns as Buyers;
  if (frequency.length === 0) return undefined;
  return fitGammaGamma({ frequency, monetaryValue, weight });
}

type Buyers = Readonly<Record<"frequency" | "monetary_value" | "weight", Float64Array>>;

/** The distinct buyers by number and mean of purchases, or those of every k-th buyer. */
function spendSql(summaryTable: string, every: number): string {
  const buyers = `SELECT spend_purchases, spend_mean, row_number() OVER (ORDER BY customer_id) AS place
    FROM ${identifier(summaryTable)} WHERE spend_mean > 0`;
  const sampled =
    every > 1 ? `(${buyers}) AS buyers WHERE mod(place, CAST($every AS BIGINT)) = 0` : null;
  return `SELECT spend_purchases AS frequency, spend_mean AS monetary_value,
      CAST(count(*) AS DOUBLE) AS weight
    FROM ${sampled ?? `${identifier(summaryTable)} WHERE spend_mean > 0`}
    GROUP BY spend_purchases, spend_mean`;
}

/** Gamma-Gamma, or credibility by moments where it refuses the data. */
export function fitGammaGamma(spend: SpendSummary): SpendFit {
  try {
    const fit = gammaGamma.fit(spend);
    const { p, q } = fit.params;
    return {
      model: "gamma-gamma",
      mean: gammaGamma.populationMean(fit.params),
      strength: (q - 1) / p,
      fit,
      correlation: spendFrequencyCorrelation(spend),
      warnings: fit.warnings,
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const fit = spendShrinkage.fit(spend);
    return {
      model: "shrinkage",
      mean: fit.params.mean,
      strength: fit.params.credibility,
      fit,
      correlation: spendFrequencyCorrelation(spend),
      warnings: [{ code: error.code, message: error.message }],
    };
  }
}
