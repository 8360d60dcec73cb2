import { expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import { fitsStep } from "./fits.ts";
import { horizon } from "./horizon.ts";
import type { Method } from "./method.ts";
import { runSteps } from "./runner.ts";
import { scoreStep } from "./score.ts";

const SEEN = "frequency, recency, age, horizon_months";

/**
 * The forecasts of customers of whom there are fewer distinct ones than are foreseen one by one, and
 * of the same with many more beside them, all with the fits and the pace of the few.
 */
async function bothWays(method: Method) {
  const { engine, context } = await ledgerOf([]);
  const summary = (days: number) => `SELECT 'c' AS customer_id, *, frequency + 1 AS spend_purchases,
      CAST(20 AS DOUBLE) AS spend_mean,
      CAST(DATE '2026-12-31' - INTERVAL 1 DAY * CAST(age AS INTEGER) AS DATE) AS first_day
    FROM (
      SELECT CAST(x AS DOUBLE) AS frequency, CAST(t + s AS DOUBLE) AS age,
        CASE WHEN x = 0 THEN CAST(0 AS DOUBLE) ELSE CAST(t AS DOUBLE) END AS recency
      FROM range(12) AS xs(x), range(1, ${days}, 7) AS ts(t), range(0, 200, 5) AS ss(s) WHERE x <= t
    ) AS cells`;
  await engine.run(`CREATE TABLE customer_summary AS ${summary(200)}`);
  await engine.run(`CREATE TABLE purchase_day AS SELECT customer_id, first_day AS day,
    CAST(1 AS INTEGER) AS is_purchase FROM customer_summary`);
  const sources = { purchases: "purchase_day", summary: "customer_summary" } as const;
  await runSteps([fitsStep("fits", { ...sources, methods: ["mbg-nbd"] }), horizon], context);
  await scoreStep(method).write(context, "few", {});
  await engine.run(`CREATE OR REPLACE TABLE customer_summary AS ${summary(600)}`);
  await scoreStep(method).write(context, "many", {});
  const rows = await engine.columns(
    `SELECT few.*, many.expected_purchases AS expected_many,
       many.probability_alive AS alive_many, many.probability_no_purchase AS none_many,
       many.discount_ratio AS ratio_many
     FROM few JOIN many USING (${SEEN}) ORDER BY ${SEEN}`,
  );
  const [counted] = await engine.rows(
    `SELECT CAST((SELECT count(*) FROM few) AS DOUBLE) AS few,
       CAST((SELECT count(*) FROM many) AS DOUBLE) AS many,
       CAST((SELECT count(*) FROM (SELECT DISTINCT frequency, recency, age FROM customer_summary)) AS DOUBLE) AS cells`,
  );
  await engine.close();
  return { rows: rows as Record<string, Float64Array>, counted: counted ?? {} };
}

test("foresees many customers as it does few, whoever reckons", async () => {
  const { rows, counted } = await bothWays("mbg-nbd");
  expect(counted.cells).toBeGreaterThan(20_000);
  expect(counted.many).toBe(3 * Number(counted.cells));
  expect(rows.age?.length).toBe(counted.few);
  const off = (one: string, other: string) =>
    rows[one]?.reduce((most, value, i) => {
      const difference = Math.abs(value - (rows[other]?.[i] as number)) / Math.max(1, value);
      return Math.max(most, difference);
    }, 0);
  // P(active) of MBG/NBD is exact between nodes; the others are as close as nodes stand.
  expect(off("probability_alive", "alive_many")).toBeLessThan(1e-12);
  expect(off("expected_purchases", "expected_many")).toBeLessThan(0.002);
  expect(off("probability_no_purchase", "none_many")).toBeLessThan(0.002);
  expect(off("discount_ratio", "ratio_many")).toBeLessThan(0.0001);
});

test("a rule of thumb says the same of many customers, but for who came today", async () => {
  const { rows } = await bothWays("formula");
  const { expected_purchases: few, expected_many: many, age } = rows;
  few?.forEach((value, i) => {
    if (age?.[i] === 0) return;
    // The same product, in another order.
    expect(Math.abs(value / (many?.[i] as number) - 1)).toBeLessThan(1e-12);
  });
});
