import type { Engine } from "../../engines/engine.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { readBody } from "../body.ts";
import { begin, foundation } from "../foundation.ts";
import { type RunnerOptions, runSteps } from "../runner.ts";
import { chooseSplit } from "./choose-split.ts";
import { keepError } from "./drift.ts";
import type { BacktestReport } from "./report.ts";
import { backtestSteps } from "./steps.ts";

export type BacktestOptions = Pick<RunnerOptions, "signal" | "onProgress"> & {
  readonly calibrationEnd?: Date | undefined;
  readonly holdoutEnd?: Date | undefined;
};

/**
 * Proves the methods on held-out time, without valuing anyone. Undefined where the history is too
 * short for that.
 *
 * @throws PipelineError NO_ORDERS, SPLIT_OUTSIDE_HISTORY; EngineError
 */
export async function runBacktest(
  workspace: Workspace,
  options: BacktestOptions = {},
): Promise<BacktestReport | undefined> {
  const { history, context } = await begin(workspace);
  const split = await chooseSplit(workspace.engine, history, options);
  if (!split) return undefined;
  const { signal, onProgress } = options;
  await runSteps([...foundation, ...backtestSteps(split)], context, { signal, onProgress });
  const report = await readBacktest(workspace.engine);
  if (report) await keepError(workspace.engine, report);
  return report;
}

/** The verdict of the steps above; undefined where the holdout gave nothing to judge by. */
export async function readBacktest(engine: Engine): Promise<BacktestReport | undefined> {
  return (await readBody<BacktestReport | null>(engine, "backtest")) ?? undefined;
}
