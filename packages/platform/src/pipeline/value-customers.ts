import type { Engine } from "../engines/engine.ts";
import { readDrift } from "./backtest/drift.ts";
import type { BacktestReport } from "./backtest/report.ts";
import { isoDay } from "./calendar.ts";
import { chooseMethod } from "./choice.ts";
import { forgetContracts } from "./contract/contract-tables.ts";
import { contractValueSteps } from "./contract/contract-value.ts";
import { joinChoices, proveContracts } from "./contract/prove-contracts.ts";
import { readFits } from "./fits.ts";
import type { History } from "./history.ts";
import { horizon } from "./horizon.ts";
import { readMarginRate } from "./margin.ts";
import type { Method } from "./method.ts";
import type { RunOptions, RunReport } from "./run.ts";
import type { RunParts } from "./run-parts.ts";
import { scoreStep } from "./score.ts";
import type { RunContext } from "./step.ts";
import { readTransitionFit, type TransitionBody } from "./transition/transition-fit.ts";
import { TRANSITION_TABLES, transitionSteps } from "./transition/transition-steps.ts";
import { type Valuation, valueSteps } from "./value-steps.ts";

/** How many steps value customers where there are no contracts: horizon, score and four tables. */
export const VALUE_STEPS = 6;

/**
 * What orders and contracts are worth, by the methods that the backtests chose.
 *
 * @returns what was chosen, and what the insights rest on
 * @throws PipelineError METHOD_NOT_FITTED, NO_TIME_OBSERVED, CHECK_FAILED; EngineError
 */
export async function valueCustomers(
  context: RunContext,
  history: History,
  backtest: BacktestReport | undefined,
  parts: RunParts,
  options: RunOptions,
): Promise<{ readonly chosen: Omit<RunReport, "steps">; readonly valuation: Valuation }> {
  const { engine, settings } = context;
  const { hasContracts, hasOrders, hasAmounts } = history;
  const transition = await foreseeByTransition(engine, parts, options.method ?? backtest?.winner);
  const fits = await readFits(engine, "fits");
  const choice = chooseMethod(fits, backtest, options.method, transition);
  const marginRate = await readMarginRate(engine, settings.marginRate);
  const dispersion = backtest?.dispersion ?? 0;
  const valuation = { ...choice, marginRate, dispersion, drift: await readDrift(engine) };
  const contracts = hasContracts ? await proveContracts(context, options, parts) : undefined;
  if (!contracts) await forgetContracts(engine);
  const values = contracts
    ? contractValueSteps(valuation, contracts.valuation, hasOrders)
    : valueSteps(valuation);
  await parts.make([horizon, scoreStep(choice.method, hasOrders), ...values]);
  const { method, reason, verified } = contracts
    ? joinChoices(choice, contracts.report, hasOrders)
    : choice;
  const asOf = isoDay(context.asOf);
  return {
    chosen: { asOf, method, reason, verified, hasAmounts, marginRate },
    valuation: { ...valuation, contracts: contracts?.valuation.method },
  };
}

/** The forecasts of the transition method and its fit, if it is to value the customers. */
async function foreseeByTransition(
  engine: Engine,
  parts: RunParts,
  method: Method | undefined,
): Promise<TransitionBody | undefined> {
  if (method !== "transition") return undefined;
  const steps = transitionSteps();
  parts.add(steps.length);
  await parts.make(steps);
  return readTransitionFit(engine, TRANSITION_TABLES.fit);
}
