import { sqlStep } from "./step.ts";

/** Activity per customer and month; the query is sql/customer_month.sql. */
export const customerMonth = sqlStep({
  name: "customer_month",
  reads: ["purchase_day"],
  checks: { "no month has fewer orders than days of purchase": "orders < purchases" },
});
