import { addDays } from "../calendar.ts";
import { type SqlStep, sqlStep } from "../step.ts";

/** Days without a phase after which a subscription that comes back is another contract. */
export const GAP_DAYS = 31;

/** How sql/contract/contract.sql is read at the end of the data, and at a cut-off before it. */
export const contractDefinition: SqlStep = {
  name: "contract",
  file: "contract/contract",
  reads: ["orders"],
  parameters: ({ asOf, settings }) => ({
    as_of: asOf,
    day_after: addDays(asOf, 1),
    currency: settings.currency,
    gap_days: GAP_DAYS,
  }),
  checks: {
    "every contract has begun a month": "months < 1 OR months IS NULL",
    "no more months are paid than begun": "paid_months > months OR paid_months < 0",
    "what ended is lost, unless it was a trial":
      "is_contract = 1 AND lost <> CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END",
    "no contract ends before it starts": "ended_on < started_on",
  },
};

/** The phases of subscriptions to one row a contract, as known on the last day that counts. */
export const contract = sqlStep(contractDefinition);
