/** What stands in a statement for the forecasts of the transition method where there are none. */
const NONE = `(SELECT CAST(NULL AS VARCHAR) AS customer_id, CAST(0 AS INTEGER) AS horizon_months,
  CAST(0 AS DOUBLE) AS purchases, CAST(0 AS DOUBLE) AS revenue, CAST(0 AS DOUBLE) AS base_spend,
  CAST(0 AS DOUBLE) AS discount_ratio, CAST(0 AS INTEGER) AS state WHERE 1 = 0)`;

/** The same for what caring for customers will cost. */
const NO_SERVICE = `(SELECT CAST(0 AS INTEGER) AS horizon_months, CAST(0 AS INTEGER) AS state,
  CAST(0 AS DOUBLE) AS cost_discounted WHERE 1 = 0)`;

/** A statement that reads `table` of the transition method, as it reads without it. */
export function withoutTransition(sql: string, table: string): string {
  return sql
    .replace(new RegExp(`JOIN ${table}\\b`), `JOIN ${NONE}`)
    .replace(/JOIN transition_service\b/, `JOIN ${NO_SERVICE}`);
}
