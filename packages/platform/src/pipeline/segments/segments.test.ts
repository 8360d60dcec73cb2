import { segments } from "@kundenwert/models";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addShop, segmentCustomers } from "../../../test/segment-shop.ts";
import type { Engine, Row } from "../../engines/engine.ts";
import { planFeatures } from "../features/feature-plan.ts";
import type { RunContext } from "../step.ts";
import { readMicroVersions } from "./micro-version.ts";
import { keptColumn } from "./segment-columns.ts";
import { drawSample, readCustomersAt } from "./transition-sample.ts";
import { readTransitionState } from "./transition-state.ts";

let engine: Engine;
let context: RunContext;
beforeAll(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-06-30") }));
  await addShop(context);
  await segmentCustomers(context, "2026-06-30");
});
afterAll(() => engine.close());

const all = (sql: string): Promise<readonly Row[]> => engine.rows(sql);
const one = async (sql: string) => (await all(sql))[0];

test("every customer is in one micro-segment, and sums are those of the snapshot", async () => {
  const [last] = await all("SELECT max(period_end) AS period_end FROM snapshot");
  expect(last?.period_end).toBe("2026-06-30");
  for (const level of ["macro", "micro"]) {
    expect(
      await one(`SELECT CAST(count(*) AS DOUBLE) AS periods,
        max(abs(segmented.customers - counted.customers)) AS customers_off,
        max(abs(segmented.revenue - counted.revenue)) AS revenue_off
      FROM (SELECT period_end, sum(customers) AS customers, sum(revenue) AS revenue
            FROM segment_period WHERE level = '${level}' AND grain = 'month' GROUP BY period_end) AS segmented
      JOIN (SELECT period_end, CAST(count(*) AS DOUBLE) AS customers, sum(revenue_1m) AS revenue
            FROM snapshot GROUP BY period_end) AS counted
        ON segmented.period_end = counted.period_end`),
    ).toMatchObject({ periods: 18, customers_off: 0, revenue_off: expect.closeTo(0, 6) });
  }
});

test("stocks go on from month to month: what was there, came and went is what is there", async () => {
  const broken = await all(`SELECT * FROM (
    SELECT *, lag(customers) OVER (PARTITION BY level, segment ORDER BY period_end) AS earlier
    FROM segment_period WHERE grain = 'month' AND level = 'macro'
  ) AS followed
  WHERE abs(customers - (coalesce(earlier, 0) + first_seen + came - went - gone)) > 0.000001`);
  expect(broken).toEqual([]);
  const quarter = await one(
    "SELECT CAST(count(DISTINCT period_end) AS DOUBLE) AS n FROM segment_period WHERE grain = 'quarter'",
  );
  expect(quarter?.n).toBe(6);
});

test("whom time alone moved bought nothing, and nobody ages upwards", async () => {
  const upwards = await all(`SELECT * FROM segment_move
    WHERE level = 'macro' AND grain = 'month' AND aged > 0
      AND from_segment LIKE 'inactive%' AND to_segment <> from_segment`);
  expect(upwards).toEqual([]);
  const cooled = await one(`SELECT sum(customers) AS customers, sum(aged) AS aged FROM segment_move
    WHERE grain = 'month' AND level = 'macro' AND from_segment LIKE 'active%' AND to_segment LIKE 'cooling%'`);
  expect(Number(cooled?.customers)).toBeGreaterThan(50);
  expect(cooled?.aged).toBe(cooled?.customers);
});

test("the rules in SQL and the trees in memory say the same of everybody", async () => {
  const plan = await planFeatures(engine);
  const [version] = await readMicroVersions(engine);
  if (!version) throw new Error("no version was learned");
  expect(version.micro.segments).toBeGreaterThan(20);
  const end = new Date("2026-06-30");
  await drawSample(engine, [end, end], 1e9);
  const columns = version.columns.flatMap((column) => keptColumn(column, plan.features) ?? []);
  const customers = await readCustomersAt({ engine, features: plan.features, columns }, end);
  const micro = segments.assignMicroSegments(version.micro, customers);
  const rows = await all(
    "SELECT micro FROM segment_micro WHERE period_end = DATE '2026-06-30' ORDER BY customer_id",
  );
  expect(rows.map((row) => Number(row.micro))).toEqual([...micro]);
});

test("rules are told in German and English", async () => {
  const rules = await all("SELECT segment, macro, rule_de, rule_en FROM segment_definition");
  for (const { segment, macro } of rows(rules))
    expect(segment).toMatch(new RegExp(`^${macro}\\.\\d+$`));
  const text = rules.map(({ rule_de, rule_en }) => `${rule_de} | ${rule_en}`).join("\n");
  expect(text).toMatch(/Tage seit dem letzten Kauf (bis|über) \d+/);
  expect(text).toMatch(/days since the last purchase (up to|over) \d+/);
  // Money has thresholds that people can say, and what is always known is not called unknown.
  expect(text).not.toMatch(/\d\.\d{5}/);
});

test("transition probabilities add up, have an n and an interval, and beat last month's moves", async () => {
  const sums = await all(`SELECT from_segment, sum(probability) AS total, sum(customers) AS moves,
      max(from_customers) AS all_moves
    FROM transition_cell WHERE level = 'macro' AND months = 1 AND period_end IS NULL GROUP BY from_segment`);
  expect(sums.length).toBeGreaterThanOrEqual(7);
  for (const { total, moves, all_moves } of sums) {
    // Ways that nobody went and hardly anybody would are left out: five in ten thousand each.
    expect(Math.abs(Number(total) - 1)).toBeLessThan(0.005);
    expect(moves).toBe(all_moves);
  }
  const seen = await one(`SELECT CAST(count(*) AS DOUBLE) AS n,
      CAST(sum(CASE WHEN low <= probability AND probability <= high THEN 0 ELSE 1 END) AS DOUBLE) AS outside
    FROM transition_cell`);
  expect(Number(seen?.n)).toBeGreaterThan(200);
  expect(seen?.outside).toBe(0);
  const state = await readTransitionState(engine);
  expect(state).toMatchObject({ reason: null, learntAt: "2026-06-30", forecastFor: "2026-07-31" });
  const [judged] = state?.judged ?? [];
  expect(judged?.high).toBeLessThan(0);
  expect(judged?.calibrationError).toBeLessThan(0.05);
  const today = (state?.stocks ?? []).reduce((sum, stock) => sum + stock.today, 0);
  const expected = (state?.stocks ?? []).reduce((sum, stock) => sum + stock.expected, 0);
  expect(today).toBe(300);
  // A hundredth of the probability goes to segments that are not listed, such as cancelled.
  expect(Math.abs(expected - 300)).toBeLessThan(1);
  expect(state?.quarter).not.toBeNull();
});

function rows(of: readonly Row[]): readonly Row[] {
  expect(of.length).toBeGreaterThan(20);
  return of;
}
