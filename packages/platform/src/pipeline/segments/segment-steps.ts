import type { FeaturePlan } from "../features/feature-plan.ts";
import type { PeriodStep } from "../period-step.ts";
import type { Step } from "../step.ts";
import { macroRuleStep } from "./macro-rule.ts";
import { microFlow, segmentMove, segmentPeriod } from "./micro-flow.ts";
import { segmentDefinition } from "./segment-definition.ts";
import { segmentMacro } from "./segment-macro.ts";
import { segmentMicro } from "./segment-micro.ts";
import { segmentModelStep } from "./segment-model.ts";
import { segmentWeek } from "./segment-week.ts";
import { transitionCell } from "./transition-cell.ts";
import { transitionModelStep, transitionReport } from "./transition-model.ts";

/** The names of the steps below, in order. */
export const SEGMENT_STEPS = [
  "segment_rule",
  "segment_macro",
  "segment_model",
  "segment_definition",
  "segment_micro",
  "micro_flow",
  "segment_week",
  "segment_move",
  "segment_period",
  "transition_model",
  "transition_report",
  "transition_cell",
] as const;

/** The steps from snapshots to segments and the moves between them. */
export function segmentSteps({ features }: FeaturePlan): (Step | PeriodStep)[] {
  return [
    macroRuleStep(features),
    segmentMacro(features),
    segmentModelStep(features),
    segmentDefinition(features),
    segmentMicro(features),
    microFlow(features),
    segmentWeek(features),
    segmentMove,
    segmentPeriod,
    transitionModelStep(features),
    transitionReport,
    transitionCell,
  ];
}
