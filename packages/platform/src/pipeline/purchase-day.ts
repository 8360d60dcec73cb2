import { type RunContext, type SqlStep, sqlStep } from "./step.ts";

/** How sql/purchase_day.sql is read at the end of the data, and at a cut-off before it. */
export const purchaseDayDefinition: SqlStep = {
  name: "purchase_day",
  reads: ["orders", "return_link"],
  parameters: ({ asOf, settings }) => ({ as_of: asOf, currency: settings.currency }),
  // Counting distinct orders triples the cost of the step; where there are none it is spared.
  adapt: (sql: string, { hasOrderIds }: RunContext) =>
    hasOrderIds ? sql : sql.replace(/count\(DISTINCT [^)]*\)/, "0"),
  checks: {
    "every row has customer and day": "customer_id IS NULL OR day IS NULL",
    "what was returned is not positive": "returned > 0",
  },
};

/** Order lines to one row per customer and day, net of returns. */
export const purchaseDay = sqlStep(purchaseDayDefinition);
