import type { Parameters } from "../../engines/engine.ts";
import { CONTRIBUTION_TABLES } from "../money/contribution-figures.ts";
import { costKind } from "../money/cost-kinds.ts";
import { CURRENCY_TABLES, inOwnCurrency } from "../money/currency-figures.ts";
import { RETURNS_TABLE, TRIANGLE_TABLE } from "../money/return-figures.ts";
import { returnProvision } from "../money/return-provision.ts";
import type { PeriodStep } from "../period-step.ts";
import { POTENTIAL_TABLES, POTENTIAL_VALUES } from "../potential/potential-tables.ts";
import { type RunContext, type SqlStep, type Step, sqlStep } from "../step.ts";
import type { Valuation } from "../value-steps.ts";
import { cutByMember } from "./cut.ts";
import { figureMask } from "./figure-mask.ts";
import { MONTHLY_TABLES } from "./monthly-tables.ts";
import { figurePeriod } from "./period.ts";

export type FigureTable = {
  readonly name: string;
  /** The folder of its SQL. */
  readonly folder?: "figures" | "money" | "potential";
  readonly reads: readonly string[];
  readonly checks?: Readonly<Record<string, string>>;
  /** The parameters it takes: another value must not make the others again. */
  readonly values?: readonly string[];
  readonly adapt?: SqlStep["adapt"];
};

const SHARE = "numerator < 0 OR numerator > denominator";

/** Every table of the figures in the order they are made; its SQL is <folder>/<name>.sql. */
const TABLES: readonly (FigureTable | Step | PeriodStep)[] = [
  ...MONTHLY_TABLES,
  {
    name: "customer_profile",
    reads: ["orders", "purchase_day", "customer_summary", "customer_value", "customer_number"],
    checks: { "every customer has a number and a profile": "customer_no < 1 OR profile_id < 1" },
    values: ["as_of", "currency", "screen_horizon"],
  },
  {
    name: "figure_member",
    reads: ["customer_profile"],
    checks: { "every member has a name": "member IS NULL" },
  },
  {
    name: "profile_member",
    reads: ["customer_profile", "figure_member"],
  },
  {
    name: "profile_cut",
    reads: ["customer_profile", "figure_member"],
    checks: { "every profile belongs to all": "all_no IS NULL" },
  },
  {
    name: "figure_month",
    reads: ["purchase_month", "customer_profile", "figure_period"],
    checks: { "no month has fewer orders than purchases": "orders > 0 AND orders < purchases" },
    values: ["margin_rate", "fiscal_offset"],
  },
  {
    name: "sales_cell",
    reads: ["figure_month", "purchase_week", "customer_profile", "profile_cut", "figure_period"],
    adapt: cutByMember,
    checks: { "who bought made a purchase": "buyers > purchases" },
    values: ["margin_rate"],
  },
  {
    name: "sales_place_cell",
    reads: ["place_month", "sales_place", "figure_period"],
    checks: { "who bought made a purchase": "buyers > purchases" },
    values: ["margin_rate"],
  },
  {
    name: "figure_sales",
    reads: ["sales_cell", "sales_place_cell", "figure_period"],
  },
  ...CURRENCY_TABLES,
  {
    name: "customer_spell",
    reads: ["figure_month"],
    checks: { "a spell lasts": "until_month < from_month" },
    values: ["inactive_months"],
  },
  {
    name: "stock_cell",
    reads: ["customer_spell", "figure_month", "profile_cut", "figure_period"],
    adapt: cutByMember,
    checks: {
      "no count is negative": "active < 0 OR buyers_12 < 0 OR repeaters_12 < 0 OR retained < 0",
      "who bought twice bought": "repeaters_12 > buyers_12",
      "who is kept is active": "retained > active",
    },
  },
  {
    name: "figure_customers",
    reads: ["stock_cell", "figure_period"],
    checks: {
      "a share has its part": `figure IN ('repeat_rate', 'retention_rate') AND (${SHARE})`,
    },
    values: ["inactive_months", "opening_closing"],
  },
  {
    name: "customer_mrr",
    reads: ["orders", "customer_profile", "period_rate"],
    adapt: inOwnCurrency,
    checks: { "no revenue is negative": "mrr < 0 OR mrr_before < 0" },
    values: ["as_of", "currency"],
  },
  {
    name: "figure_recurring",
    reads: ["customer_mrr", "profile_cut", "figure_period"],
    adapt: cutByMember,
    checks: { "who stays pays no more than before": `figure = 'grr' AND (${SHARE} + 0.0001)` },
    values: ["opening_closing"],
  },
  {
    name: "figure_acquisition",
    reads: ["orders", "customer_profile", "profile_member", "figure_period"],
    checks: { "no count is negative": "n < 0" },
    values: ["as_of", "currency"],
  },
  {
    name: "cohort_month",
    reads: ["figure_month", "customer_mrr", "profile_cut", "figure_period", "figure_acquisition"],
    adapt: cutByMember,
    checks: { "no more are active than came": "active > customers" },
    values: ["margin_rate"],
  },
  {
    name: "figure_worth",
    reads: [
      "customer_value",
      "profile_member",
      "figure_acquisition",
      "cohort_month",
      "figure_period",
    ],
    checks: {
      "the interval holds the value": "denominator > 0 AND low > numerator / denominator + 0.0001",
    },
    values: ["long_horizon", "dispersion", "drift"],
  },
  {
    name: "figure_onboarding",
    reads: ["orders", "customer_summary", "purchase_day", "profile_cut", "figure_period"],
    adapt: cutByMember,
    checks: { "a share has its part": SHARE },
    values: ["as_of", "currency"],
  },
  {
    name: "figure_satisfaction",
    reads: ["orders", "profile_cut", "figure_period"],
    adapt: cutByMember,
    checks: { "an interval has its ends in order": "low > high" },
    values: ["as_of"],
  },
  {
    name: "figure_service",
    reads: ["orders", "profile_cut", "figure_period"],
    adapt: cutByMember,
    values: ["as_of"],
  },
  {
    name: "figure_response",
    reads: ["orders", "figure_period"],
    checks: { "nobody waits less than not at all": "numerator < 0" },
    values: ["as_of"],
  },
  costKind,
  ...CONTRIBUTION_TABLES,
  TRIANGLE_TABLE,
  returnProvision,
  RETURNS_TABLE,
  {
    name: "revenue_lorenz",
    reads: ["figure_month", "figure_period"],
    checks: { "a share lies between 0 and 1": "customers > 1.0000001 OR revenue > 1.0000001" },
  },
  {
    name: "clv_driver",
    reads: ["stock_cell", "figure_customers", "figure_period"],
  },
  {
    name: "group_comparison",
    reads: ["orders", "customer_value", "customer_profile"],
    values: ["as_of", "long_horizon"],
  },
  ...POTENTIAL_TABLES,
  {
    name: "figure_value",
    reads: [
      "figure_sales",
      "figure_currency",
      "figure_contribution",
      "figure_returns",
      "figure_customers",
      "figure_recurring",
      "figure_acquisition",
      "figure_worth",
      "figure_onboarding",
      "figure_satisfaction",
      "figure_service",
      "figure_response",
      "figure_potential",
      "revenue_lorenz",
      "figure_period",
    ],
    checks: {
      "the NPS lies between -100 and 100": "figure = 'nps' AND (value < -100 OR value > 100)",
    },
  },
];

