import type { FeaturePlan } from "../features/feature-plan.ts";
import type { PeriodStep } from "../period-step.ts";
import type { Step } from "../step.ts";
import { macroRuleStep } from "./macro-rule.ts";
import { segmentMacro } from "./segment-macro.ts";

/** The names of the steps below, in order. */
export const SEGMENT_STEPS = ["segment_rule", "segment_macro"] as const;

/** The steps from snapshots to segments and the moves between them. */
export function segmentSteps({ features }: FeaturePlan): (Step | PeriodStep)[] {
  return [macroRuleStep(features), segmentMacro(features)];
}
