import type { Engine } from "../engines/engine.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { listFits } from "./backtest/backtest.ts";
import { chooseSplit } from "./backtest/choose-split.ts";
import type { BacktestReport, Reason } from "./backtest/report.ts";
import { readBacktest } from "./backtest/run-backtest.ts";
import { backtestSteps } from "./backtest/steps.ts";
import { readBody } from "./body.ts";
import { isoDay } from "./calendar.ts";
import { chooseMethod } from "./choice.ts";
import { forgetContracts } from "./contract/contract-tables.ts";
import { contractValueSteps } from "./contract/contract-value.ts";
import { CONTRACT_STEPS, joinChoices, proveContracts } from "./contract/prove-contracts.ts";
import { accountValue } from "./customer-360/account-value.ts";
import { customerMonth } from "./customer-month.ts";
import type { DoctorReport } from "./doctor.ts";
import { planFeatures } from "./features/feature-plan.ts";
import { countFeatureSteps, featureSteps } from "./features/feature-steps.ts";
import { FIGURE_STEPS, figureSteps } from "./figures/steps.ts";
import { type Fits, readFits } from "./fits.ts";
import { begin, foundation } from "./foundation.ts";
import { horizon } from "./horizon.ts";
import { readMarginRate } from "./margin.ts";
import type { Method } from "./method.ts";
import type { PeriodStep } from "./period-step.ts";
import { readReport, writeReport } from "./report.ts";
import { type RunEvent, runSteps, type StepReport } from "./runner.ts";
import { scoreStep } from "./score.ts";
import type { Step } from "./step.ts";
import { valueSteps } from "./value-steps.ts";

export type RunOptions = {
  /** The last day that counts; the last day with an order if absent. */
  readonly asOf?: Date | undefined;
  /** Instead of the winner of the backtest. */
  readonly method?: Method | undefined;
  /** False leaves the backtest out: the values are then marked unverified. */
  readonly backtest?: boolean | undefined;
  /** False ends with the values: key figures, snapshots and what is made from them are left out. */
  readonly insights?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((event: RunEvent) => void) | undefined;
};

export type RunReport = {
  readonly asOf: string;
  /** The methods of contracts and of orders with a plus where there are both: sbg+mbg-nbd. */
  readonly method: string;
  readonly reason: Reason;
  readonly verified: boolean;
  readonly hasAmounts: boolean;
  readonly marginRate: number | null;
  readonly steps: readonly StepReport[];
};

/** Spread of whole years on the log scale until enough own backtests tell a better one. */
const DRIFT = 0.3;

/**
 * From the ledger to what every customer is worth: makes what is stale, proves the methods on
 * held-out time, values the customers by the winner.
 *
 * @throws PipelineError NO_ORDERS, NO_TIME_OBSERVED, METHOD_NOT_FITTED, SPLIT_OUTSIDE_HISTORY, CHECK_FAILED;
 *   EngineError ENGINE_CANCELLED when stopped: what is published by then stays
 */
export async function run(workspace: Workspace, options: RunOptions = {}): Promise<RunReport> {
  const { engine, settings } = workspace;
  const { history, context } = await begin(workspace, options.asOf);
  const split = options.backtest === false ? undefined : await chooseSplit(engine, history, {});
  const proof = split ? backtestSteps(split) : [];
  const plan = options.insights === false ? undefined : await planFeatures(engine);
  // Horizon, score and the four tables of value follow, as soon as the method is known.
  const later = plan ? 2 + FIGURE_STEPS.length + countFeatureSteps(plan) : 0;
  const contractual = history.hasContracts ? CONTRACT_STEPS : 0;
  const total = foundation.length + proof.length + contractual + 6 + later;
  const { signal, onProgress } = options;
  const stage = (steps: readonly (Step | PeriodStep)[], before: number) =>
    runSteps(steps, context, { place: { before, total }, signal, onProgress });

  const made = await stage([...foundation, ...proof], 0);
  const fits = await readFits(engine, "fits");
  const backtest = split ? await readBacktest(engine) : undefined;
  const choice = chooseMethod(fits, backtest, options.method);
  const marginRate = await readMarginRate(engine, settings.marginRate);
  const valuation = {
    ...choice,
    marginRate,
    dispersion: backtest?.dispersion ?? 0,
    drift: DRIFT,
  };
  const contracts = history.hasContracts
    ? await proveContracts(context, options, (steps, before) => stage(steps, made.length + before))
    : await forgetContracts(engine);
  if (contracts) made.push(...contracts.steps);
  const values = contracts
    ? contractValueSteps(valuation, contracts.valuation, history.hasOrders)
    : valueSteps(valuation);
  const score = scoreStep(choice.method, history.hasOrders);
  const valued = await stage([horizon, score, ...values], made.length);
  const report: RunReport = {
    asOf: isoDay(context.asOf),
    ...(contracts ? joinChoices(choice, contracts.report, history.hasOrders) : choice),
    hasAmounts: history.hasAmounts,
    marginRate,
    steps: [...made, ...valued],
  };
  await keepReports(engine, report, fits, backtest);
  if (!plan) return report;
  // The values can be read by now; figures and what was at each month's end may take longer.
  const months = featureSteps(plan, settings, { ...choice, marginRate });
  const insights = await stage(
    [customerMonth, accountValue, ...figureSteps(valuation), ...months],
    report.steps.length,
  );
  const whole = { ...report, steps: [...report.steps, ...insights] };
  await writeReport(engine, "run", whole);
  return whole;
}

async function keepReports(
  engine: Engine,
  report: RunReport,
  fits: Fits,
  backtest: BacktestReport | undefined,
): Promise<void> {
  await writeReport(engine, "run", report);
  await writeReport(engine, "fits", listFits(fits));
  await writeReport(engine, "doctor", await readBody<DoctorReport>(engine, "doctor"));
  if (backtest) await writeReport(engine, "backtest", backtest);
}

/** The last run, if there was one. */
export function lastRun(engine: Engine): Promise<RunReport | undefined> {
  return readReport(engine, "run");
}