/** The names of all tables, in the order they are made. */
export const FIGURE_STEPS = [figurePeriod, ...TABLES, figureMask].map(({ name }) => name);

/** The steps from values and ledger to the key figures, cohorts, drivers and comparisons. */
export function figureSteps(valuation: Valuation): (Step | PeriodStep)[] {
  const made = TABLES.map((table) => ("text" in table ? table : stepOf(table, valuation)));
  return [figurePeriod, ...made, figureMask];
}

function stepOf(table: FigureTable, valuation: Valuation): Step {
  const { name, folder = "figures", reads, checks = {}, values = [], adapt } = table;
  return sqlStep({
    name,
    file: `${folder}/${name}`,
    reads,
    checks,
    ...(adapt ? { adapt } : {}),
    parameters: (context) => pick(valuesOf(context, valuation), values),
  });
}

function valuesOf({ asOf, settings }: RunContext, valuation: Valuation): Parameters {
  return {
    as_of: asOf,
    currency: settings.currency,
    margin_rate: valuation.marginRate,
    dispersion: valuation.dispersion,
    drift: valuation.drift,
    inactive_months: settings.inactiveMonths,
    fiscal_offset: settings.fiscalYearStart - 1,
    opening_closing: settings.churnAverage === "opening-closing" ? 1 : 0,
    screen_horizon: settings.horizons[0] ?? 12,
    long_horizon: Math.max(...settings.horizons),
    ...POTENTIAL_VALUES,
  };
}

function pick(values: Parameters, names: readonly string[]): Parameters {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
