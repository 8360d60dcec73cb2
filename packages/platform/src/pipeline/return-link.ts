import { type SqlStep, sqlStep } from "./step.ts";

export const returnLinkDefinition: SqlStep = {
  name: "return_link",
  reads: ["orders"],
  parameters: ({ asOf, settings }) => ({ as_of: asOf, currency: settings.currency }),
  // Without returns there is nothing to link, and no need to read every order for it.
  adapt: (sql, { hasReturns }) =>
    hasReturns
      ? sql
      : sql.replace("FROM orders\n", "FROM (SELECT * FROM orders LIMIT 0) AS none\n"),
  checks: { "a return counts on a day": "counted_on IS NULL" },
};

/** Returns and cancellations to the purchase they belong to; the rules are in sql/return_link.sql. */
export const returnLink = sqlStep(returnLinkDefinition);
