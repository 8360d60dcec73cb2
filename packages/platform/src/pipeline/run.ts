import type { Engine } from "../engines/engine.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { listFits } from "./backtest/backtest.ts";
import type { BacktestReport, Reason } from "./backtest/report.ts";
import { defaultSplit, requireInHistory, type Split } from "./backtest/split.ts";
import { backtestSteps } from "./backtest/steps.ts";
import { readBody } from "./body.ts";
import { isoDay } from "./calendar.ts";
import { chooseMethod } from "./choice.ts";
import { customerMonth } from "./customer-month.ts";
import { customerSummary } from "./customer-summary.ts";
import { type DoctorReport, doctor } from "./doctor.ts";
import { type Fits, fitsStep, readFits } from "./fits.ts";
import { readHistory } from "./history.ts";
import { horizon } from "./horizon.ts";
import { readMarginRate } from "./margin.ts";
import type { Method } from "./method.ts";
import { purchaseDay } from "./purchase-day.ts";
import { readReport, writeReport } from "./report.ts";
import { returnLink } from "./return-link.ts";
import { type RunEvent, runSteps, type StepReport } from "./runner.ts";
import { scoreStep } from "./score.ts";
import type { RunContext, Step } from "./step.ts";
import { valueSteps } from "./value-steps.ts";

export type RunOptions = {
  /** The last day that counts; the last day with an order if absent. */
  readonly asOf?: Date | undefined;
  /** Instead of the winner of the backtest. */
  readonly method?: Method | undefined;
  /** False leaves the backtest out: the values are then marked unverified. */
  readonly backtest?: boolean | undefined;
  readonly split?: Pick<Split, "calibrationEnd" | "holdoutEnd"> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((event: RunEvent) => void) | undefined;
};

export type RunReport = {
  readonly asOf: string;
  readonly method: Method;
  readonly reason: Reason;
  readonly verified: boolean;
  readonly hasAmounts: boolean;
  readonly marginRate: number | null;
  readonly steps: readonly StepReport[];
};

/** Spread of whole years on the log scale until enough own backtests tell a better one. */
const DRIFT = 0.3;
/** Fewer say nothing about a method. */
const FEWEST_CUSTOMERS = 50;
const FEWEST_REPEATERS = 10;

const foundation: readonly Step[] = [
  returnLink,
  purchaseDay,
  customerMonth,
  customerSummary,
  fitsStep("fits", "customer_summary"),
  doctor,
];

/**
 * From the ledger to what every customer is worth: makes what is stale, proves the methods on
 * held-out time, values the customers by the winner.
 *
 * @throws PipelineError NO_ORDERS, METHOD_NOT_FITTED, SPLIT_OUTSIDE_HISTORY, CHECK_FAILED;
 *   EngineError ENGINE_CANCELLED when stopped: what is published by then stays
 */
export async function run(workspace: Workspace, options: RunOptions = {}): Promise<RunReport> {
  const { engine, settings } = workspace;
  const history = await readHistory(engine, settings.currency, options.asOf);
  const asOf = options.asOf ?? history.lastDay;
  const context: RunContext = { engine, settings, asOf, hasOrderIds: history.hasOrderIds };
  const split = await chooseSplit(engine, context, history.firstDay, options);
  const proof = split ? backtestSteps(split) : [];
  // Horizon, score and the four tables of value follow, as soon as the method is known.
  const total = foundation.length + proof.length + 6;
  const { signal, onProgress } = options;
  const stage = (steps: readonly Step[], before: number) =>
    runSteps(steps, context, { place: { before, total }, signal, onProgress });

  const made = await stage([...foundation, ...proof], 0);
  const fits = await readFits(engine, "fits");
  const backtest = split ? await readBody<BacktestReport>(engine, "backtest") : undefined;
  const choice = chooseMethod(fits, backtest, options.method);
  const marginRate = await readMarginRate(engine, settings.marginRate);
  const valuation = {
    ...choice,
    marginRate,
    dispersion: backtest?.dispersion ?? 0,
    drift: DRIFT,
  };
  const valued = await stage(
    [horizon, scoreStep(choice.method), ...valueSteps(valuation)],
    made.length,
  );
  const report: RunReport = {
    asOf: isoDay(asOf),
    ...choice,
    hasAmounts: history.hasAmounts,
    marginRate,
    steps: [...made, ...valued],
  };
  await keepReports(engine, report, fits, backtest);
  return report;
}

/** The split of the backtest; undefined where it is not wanted or would prove nothing. */
async function chooseSplit(
  engine: Engine,
  context: RunContext,
  historyStart: Date,
  options: RunOptions,
): Promise<Split | undefined> {
  if (options.backtest === false) return undefined;
  if (options.split) return requireInHistory({ historyStart, ...options.split }, context.asOf);
  const split = defaultSplit(historyStart, context.asOf);
  if (!split) return undefined;
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS customers,
       CAST(sum(CASE WHEN last_day > first_day THEN 1 ELSE 0 END) AS DOUBLE) AS repeaters,
       CAST(sum(CASE WHEN ordered_later = 1 THEN 1 ELSE 0 END) AS DOUBLE) AS returners
     FROM (
       SELECT customer_id,
         min(CAST(ordered_at AS DATE)) AS first_day,
         max(CASE WHEN CAST(ordered_at AS DATE) <= $calibration_end
           THEN CAST(ordered_at AS DATE) END) AS last_day,
         max(CASE WHEN CAST(ordered_at AS DATE) > $calibration_end THEN 1 ELSE 0 END) AS ordered_later
       FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
     ) AS buyers
     WHERE first_day <= $calibration_end`,
    { calibration_end: split.calibrationEnd },
  );
  const enough =
    Number(row?.customers) >= FEWEST_CUSTOMERS &&
    Number(row?.repeaters) >= FEWEST_REPEATERS &&
    Number(row?.returners) > 0;
  return enough ? split : undefined;
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
