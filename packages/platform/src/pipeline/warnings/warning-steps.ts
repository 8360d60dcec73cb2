import { readSql } from "../../engines/sql-file.ts";
import type { FeaturePlan } from "../features/feature-plan.ts";
import type { PeriodStep } from "../period-step.ts";
import { type Step, sqlStep } from "../step.ts";
import { segmentChart, segmentFlow } from "./segment-flow.ts";
import { readWarningFit, warningFitStep } from "./warning-fit.ts";
import { warningScoreStep } from "./warning-score.ts";

/** The names of the steps below, in order. */
export const WARNING_STEPS = [
  "warning_member",
  "warning_period",
  "price_rise",
  "warning_fit",
  "warning_score",
  "warning",
  "segment_flow",
  "segment_chart",
] as const;

/** The steps from snapshots and segments to early warnings. */
export function warningSteps(plan: FeaturePlan): (Step | PeriodStep)[] {
  return [
    warningMember,
    warningPeriod,
    priceRise,
    warningFitStep(plan),
    warningScoreStep(plan),
    warning,
    segmentFlow,
    segmentChart,
  ];
}

const warningMember = sqlStep({
  name: "warning_member",
  file: "warnings/warning_member",
  reads: ["purchase_activity"],
  checks: { "places begin at 1": "place < 1" },
});

const warningPeriod = sqlStep({
  name: "warning_period",
  file: "warnings/warning_period",
  reads: ["segment_macro", "segment_rule"],
  checks: { "every month end has its threshold": "spend_high IS NULL" },
});

const priceRise = sqlStep({
  name: "price_rise",
  file: "warnings/price_rise",
  reads: ["orders"],
  parameters: ({ asOf, settings }) => ({ as_of: asOf, currency: settings.currency }),
  checks: { "a price rises in a month": "extract(day FROM activity_month) <> 1" },
});

const WARNING_SQL = readSql("warnings/warning");

const warning: Step = {
  name: "warning",
  reads: ["warning_score", "customer_value"],
  text: WARNING_SQL,
  inputs: ({ settings }) => ({
    budget: settings.alerts.budget,
    horizon_months: settings.horizons[0] as number,
  }),
  checks: {
    "what is at stake is a number": "at_stake IS NULL OR isnan(at_stake)",
    "a rank begins at 1": "rank_place < 1",
  },
  async write(context, table, options) {
    const fit = await readWarningFit(context.engine);
    const parameters = { ...this.inputs(context), period_end: fit?.periodEnd ?? null };
    await context.engine.replaceTable(table, WARNING_SQL, parameters, options);
  },
};
