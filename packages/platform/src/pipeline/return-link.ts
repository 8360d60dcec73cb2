import { type SqlStep, sqlStep } from "./step.ts";

export const returnLinkDefinition: SqlStep = {
  name: "return_link",
  reads: ["orders"],
  parameters: ({ asOf, settings }) => ({ as_of: asOf, currency: settings.currency }),
  // What was paid is compared with what came back, in the currency of both.
  asItCame: true,
  // Without returns there is nothing to link, and no need to read every order for it.
  adapt: (sql, { hasReturns, money }) => {
    if (hasReturns) return money?.hasRates ? inEachCurrency(sql) : sql;
    return sql.replace("FROM orders\n", "FROM (SELECT * FROM orders LIMIT 0) AS none\n");
  },
  checks: { "a return counts on a day": "counted_on IS NULL" },
};

/** Returns and cancellations to the purchase they belong to; the rules are in sql/return_link.sql. */
export const returnLink = sqlStep(returnLinkDefinition);

/** Links in all currencies, and never from one to another unless the source names the order. */
function inEachCurrency(sql: string): string {
  return sql
    .replace("    AND coalesce(currency, $currency) = $currency\n", "")
    .replace(
      "coalesce(product_id, '') AS product",
      "coalesce(product_id, '') || ' ' || coalesce(currency, $currency) AS product",
    );
}
