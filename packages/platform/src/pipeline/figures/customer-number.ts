import { type Step, sqlStep } from "../step.ts";

const step = sqlStep({
  name: "customer_number",
  file: "figures/customer_number",
  reads: ["orders", "purchase_day"],
  checks: { "every customer has a number": "customer_no < 1 OR customer_id IS NULL" },
  parameters: ({ asOf }) => ({ as_of: asOf }),
});

/** A number for every customer, kept for good: see sql/figures/customer_number.sql. */
export const customerNumber: Step = {
  ...step,
  async write(context, table, options) {
    await context.engine.run(
      "CREATE TABLE IF NOT EXISTS customer_number (customer_id VARCHAR, customer_no INTEGER)",
    );
    await step.write(context, table, options);
  },
};
