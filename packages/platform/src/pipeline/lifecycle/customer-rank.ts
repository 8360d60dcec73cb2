import type { Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { addMonths, daysBetween, isoDay } from "../calendar.ts";
import type { ContractMethod } from "../contract/contract-method.ts";
import { jointMethod } from "../contract/contract-value.ts";
import type { Feature } from "../features/feature.ts";
import { readFits } from "../fits.ts";
import { isProbabilityMethod, type Method, summaryMethod } from "../method.ts";
import { type MonthTables, monthPurchases } from "../month-purchases.ts";
import type { PeriodStep } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { previousEnd, snapshotPeriods } from "./lifecycle-steps.ts";
import { scoreContracts } from "./rank-contracts.ts";

/** What the next months are valued by; `contracts` where there are any. */
export type RankBasis = {
  readonly method: Method;
  readonly marginRate: number | null;
  readonly contracts?: ContractMethod | undefined;
};

const SELECT = readSql("lifecycle/customer_rank");
const COLUMNS = `customer_id VARCHAR, period_end DATE, method VARCHAR, expected_purchases DOUBLE,
  expected_spend DOUBLE, monthly_fee DOUBLE, expected_months DOUBLE, margin_rate DOUBLE, worth DOUBLE,
  rank_place INTEGER, decile INTEGER, previous_place INTEGER, change DOUBLE, effect_purchases DOUBLE,
  effect_spend DOUBLE, effect_fee DOUBLE, effect_months DOUBLE, effect_margin DOUBLE, reason VARCHAR`;

/** The horizon is not of one length after every month. */
const TABLES: MonthTables = {
  cells: "rank_cell",
  nodes: "rank",
  async lengths(context) {
    const { rankMonths, horizons } = context.settings;
    const ends = await snapshotPeriods(context, rankMonths);
    return ends.map(({ end }) => daysBetween(end, addMonths(end, horizons[0] as number)));
  },
};

/**
 * The ranks of customers at each month's end. A month keeps the forecast it was first ranked by:
 * a new fit or another method ranks new months, and old ones only where their data change. The
 * months before the first run are ranked by the fit of that run.
 */
export function customerRank(features: readonly Feature[], basis: RankBasis): PeriodStep {
  const has = (column: string) => features.some(({ name }) => name === column);
  const select = SELECT.replaceAll(
    "own_revenue",
    has("revenue") ? "revenue" : "CAST(NULL AS DOUBLE)",
  );
  const purchases = monthPurchases(TABLES);
  return {
    name: "customer_rank",
    reads: ["snapshot", "rank_phase"],
    text: select,
    inputs: ({ asOf, settings }) => ({ as_of: isoDay(asOf), months: settings.rankMonths }),
    checks: {
      "a customer is worth a number": "worth IS NULL OR isnan(worth)",
      "the effects are the change":
        "abs(change - effect_purchases - effect_spend - effect_fee - effect_months - effect_margin) > 0.000001 * (1 + abs(worth) + abs(change))",
    },
    periods: {
      column: "period_end",
      columns: COLUMNS,
      select,
      list: (context) => snapshotPeriods(context, context.settings.rankMonths),
      parameters: (_, end) => ({ period_end: end, previous_end: previousEnd(end) }),
      prepare: (context, end, watch) =>
        score(context, end, basis, purchases, has("contribution_12m"), { signal: watch.signal }),
    },
  };
}

/**
 * Writes what each distinct customer of a snapshot is expected to buy, and how long each distinct
 * contract is expected to stay: small tables to join with.
 */
async function score(
  context: RunContext,
  end: Date,
  { method: chosen, marginRate, contracts }: RankBasis,
  purchases: ReturnType<typeof monthPurchases>,
  hasCost: boolean,
  options: StatementOptions,
): Promise<void> {
  const { engine, settings } = context;
  const days = daysBetween(end, addMonths(end, settings.horizons[0] as number));
  const fits = await readFits(engine, "fits");
  const method = summaryMethod(chosen, fits.models);
  const spend = isProbabilityMethod(method) ? fits.spend : undefined;
  const margin = hasCost ? await marginOfYear(engine, end) : null;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "CAST(NULL AS DOUBLE)" : `CAST(${value} AS DOUBLE)`;
  const hasBuyers = await purchases(context, { end, days, method, fits }, options);
  await engine.replaceTable(
    "rank_score",
    `SELECT frequency, recency, age, expected_purchases,
       ${number(spend?.mean)} AS spend_mean, ${number(spend?.strength)} AS spend_strength,
       ${number(days / DAYS_OF_YEAR)} AS last_window_factor
     FROM rank_cell`,
  );
  const resumeShare = await scoreContracts(context, end, contracts, options);
  await engine.replaceTable(
    "rank_basis",
    `SELECT CAST($method AS VARCHAR) AS method, ${number(margin ?? marginRate)} AS margin_rate,
       ${number(resumeShare)} AS resume_share`,
    { method: contracts ? jointMethod(contracts, hasBuyers ? method : undefined) : method },
  );
}

const DAYS_OF_YEAR = 365.25;

/** Contribution as a share of the revenue of the year before a day; null where nothing was sold. */
async function marginOfYear(engine: Engine, end: Date): Promise<number | null> {
  const [row] = await engine.rows(
    `SELECT sum(contribution_12m) AS contribution, sum(revenue_12m) AS revenue
     FROM snapshot WHERE period_end = $end AND contribution_12m IS NOT NULL`,
    { end },
  );
  const revenue = Number(row?.revenue ?? 0);
  return revenue > 0 ? Number(row?.contribution) / revenue : null;
}
