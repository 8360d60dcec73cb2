import { type Engine, identifier, type StatementOptions } from "../engines/engine.ts";
import { toWeeks } from "./cells.ts";
import type { RepurchaseRate } from "./method.ts";

/** A year tells most; a shorter history is halved. */
const LONGEST_WINDOW_DAYS = 365;

/**
 * Of those who bought in the last window but one, the share who bought in the last: what the
 * retention formula takes for retention. A window is a year, or half of a shorter history.
 * Undefined where nobody bought in the first window.
 *
 * @param tables what `purchase_day` and `customer_summary` are called here
 */
export async function readRepurchaseRate(
  engine: Engine,
  tables: { readonly purchases: string; readonly summary: string },
  options: StatementOptions = {},
): Promise<RepurchaseRate | undefined> {
  const [row] = await engine.rows(
    `SELECT
       max(period) AS period,
       CAST(count(*) AS DOUBLE) AS buyers,
       CAST(sum(again) AS DOUBLE) AS again
     FROM (
       SELECT
         customer_id,
         max(window_days) AS period,
         max(CASE WHEN age_of_day < window_days THEN 1 ELSE 0 END) AS again,
         max(CASE WHEN age_of_day >= window_days THEN 1 ELSE 0 END) AS before
       FROM (
         SELECT customer_id, window_days, date_diff('day', day, as_of) AS age_of_day
         FROM ${identifier(tables.purchases)}
         CROSS JOIN (
           SELECT as_of,
             CASE WHEN seen >= 2 * $longest THEN $longest ELSE CAST(floor(seen / 2.0) AS INTEGER) END AS window_days
           FROM (
             SELECT max(CAST(first_day + INTERVAL '1' DAY * CAST(age AS INTEGER) AS DATE)) AS as_of, CAST(max(age) AS INTEGER) + 1 AS seen
             FROM ${identifier(tables.summary)}
           ) AS history
         ) AS windows
         WHERE is_purchase = 1 AND day <= as_of
       ) AS aged
       WHERE age_of_day < 2 * window_days
       GROUP BY customer_id
     ) AS customers
     WHERE before = 1`,
    { longest: LONGEST_WINDOW_DAYS },
    options,
  );
  if (!row || !(Number(row.buyers) > 0)) return undefined;
  return { share: Number(row.again) / Number(row.buyers), period: toWeeks(Number(row.period)) };
}
