import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { BacktestReport } from "./report.ts";

/** Spread of whole years on the log scale until enough own backtests tell a better one. */
const PRIOR_DRIFT = 0.3;
const ENOUGH_BACKTESTS = 6;
const LEAST_DRIFT = 0.1;

const TABLE = "backtest_error";

/** Keeps by how much the winner of a backtest missed the total; one row a split. */
export async function keepError(engine: Engine, report: BacktestReport): Promise<void> {
  const { winner, reason, methods, calibrationEnd, holdoutEnd } = report;
  const score = methods.find(({ method, target }) => method === winner && target === reason.target);
  if (!score || !(score.bias > 0)) return;
  await engine.run(readSql("backtest_error"));
  const split = {
    calibration_end: new Date(calibrationEnd),
    holdout_end: new Date(holdoutEnd),
  };
  await engine.transaction(async (inside) => {
    await inside.run(
      `DELETE FROM ${TABLE} WHERE calibration_end = $calibration_end AND holdout_end = $holdout_end`,
      split,
    );
    await inside.run(
      `INSERT INTO ${TABLE} SELECT CAST($calibration_end AS DATE), CAST($holdout_end AS DATE),
         CAST($method AS VARCHAR), CAST($log_error AS DOUBLE)`,
      { ...split, method: winner, log_error: Math.log(score.bias) },
    );
  });
}

/**
 * How far totals drift from year to year, on the log scale: 0.30 until six backtests of one's own
 * tell, then the root mean square of what they missed, at least 0.10. A lasting bias counts as
 * drift: it is as wrong.
 */
export async function readDrift(engine: Engine): Promise<number> {
  if (!(await engine.hasTable(TABLE))) return PRIOR_DRIFT;
  const [row] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n,
      sqrt(avg(log_error * log_error)) AS drift FROM ${TABLE}`);
  return Number(row?.n) >= ENOUGH_BACKTESTS
    ? Math.max(LEAST_DRIFT, Number(row?.drift))
    : PRIOR_DRIFT;
}
