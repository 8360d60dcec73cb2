import { horizonsOf } from "../horizon.ts";
import { type SqlStep, type Step, sqlStep } from "../step.ts";
import type { TransitionTables } from "./panel-source.ts";
import { transitionCorrection } from "./transition-correction.ts";
import { transitionFit } from "./transition-fit.ts";
import { transitionScore } from "./transition-score.ts";
import { serviceCostSteps } from "./transition-service.ts";

/** The tables of the method at the end of the data. */
export const TRANSITION_TABLES: TransitionTables = {
  plan: "transition_plan",
  customer: "transition_customer",
  activity: "transition_activity",
  fit: "transition_fit",
  score: "transition_score",
};

/** How the tables that fits and scores are made from are read, at the end of the data or before. */
export const transitionSources: readonly SqlStep[] = [
  {
    name: "transition_plan",
    file: "transition/transition_plan",
    reads: ["customer_summary"],
    parameters: ({ asOf }) => ({ as_of: asOf }),
    checks: { "periods have a length": "period_days < 1 OR periods < 0" },
  },
  {
    name: "transition_customer",
    file: "transition/transition_customer",
    reads: ["customer_summary"],
    checks: { "every number stands for a customer": "customer_id IS NULL" },
  },
  {
    name: "transition_activity",
    file: "transition/transition_activity",
    reads: ["purchase_day", "transition_customer", "transition_plan"],
    checks: {
      "nobody bought on fewer days than none": "purchases < 0 OR squared_gaps < 0",
      "who bought did so on a day": "purchases > 0 AND last_day IS NULL",
    },
  },
];

/** From purchases to what the transition method foresees of every customer, costs included. */
export function transitionSteps(): Step[] {
  return [
    ...transitionSources.map(sqlStep),
    transitionFit(TRANSITION_TABLES, horizonsOf),
    transitionScore(TRANSITION_TABLES, horizonsOf, ({ settings }) => settings.discountRate),
    sqlStep(transitionValue),
    ...serviceCostSteps(TRANSITION_TABLES),
    transitionCorrection(TRANSITION_TABLES),
  ];
}

/** The scores with the customers they are of. */
export const transitionValue: SqlStep = {
  name: "transition_value",
  file: "transition/transition_value",
  reads: ["transition_score", "transition_customer"],
  checks: { "every value has a customer": "customer_id IS NULL" },
};
