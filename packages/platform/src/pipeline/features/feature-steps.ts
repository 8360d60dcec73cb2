import type { Settings } from "../../workspace/settings.ts";
import { HEALTH_STEPS, healthSteps } from "../health/customer-health.ts";
import { classSteps } from "../lifecycle/class-steps.ts";
import { customerRank, type RankBasis } from "../lifecycle/customer-rank.ts";
import { lifecycleSteps } from "../lifecycle/lifecycle-steps.ts";
import { rankPhase } from "../lifecycle/rank-contracts.ts";
import type { PeriodStep } from "../period-step.ts";
import { SEGMENT_STEPS, segmentSteps } from "../segments/segment-steps.ts";
import type { Step } from "../step.ts";
import { WARNING_STEPS, warningSteps } from "../warnings/warning-steps.ts";
import type { FeaturePlan } from "./feature-plan.ts";
import { featureReportStep } from "./feature-report.ts";
import { snapshotSteps } from "./snapshot.ts";

/** All that a run makes of what customers were at each month's end. */
export function featureSteps(
  plan: FeaturePlan,
  settings: Settings,
  basis: RankBasis,
): (Step | PeriodStep)[] {
  return [
    ...snapshotSteps(plan),
    ...lifecycleSteps(plan.features, settings),
    ...classSteps,
    rankPhase,
    customerRank(plan.features, basis),
    featureReportStep(plan),
    ...segmentSteps(plan),
    ...warningSteps(plan),
    ...healthSteps(plan.features, settings),
  ];
}

/** How many steps those are, before it is known what the customers are valued by. */
export function countFeatureSteps({ sources }: FeaturePlan): number {
  // Beside the sources: snapshot, stages, moves, classes, cells, contracts, ranks and the report.
  return sources.length + 8 + SEGMENT_STEPS.length + WARNING_STEPS.length + HEALTH_STEPS;
}
