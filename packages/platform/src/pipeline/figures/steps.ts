import type { Parameters } from "../../engines/engine.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";
import type { Valuation } from "../value-steps.ts";
import { figurePeriod } from "./period.ts";

type Definition = readonly [
  reads: readonly string[],
  checks?: Readonly<Record<string, string>>,
  parameters?: readonly string[],
];

const SHARE = "numerator < 0 OR numerator > denominator";

/** Every table of the figures in order: what it reads, what must hold, the values it takes. */
const TABLES: Readonly<Record<string, Definition>> = {
  customer_profile: [
    ["orders", "purchase_day", "customer_summary", "customer_value"],
    { "every customer has a number and a profile": "customer_no < 1 OR profile_id < 1" },
    ["as_of", "currency", "screen_horizon"],
  ],
  figure_member: [["customer_profile"], { "every member has a name": "member IS NULL" }],
  profile_member: [["customer_profile", "figure_member"]],
  figure_month: [
    ["purchase_day", "customer_profile"],
    { "no month has fewer orders than purchases": "orders > 0 AND orders < purchases" },
    ["margin_rate"],
  ],
  sales_cell: [
    ["figure_month", "purchase_day", "customer_profile", "profile_member", "figure_period"],
    { "who bought made a purchase": "buyers > purchases" },
    ["margin_rate"],
  ],
  sales_place_cell: [
    ["orders", "return_link", "customer_profile", "figure_period"],
    { "who bought made a purchase": "buyers > purchases" },
    ["as_of", "currency", "margin_rate"],
  ],
  figure_sales: [["sales_cell", "sales_place_cell", "figure_period"]],
  customer_spell: [
    ["figure_month"],
    { "a spell lasts": "until_month < from_month" },
    ["inactive_months"],
  ],
  stock_cell: [
    ["customer_spell", "figure_month", "profile_member", "figure_period"],
    {
      "no count is negative": "active < 0 OR buyers_12 < 0 OR repeaters_12 < 0 OR retained < 0",
      "who bought twice bought": "repeaters_12 > buyers_12",
      "who is kept is active": "retained > active",
    },
  ],
  figure_customers: [
    ["stock_cell", "figure_period"],
    { "a share has its part": `figure IN ('repeat_rate', 'retention_rate') AND (${SHARE})` },
    ["inactive_months", "opening_closing"],
  ],
  customer_mrr: [
    ["orders", "customer_profile"],
    { "no revenue is negative": "mrr < 0 OR mrr_before < 0" },
    ["as_of", "currency"],
  ],
  figure_recurring: [
    ["customer_mrr", "profile_member", "figure_period"],
    { "who stays pays no more than before": `figure = 'grr' AND (${SHARE} + 0.0001)` },
    ["opening_closing"],
  ],
  figure_acquisition: [
    ["orders", "customer_profile", "profile_member", "figure_period"],
    { "no count is negative": "n < 0" },
    ["as_of", "currency"],
  ],
  cohort_month: [
    ["figure_month", "customer_mrr", "profile_member", "figure_period", "figure_acquisition"],
    { "no more are active than came": "active > customers" },
    ["margin_rate"],
  ],
  figure_worth: [
    ["customer_value", "profile_member", "figure_acquisition", "cohort_month", "figure_period"],
    {
      "the interval holds the value": "denominator > 0 AND low > numerator / denominator + 0.0001",
    },
    ["long_horizon", "dispersion", "drift"],
  ],
  figure_onboarding: [
    ["orders", "customer_summary", "purchase_day", "profile_member", "figure_period"],
    { "a share has its part": SHARE },
    ["as_of", "currency"],
  ],
  figure_satisfaction: [
    ["orders", "profile_member", "figure_period"],
    { "an interval has its ends in order": "low > high" },
    ["as_of"],
  ],
  figure_service: [["orders", "profile_member", "figure_period"], {}, ["as_of"]],
  revenue_lorenz: [
    ["figure_month"],
    { "a share lies between 0 and 1": "customers > 1.0000001 OR revenue > 1.0000001" },
  ],
  clv_driver: [["stock_cell", "figure_customers", "figure_period"]],
  group_comparison: [
    ["orders", "customer_value", "customer_profile"],
    {},
    ["as_of", "long_horizon"],
  ],
  figure_value: [
    [
      "figure_sales",
      "figure_customers",
      "figure_recurring",
      "figure_acquisition",
      "figure_worth",
      "figure_onboarding",
      "figure_satisfaction",
      "figure_service",
      "revenue_lorenz",
      "figure_period",
    ],
    { "the NPS lies between -100 and 100": "figure = 'nps' AND (value < -100 OR value > 100)" },
  ],
};

/** The names of all tables, in the order they are made. */
export const FIGURE_STEPS: readonly string[] = [figurePeriod.name, ...Object.keys(TABLES)];

/** The steps from values and ledger to the key figures, cohorts, drivers and comparisons. */
export function figureSteps(valuation: Valuation): Step[] {
  const made = Object.entries(TABLES).map(([name, [reads, checks = {}, parameters = []]]) =>
    sqlStep({
      name,
      file: `figures/${name}`,
      reads,
      checks,
      parameters: (context) => pick(valuesOf(context, valuation), parameters),
    }),
  );
  return [figurePeriod, ...made];
}

function valuesOf({ asOf, settings }: RunContext, valuation: Valuation): Parameters {
  return {
    as_of: asOf,
    currency: settings.currency,
    margin_rate: valuation.marginRate,
    dispersion: valuation.dispersion,
    drift: valuation.drift,
    inactive_months: settings.inactiveMonths,
    opening_closing: settings.churnAverage === "opening-closing" ? 1 : 0,
    screen_horizon: settings.horizons[0] ?? 12,
    long_horizon: Math.max(...settings.horizons),
  };
}

/** Only what the table takes: another value must not make it again. */
function pick(values: Parameters, names: readonly string[]): Parameters {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
