import { type SqlStep, sqlStep } from "./step.ts";

export const returnLinkDefinition: SqlStep = {
  name: "return_link",
  reads: ["orders"],
  parameters: ({ asOf, settings }) => ({ as_of: asOf, currency: settings.currency }),
  checks: { "a return counts on a day": "counted_on IS NULL" },
};

/** Returns and cancellations to the purchase they belong to; the rules are in sql/return_link.sql. */
export const returnLink = sqlStep(returnLinkDefinition);
