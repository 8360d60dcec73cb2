import type { Workspace } from "../../workspace/workspace.ts";
import { begin } from "../foundation.ts";
import type { PeriodStep } from "../period-step.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { type RunnerOptions, runSteps, type StepReport } from "../runner.ts";
import type { Step } from "../step.ts";
import { type FeaturePlan, planFeatures } from "./feature-plan.ts";
import { snapshotSteps } from "./snapshot.ts";

/** All that a run makes of what customers were at each month's end. */
export function featureSteps(plan: FeaturePlan): (Step | PeriodStep)[] {
  return [...snapshotSteps(plan)];
}

/** Takes the snapshots of a workspace without valuing its customers. */
export async function takeSnapshots(
  workspace: Workspace,
  options: RunnerOptions & { readonly asOf?: Date | undefined } = {},
): Promise<StepReport[]> {
  const { context } = await begin(workspace, options.asOf);
  const plan = await planFeatures(workspace.engine);
  return runSteps([returnLink, purchaseDay, ...featureSteps(plan)], context, options);
}
