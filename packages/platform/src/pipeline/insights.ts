import type { Settings } from "../workspace/settings.ts";
import { accountValue } from "./customer-360/account-value.ts";
import { bridgeSteps } from "./equity-bridge.ts";
import type { FeaturePlan } from "./features/feature-plan.ts";
import { countFeatureSteps, featureSteps } from "./features/feature-steps.ts";
import { answerSteps, topicSteps } from "./feedback/feedback-steps.ts";
import { FIGURE_STEPS, figureSteps } from "./figures/steps.ts";
import { NEW_CUSTOMER_STEPS, newCustomerSteps } from "./new-customers/new-customer-steps.ts";
import type { PeriodStep } from "./period-step.ts";
import type { Step } from "./step.ts";
import type { Valuation } from "./value-steps.ts";

/** What a run makes after the values: key figures, and what was at each month's end. */
export function insightSteps(
  plan: FeaturePlan,
  settings: Settings,
  valuation: Valuation,
): (Step | PeriodStep)[] {
  return [
    ...answerSteps,
    accountValue,
    ...figureSteps(valuation),
    ...newCustomerSteps(valuation),
    ...featureSteps(plan, settings, valuation),
    ...topicSteps,
    ...bridgeSteps,
  ];
}

/** How many steps those are, before it is known what the customers are valued by. */
export function countInsights(plan: FeaturePlan): number {
  const figures = FIGURE_STEPS.length + NEW_CUSTOMER_STEPS.length;
  const feedback = answerSteps.length + topicSteps.length;
  return 1 + feedback + figures + countFeatureSteps(plan) + bridgeSteps.length;
}
