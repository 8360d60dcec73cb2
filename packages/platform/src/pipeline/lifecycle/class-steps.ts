import { type Step, sqlStep } from "../step.ts";

/** Value class × intent of each customer, and the cells of that table. */
export const classSteps: readonly Step[] = [
  sqlStep({
    name: "customer_class",
    file: "lifecycle/customer_class",
    reads: ["customer_value", "orders"],
    parameters: ({ asOf, settings }) => ({
      as_of: asOf,
      horizon: settings.horizons[0] as number,
      purchase_to: settings.intent.purchaseTo,
      churn_from: settings.intent.churnFrom,
    }),
    checks: { "every customer has a class and an intent": "value_class IS NULL OR intent IS NULL" },
  }),
  sqlStep({
    name: "value_intent",
    file: "lifecycle/value_intent",
    reads: ["customer_class"],
    checks: { "a cell holds somebody": "customers < 1" },
  }),
];
