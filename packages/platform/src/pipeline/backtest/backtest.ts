import type { Engine } from "../../engines/engine.ts";
import { isoDay } from "../calendar.ts";
import { type Fits, type ModelFit, readFits } from "../fits.ts";
import { transitionRefusal } from "../transition/transition-fit.ts";
import { judge } from "./evaluate.ts";
import type { BacktestReport } from "./report.ts";
import type { Split } from "./split.ts";

/**
 * The verdict on the tables of `backtestSteps`: every method on purchases and, where there are
 * amounts, on revenue; the winner is that of revenue if it exists. Null where nothing that was
 * bought in the holdout was kept: there is nothing to judge by.
 *
 * @param transitionFit the table of the transition method's fit, if it competed
 */
export async function backtestReport(
  engine: Engine,
  split: Split,
  transitionFit?: string,
): Promise<BacktestReport | null> {
  const purchases = await judge(engine, "purchases");
  if (!purchases) return null;
  const revenue = await judge(engine, "revenue");
  const decided = revenue ?? purchases;
  const fits = await readFits(engine, "calibration_fits");
  const refusal = transitionFit ? await transitionRefusal(engine, transitionFit) : null;
  const [counts] = await engine.rows(`SELECT
      CAST(count(*) AS DOUBLE) AS customers,
      CAST(sum(CASE WHEN frequency > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS repeaters
    FROM calibration_summary`);
  const [held] = await engine.rows(`SELECT
      sum(actual_purchases) AS purchases, sum(actual_revenue) AS revenue FROM backtest_prediction`);
  return {
    calibrationStart: isoDay(split.historyStart),
    calibrationEnd: isoDay(split.calibrationEnd),
    holdoutEnd: isoDay(split.holdoutEnd),
    customers: Number(counts?.customers),
    repeaters: Number(counts?.repeaters),
    evaluatedCustomers: decided.customers,
    holdoutPurchases: Number(held?.purchases),
    holdoutRevenue: revenue ? Number(held?.revenue) : null,
    winner: decided.winner,
    reason: decided.reason,
    dispersion: revenue ? revenue.dispersion : null,
    methods: [...(revenue?.scores ?? []), ...purchases.scores],
    fits: listFits(fits),
    refused: { ...fits.refused, ...(refusal ? { transition: refusal } : {}) },
  };
}

/** The fits of a set in the form that reports show. */
export function listFits({ models, spend }: Fits): BacktestReport["fits"] {
  const all = Object.values(models) as ModelFit[];
  const spendFit = spend?.model === "gamma-gamma" ? [spend.fit as ModelFit] : [];
  return [...all, ...spendFit].map(
    ({ model, params, logLikelihood, standardErrors, converged, warnings }) => ({
      model,
      params,
      logLikelihood,
      standardErrors,
      converged,
      warnings: warnings.map(({ code, message }) => ({ code, message })),
    }),
  );
}
