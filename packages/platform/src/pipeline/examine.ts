import type { Workspace } from "../workspace/workspace.ts";
import { readBody } from "./body.ts";
import { type DoctorReport, examineLedger } from "./doctor.ts";
import { lastFitted } from "./fits.ts";
import { begin, fitting, foundation } from "./foundation.ts";
import { QUICK_METHODS } from "./method.ts";
import { PipelineError } from "./pipeline-error.ts";
import { writeReport } from "./report.ts";
import { type RunnerOptions, runSteps } from "./runner.ts";

/**
 * What is odd about the data of a workspace, and what was done with it; where there are neither
 * orders nor contracts, what there is.
 */
export async function examine(
  workspace: Workspace,
  options: RunnerOptions = {},
): Promise<DoctorReport> {
  const begun = await beginIfValued(workspace);
  if (!begun) return examineUnvalued(workspace, options.signal);
  const { context } = begun;
  const methods = (await lastFitted(workspace.engine)) ?? QUICK_METHODS;
  await runSteps([...foundation, ...fitting(methods)], context, options);
  const report = await readBody<DoctorReport>(workspace.engine, "doctor");
  await writeReport(workspace.engine, "doctor", report);
  return report;
}

async function beginIfValued(workspace: Workspace) {
  try {
    return await begin(workspace);
  } catch (error) {
    if (error instanceof PipelineError && error.code === "NO_ORDERS") return undefined;
    throw error;
  }
}

/** What the doctor says of a ledger with neither orders nor contracts. */
export async function examineUnvalued(
  { engine, settings }: Pick<Workspace, "engine" | "settings">,
  signal: AbortSignal | undefined,
): Promise<DoctorReport> {
  const none = { hasOrderIds: false, hasReturns: false };
  const report = await examineLedger({ engine, settings, asOf: new Date(), ...none }, signal);
  await writeReport(engine, "doctor", report);
  return report;
}
