import type { Engine } from "../../engines/engine.ts";
import { isoDay } from "../calendar.ts";
import { type Fits, type ModelFit, readFits } from "../fits.ts";
import { transitionRefusal } from "../transition/transition-fit.ts";
import { judge } from "./evaluate.ts";
import type { BacktestReport } from "./report.ts";
import type { Split } from "./split.ts";

/** What the customers of calibration bought in the holdout: all of them, not only who is judged. */
const HELD = `SELECT coalesce(sum(bought), 0) AS purchases, coalesce(sum(spent), 0) AS revenue
  FROM (
    SELECT customer_id, CAST(sum(is_purchase) AS DOUBLE) AS bought, round(sum(revenue), 4) AS spent
    FROM purchase_day
    WHERE day > $calibration_end AND day <= $holdout_end
    GROUP BY customer_id
  ) AS holdout
  JOIN calibration_summary ON holdout.customer_id = calibration_summary.customer_id`;

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
  const { purchases, revenue } = await judge(engine);
  if (!purchases) return null;
  const decided = revenue ?? purchases;
  const fits = await readFits(engine, "calibration_fits");
  const refusal = transitionFit ? await transitionRefusal(engine, transitionFit) : null;
  const [counts] = await engine.rows(`SELECT
      CAST(count(*) AS DOUBLE) AS customers,
      CAST(sum(CASE WHEN frequency > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS repeaters
    FROM calibration_summary`);
  const [held] = await engine.rows(HELD, {
    calibration_end: split.calibrationEnd,
    holdout_end: split.holdoutEnd,
  });
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
