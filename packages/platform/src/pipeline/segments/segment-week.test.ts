import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addShop, segmentCustomers } from "../../../test/segment-shop.ts";
import type { Engine, Row } from "../../engines/engine.ts";
import type { RunContext } from "../step.ts";

let engine: Engine;
let context: RunContext;
beforeAll(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-06-30") }));
  await addShop(context);
  await segmentCustomers(context, "2026-06-30");
});
afterAll(() => engine.close());

const all = (sql: string): Promise<readonly Row[]> => engine.rows(sql);
const WEEKS = "level = 'macro' AND grain = 'week'";

test("tells the last 26 whole ISO weeks, the last of which ends on a Sunday", async () => {
  const ends = await all(`SELECT DISTINCT CAST(period_end AS VARCHAR) AS day FROM segment_period
    WHERE ${WEEKS} ORDER BY day`);
  expect(ends).toHaveLength(26);
  // 30 June 2026 is a Tuesday.
  expect(ends.at(-1)?.day).toBe("2026-06-28");
  for (const { day } of ends) expect(new Date(String(day)).getUTCDay()).toBe(0);
});

test("a week that ends with a month has the segments of that month's end", async () => {
  const stock = (grain: string) =>
    all(`SELECT segment, customers FROM segment_period WHERE level = 'macro' AND grain = '${grain}'
      AND period_end = DATE '2026-05-31' AND customers > 0 ORDER BY segment`);
  const weeks = await stock("week");
  expect(weeks.length).toBeGreaterThan(4);
  expect(weeks).toEqual(await stock("month"));
});

test("recency decides about every week, as a count of the purchases says", async () => {
  const off = await all(`
    WITH ends AS (SELECT DISTINCT period_end AS d FROM segment_period WHERE ${WEEKS}),
    rule AS (SELECT active_days AS a, CAST(valid_from AS DATE) AS since,
      coalesce(lead(CAST(valid_from AS DATE)) OVER (ORDER BY version), DATE '2100-01-01') AS until_day,
      row_number() OVER (ORDER BY version) AS place FROM segment_rule),
    history AS (
      SELECT d, customer_id, date_diff('day', max(day), d) AS silence,
        date_diff('day', min(day), d) AS tenure, count(*) AS n
      FROM purchase_day JOIN ends ON day <= d WHERE is_purchase = 1 GROUP BY d, customer_id
    ),
    counted AS (
      SELECT d, CASE WHEN tenure <= 61 AND n = 1 THEN 'new' WHEN silence <= a THEN 'active'
        WHEN silence <= 2 * a THEN 'cooling' ELSE 'inactive' END AS phase, count(*) AS customers
      FROM history JOIN rule ON (d >= since OR place = 1) AND d < until_day GROUP BY d, phase
    ),
    told AS (
      SELECT period_end AS d, split_part(segment, '_', 1) AS phase, sum(customers) AS customers
      FROM segment_period WHERE ${WEEKS} GROUP BY d, phase
    )
    SELECT * FROM counted FULL OUTER JOIN told ON counted.d = told.d AND counted.phase = told.phase
    WHERE coalesce(counted.customers, 0) <> coalesce(told.customers, 0)`);
  expect(off).toEqual([]);
});

test("stocks go on from week to week, and purchases are those of the week", async () => {
  const broken = await all(`SELECT * FROM (
    SELECT *, lag(customers) OVER (PARTITION BY segment ORDER BY period_end) AS earlier,
      row_number() OVER (PARTITION BY segment ORDER BY period_end) AS place
    FROM segment_period WHERE ${WEEKS}
  ) AS followed
  WHERE place > 1 AND abs(customers - (earlier + first_seen + came - went - gone)) > 0.000001`);
  expect(broken).toEqual([]);
  const off = await all(`SELECT told.period_end FROM (
      SELECT period_end, sum(purchases) AS purchases, sum(revenue) AS revenue FROM segment_period
      WHERE ${WEEKS} GROUP BY period_end) AS told
    JOIN (SELECT CAST(date_trunc('week', day) AS DATE) + 6 AS period_end, sum(is_purchase) AS purchases,
        sum(revenue) AS revenue FROM purchase_day GROUP BY 1) AS bought
      ON told.period_end = bought.period_end
    WHERE told.purchases <> bought.purchases OR abs(told.revenue - bought.revenue) > 0.01`);
  expect(off).toEqual([]);
});

test("whom time alone moved bought nothing, and a purchase within the week moved the others", async () => {
  const [moved] = await all(`SELECT sum(aged) AS aged, sum(customers) AS customers FROM segment_move
    WHERE ${WEEKS} AND from_segment LIKE 'active%' AND to_segment LIKE 'cooling%'`);
  expect(Number(moved?.customers)).toBeGreaterThan(0);
  expect(moved?.aged).toBe(moved?.customers);
  const [back] = await all(`SELECT sum(aged) AS aged FROM segment_move
    WHERE ${WEEKS} AND from_segment LIKE 'inactive%' AND to_segment LIKE 'active%'`);
  expect(back?.aged ?? 0).toBe(0);
});

test("another week makes one week, and leaves the others as they were", async () => {
  const before = await all("SELECT * FROM segment_week ORDER BY week_end, macro, previous_macro");
  const reports = await segmentCustomers(context, "2026-06-30");
  expect(reports.find(({ name }) => name === "segment_week")?.state).toBe("unchanged");
  await segmentCustomers(context, "2026-07-05");
  const after = await all("SELECT * FROM segment_week ORDER BY week_end, macro, previous_macro");
  const day = (row: Row) => String(row.week_end);
  const kept = after.filter((row) => day(row) <= "2026-06-28");
  expect(kept).toEqual(before.filter((row) => day(row) >= String(kept[0]?.week_end)));
  expect(after.some((row) => day(row) === "2026-07-05")).toBe(true);
});
