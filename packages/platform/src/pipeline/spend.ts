import {
  gammaGamma,
  ModelError,
  type SpendCorrelation,
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
const MOST_CUSTOMERS = 1_000_000;

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
  const frequency = columns.frequency as Float64Array;
  const monetaryValue = columns.monetary_value as Float64Array;
  if (frequency.length === 0) return undefined;
  return fitGammaGamma({ frequency, monetaryValue });
}

/** Number and mean of purchases of all buyers, or of every k-th of them. */
function spendSql(summaryTable: string, every: number): string {
  const table = identifier(summaryTable);
  const columns = "spend_purchases AS frequency, spend_mean AS monetary_value";
  if (every <= 1) return `SELECT ${columns} FROM ${table} WHERE spend_mean > 0`;
  return `SELECT ${columns} FROM (
      SELECT spend_purchases, spend_mean, row_number() OVER (ORDER BY customer_id) AS place
      FROM ${table} WHERE spend_mean > 0
    ) AS buyers
    WHERE mod(place, CAST($every AS BIGINT)) = 0`;
}

type SpendColumns = { readonly frequency: Float64Array; readonly monetaryValue: Float64Array };

/** Gamma-Gamma, or credibility by moments where it refuses the data. */
function fitGammaGamma(spend: SpendColumns): SpendFit {
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
