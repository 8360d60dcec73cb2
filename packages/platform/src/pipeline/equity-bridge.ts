import { type Step, sqlStep } from "./step.ts";

/** What screens show of the worth of all customers: how it moved, and how it is spread. */
export const bridgeSteps: readonly Step[] = [
  sqlStep({
    name: "equity_bridge",
    reads: ["customer_rank"],
    checks: {
      "what moved leads from opening to closing":
        "abs(opening + new_customers + purchases_up + purchases_down + spend_up + spend_down + fee_up + fee_down + months_up + months_down + margin + gone - closing) > 0.000001 * (1 + abs(closing))",
      "nobody goes who was not there": "gone_n < 0",
    },
  }),
  sqlStep({
    name: "value_histogram",
    reads: ["customer_value"],
    checks: {
      "a class lies above its lower bound": "upper_bound <= lower_bound",
      "its customers are worth what it says":
        "revenue_discounted < lower_bound * customers * 0.999999 OR revenue_discounted > upper_bound * customers * 1.000001",
    },
  }),
];
