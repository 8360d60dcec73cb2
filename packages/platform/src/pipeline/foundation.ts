import type { Workspace } from "../workspace/workspace.ts";
import { hasReplacedPhases, subscriptionPhase } from "./contract/subscription-phase.ts";
import { customerSummary } from "./customer-summary.ts";
import { doctor } from "./doctor.ts";
import { fitsStep } from "./fits.ts";
import { type History, readHistory } from "./history.ts";
import { resolveIdentities } from "./identity/resolve.ts";
import type { ProbabilityMethod } from "./method.ts";
import { planMoney } from "./money/money-plan.ts";
import { moneySteps } from "./money/money-steps.ts";
import { purchaseDay } from "./purchase-day.ts";
import { returnLink } from "./return-link.ts";
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
