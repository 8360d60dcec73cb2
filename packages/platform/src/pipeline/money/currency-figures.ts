import type { FigureTable } from "../figures/steps.ts";
import type { RunContext } from "../step.ts";

/** What exchange rates do to figures; the MRR reads the first of these tables. */
export const CURRENCY_TABLES: readonly FigureTable[] = [
  {
    name: "period_rate",
    folder: "money",
    reads: ["currency_rate", "figure_period"],
    checks: { "a rate is positive": "closing_rate <= 0 OR closing_before <= 0" },
  },
  {
    name: "figure_currency",
    folder: "money",
    reads: ["order_money", "customer_profile", "profile_member", "period_rate", "sales_cell"],
    values: ["as_of"],
  },
];

const CONVERTED = `CAST(monthly_fee AS DOUBLE) AS fee,
    CAST(NULL AS VARCHAR) AS own_currency,`;

/** Reads converted fees as they were before, so that each month's end can have its own rate. */
export function inOwnCurrency(sql: string, { money }: RunContext): string {
  if (!money?.tables.includes("subscriptions")) return sql;
  return sql.replace(CONVERTED, "coalesce(own_fee, monthly_fee) AS fee,\n    own_currency,");
}
