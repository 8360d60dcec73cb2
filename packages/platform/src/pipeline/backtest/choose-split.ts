import type { Engine } from "../../engines/engine.ts";
import type { History } from "../history.ts";
import { countsSql } from "../money/money-plan.ts";
import { defaultSplit, requireInHistory, type Split } from "./split.ts";

/** Fewer say nothing about a method. */
const FEWEST_CUSTOMERS = 50;
const FEWEST_REPEATERS = 10;

/**
 * The split of a backtest: the user's where both days are given, else one's default for the rest.
 * Undefined where it would prove nothing.
 *
 * @throws PipelineError SPLIT_OUTSIDE_HISTORY
 */
export async function chooseSplit(
  engine: Engine,
  { firstDay, lastDay, currency, money }: History,
  wanted: { readonly calibrationEnd?: Date | undefined; readonly holdoutEnd?: Date | undefined },
): Promise<Split | undefined> {
  const standard = defaultSplit(firstDay, wanted.holdoutEnd ?? lastDay);
  const calibrationEnd = wanted.calibrationEnd ?? standard?.calibrationEnd;
  if (!calibrationEnd) return undefined;
  const split = requireInHistory(
    { historyStart: firstDay, calibrationEnd, holdoutEnd: wanted.holdoutEnd ?? lastDay },
    lastDay,
  );
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
       FROM orders
       WHERE customer_id IS NOT NULL AND CAST(ordered_at AS DATE) <= $holdout_end
         AND ${countsSql(money)} AND (amount IS NULL OR amount >= 0)
       GROUP BY customer_id
     ) AS buyers
     WHERE first_day <= $calibration_end`,
    { calibration_end: split.calibrationEnd, holdout_end: split.holdoutEnd, currency },
  );
  const enough =
    Number(row?.customers) >= FEWEST_CUSTOMERS &&
    Number(row?.repeaters) >= FEWEST_REPEATERS &&
    Number(row?.returners) > 0;
  return enough ? split : undefined;
}
