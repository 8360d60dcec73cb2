import { discounting } from "@kundenwert/models";
import { cutByMember } from "../figures/cut.ts";
import { type Step, sqlStep } from "../step.ts";
import type { Valuation } from "../value-steps.ts";
import { newCustomerValue } from "./new-customer-value.ts";

/** The names of the steps below, in order. */
export const NEW_CUSTOMER_STEPS = ["new_customer_cell", "new_customer_value"] as const;

/** From what customers brought after they were won to what a new one is worth. */
export function newCustomerSteps(valuation: Valuation): Step[] {
  return [newCustomerCell(valuation), newCustomerValue(valuation)];
}

const newCustomerCell = ({ marginRate }: Valuation): Step =>
  sqlStep({
    name: "new_customer_cell",
    file: "new-customers/new_customer_cell",
    reads: ["customer_summary", "purchase_day", "customer_profile", "profile_cut", "horizon"],
    adapt: cutByMember,
    parameters: ({ asOf, settings }) => ({
      as_of: asOf,
      margin_rate: marginRate,
      day_rate: discounting.continuousRate(settings.discountRate),
    }),
    checks: { "every cell has customers": "customers < 1" },
  });
