import { addDays } from "./calendar.ts";
import { type RunContext, type SqlStep, sqlStep } from "./step.ts";

/** What counts as recent at the end of the data: a year. */
export const RECENT_DAYS = 365;

/** The query is sql/customer_summary.sql; `windowDays` is what counts as recent. */
export function customerSummaryDefinition(windowDays: number): SqlStep {
  return {
    name: "customer_summary",
    reads: ["purchase_day"],
    parameters: ({ asOf, settings }: RunContext) => ({
      as_of: asOf,
      window_start: addDays(asOf, -windowDays),
      spend: settings.spend,
    }),
    // Each check is a condition no row may meet.
    checks: {
      "recency lies between 0 and age": "recency < 0 OR recency > age",
      "without repeats there is no recency": "frequency = 0 AND recency <> 0",
      "with repeats there is recency": "frequency > 0 AND recency = 0",
    },
  };
}

/** Purchases to one row per customer: x, t_x, T, spend and totals. */
export const customerSummary = sqlStep(customerSummaryDefinition(RECENT_DAYS));
