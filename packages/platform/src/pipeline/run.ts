import type { Engine } from "../engines/engine.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { listFits } from "./backtest/backtest.ts";
import { chooseSplit } from "./backtest/choose-split.ts";
import { keepError } from "./backtest/drift.ts";
import type { BacktestReport, Reason } from "./backtest/report.ts";
import { readBacktest } from "./backtest/run-backtest.ts";
import { backtestSteps } from "./backtest/steps.ts";
import { readBody } from "./body.ts";
import { methodsToFit } from "./choice.ts";
import { CONTRACT_STEPS } from "./contract/prove-contracts.ts";
import type { DoctorReport } from "./doctor.ts";
import { planFeatures } from "./features/feature-plan.ts";
import { readFits } from "./fits.ts";
import { begin, fitting, foundation } from "./foundation.ts";
import { countInsights, insightSteps } from "./insights.ts";
import type { Method } from "./method.ts";
import { readReport, writeReport } from "./report.ts";
import { runParts } from "./run-parts.ts";
import { beginUnvalued, runUnvalued } from "./run-unvalued.ts";
import type { RunEvent, StepReport } from "./runner.ts";
import { VALUE_STEPS, valueCustomers } from "./value-customers.ts";

export type RunOptions = {
  /** The last day that counts; the last day with an order if absent. */
  readonly asOf?: Date | undefined;
  /** Instead of the winner of the backtest. */
  readonly method?: Method | undefined;
  /** False leaves the backtest out: the values are then marked unverified. */
  readonly backtest?: boolean | undefined;
  /** False spares the transition method in the backtest; it can then not win. */
  readonly transition?: boolean | undefined;
  /** False ends with the values: key figures, snapshots and what is made from them are left out. */
  readonly insights?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((event: RunEvent) => void) | undefined;
};

export type RunReport = {
  readonly asOf: string;
  /**
   * The methods of contracts and of orders with a plus where there are both: sbg+mbg-nbd. Null where
   * there is neither: then there are key figures of answers and contacts, and nothing is valued.
   */
  readonly method: string | null;
  readonly reason: Reason | null;
  readonly verified: boolean;
  readonly hasAmounts: boolean;
  readonly marginRate: number | null;
  readonly steps: readonly StepReport[];
};

/**
 * From the ledger to what every customer is worth: makes what is stale, proves the methods on
 * held-out time, values the customers by the winner. Key figures and what was at each month's end
 * may take longer; the values can be read by then. Where there are answers or contacts and nothing
 * that could be valued, their key figures alone.
 *
 * @throws PipelineError NO_ORDERS, NO_TIME_OBSERVED, METHOD_NOT_FITTED, SPLIT_OUTSIDE_HISTORY, CHECK_FAILED;
 *   EngineError ENGINE_CANCELLED when stopped: what is published by then stays
 */
export async function run(workspace: Workspace, options: RunOptions = {}): Promise<RunReport> {
  const begun = await beginUnvalued(workspace);
  return begun ? runUnvalued(begun, options) : runValued(workspace, options);
}

async function runValued(workspace: Workspace, options: RunOptions): Promise<RunReport> {
  const { engine, settings } = workspace;
  const { history, context } = await begin(workspace, options.asOf);
  const split = options.backtest === false ? undefined : await chooseSplit(engine, history, {});
  const proof = split ? backtestSteps(split, { transition: options.transition ?? true }) : [];
  const plan = options.insights === false ? undefined : await planFeatures(engine);
  const contractual = history.hasContracts ? CONTRACT_STEPS : 0;
  const fits = fitting([]).length;
  const values = foundation.length + proof.length + fits + contractual + VALUE_STEPS;
  const parts = runParts(context, values + (plan ? countInsights(plan) : 0), options);

  await parts.make([...foundation, ...proof]);
  const backtest = split ? await readBacktest(engine) : undefined;
  if (backtest) await keepError(engine, backtest);
  await parts.make(fitting(methodsToFit(backtest, options.method)));
  const { chosen, valuation } = await valueCustomers(context, history, backtest, parts, options);
  await keepReports(engine, backtest);
  const report = async () => {
    const made = { ...chosen, steps: [...parts.made] };
    await writeReport(engine, "run", made);
    return made;
  };
  const valued = await report();
  if (!plan) return valued;
  await parts.make(insightSteps(plan, settings, valuation));
  return report();
}

async function keepReports(engine: Engine, backtest: BacktestReport | undefined): Promise<void> {
  await writeReport(engine, "fits", listFits(await readFits(engine, "fits")));
  await writeReport(engine, "doctor", await readBody<DoctorReport>(engine, "doctor"));
  if (backtest) await writeReport(engine, "backtest", backtest);
}

/** The last run, if there was one. */
export function lastRun(engine: Engine): Promise<RunReport | undefined> {
  return readReport(engine, "run");
}
