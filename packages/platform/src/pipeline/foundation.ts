import type { Workspace } from "../workspace/workspace.ts";
import { readBody } from "./body.ts";
import { hasReplacedPhases, subscriptionPhase } from "./contract/subscription-phase.ts";
import { customerSummary } from "./customer-summary.ts";
import { type DoctorReport, doctor, examineLedger } from "./doctor.ts";
import { fitsStep, lastFitted } from "./fits.ts";
import { type History, readHistory } from "./history.ts";
import { resolveIdentities } from "./identity/resolve.ts";
import { type ProbabilityMethod, QUICK_METHODS } from "./method.ts";
import { planMoney } from "./money/money-plan.ts";
import { moneySteps } from "./money/money-steps.ts";
import { PipelineError } from "./pipeline-error.ts";
import { purchaseDay } from "./purchase-day.ts";
import { writeReport } from "./report.ts";
import { returnLink } from "./return-link.ts";
import { type RunnerOptions, runSteps } from "./runner.ts";
import type { RunContext, Step } from "./step.ts";

/** The steps that everything else stands on: from order lines to a row a customer. */
export const foundation: readonly Step[] = [
  returnLink,
  subscriptionPhase,
  ...moneySteps,
  purchaseDay,
  customerSummary,
];

/** Fits what values customers, and looks at the data with that. */
export function fitting(methods: readonly ProbabilityMethod[]): Step[] {
  const source = { purchases: "purchase_day", summary: "customer_summary", methods };
  return [fitsStep("fits", source), doctor];
}

/**
 * What a run decides once, read from the ledger.
 *
 * @param asOf the last day that counts; the last day with an order if absent
 * @throws PipelineError NO_ORDERS
 */
export async function begin(
  { engine, settings }: Workspace,
  asOf?: Date,
): Promise<{ readonly history: History; readonly context: RunContext }> {
  const money = await planMoney(engine, settings);
  const history = await readHistory(engine, settings.currency, asOf, money);
  const hasAliases = (await resolveIdentities(engine)).aliases > 0;
  const { lastDay, hasOrderIds, hasReturns } = history;
  const context = {
    engine,
    settings,
    asOf: asOf ?? lastDay,
    hasOrderIds,
    hasReturns,
    hasAliases,
    replacedPhases: await hasReplacedPhases(engine),
    money,
  };
  return { history, context };
}

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
