import { gammaGamma } from "@kundenwert/models";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import type { Engine } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { fitSpend } from "./spend.ts";
import { withoutTransition } from "./transition/without-transition.ts";

let engine: Engine;
beforeEach(async () => {
  ({ engine } = await ledgerOf([]));
  await engine.run(`CREATE TABLE customer_summary (customer_id VARCHAR, first_day DATE,
    last_day DATE, purchases DOUBLE, orders DOUBLE, frequency DOUBLE, recency DOUBLE, age DOUBLE,
    recent_purchases DOUBLE, recent_revenue DOUBLE, revenue DOUBLE, purchase_revenue DOUBLE,
    cost DOUBLE, spend_purchases DOUBLE, spend_mean DOUBLE)`);
});
afterEach(() => engine.close());

/** Customers with these numbers and means of purchases. */
async function fill(purchases: Float64Array, means: Float64Array): Promise<void> {
  const { length } = purchases;
  const all = (value: number) => new Float64Array(length).fill(value);
  const revenue = purchases.map((n, i) => n * (means[i] as number));
  await engine.append("customer_summary", {
    customer_id: Array.from({ length }, (_, i) => `c${String(i).padStart(4, "0")}`),
    first_day: all(20_000),
    last_day: all(20_100),
    purchases,
    orders: purchases,
    frequency: purchases.map((n) => n - 1),
    recency: all(0),
    age: all(365),
    recent_purchases: all(0),
    recent_revenue: all(0),
    revenue,
    purchase_revenue: revenue,
    cost: all(Number.NaN),
    spend_purchases: purchases,
    spend_mean: means,
  });
}

/** 500 customers of 1 to 7 purchases whose means spread over 12 to 250. */
const purchases = Float64Array.from({ length: 500 }, (_, i) => 1 + ((i * i) % 7));
const means = Float64Array.from(
  { length: 500 },
  (_, i) => 12 + 238 * ((i * 0.6180339887498949) % 1) ** 3 + (1 + (i % 5)) / purchases[i],
);

test("foresees in SQL what Gamma-Gamma does, to the last digits", async () => {
  await fill(purchases, means);
  const spend = await fitSpend(engine, "customer_summary", {});
  expect(spend?.model).toBe("gamma-gamma");
  await engine.run(`CREATE TABLE purchase_score AS SELECT DISTINCT frequency, recency, age,
    12 AS horizon_months, CAST(NULL AS DOUBLE) AS probability_alive,
    CAST(NULL AS DOUBLE) AS probability_no_purchase, CAST(1 AS DOUBLE) AS expected_purchases,
    CAST(1 AS DOUBLE) AS discount_ratio FROM customer_summary`);
  await engine.run(
    "CREATE TABLE horizon AS SELECT 12 AS horizon_months, CAST(365 AS DOUBLE) AS horizon_days",
  );
  const sql = withoutTransition(readSql("customer_value"), "transition_value");
  const columns = await engine.columns(
    `SELECT expected_spend FROM (${sql}) AS valued ORDER BY customer_id`,
    {
      as_of: new Date("2026-12-31"),
      method: "mbg-nbd",
      traditional: 0,
      margin_rate: null,
      recent_days: 365,
      spend_mean: spend?.mean ?? null,
      spend_strength: spend?.strength ?? null,
    },
  );
  const { params } = (spend as { fit: unknown }).fit as { params: gammaGamma.Params };
  const expected = gammaGamma.expectedSpend(params, {
    frequency: purchases,
    monetaryValue: means,
  });
  const found = columns.expected_spend as Float64Array;
  expect(found).toHaveLength(500);
  // The same formula in another order of operations: a few units in the last place.
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((found[i] as number) / value - 1), `customer ${i}`).toBeLessThan(1e-12);
  }
});

test("stands in with credibility where Gamma-Gamma refuses the data, and says so", async () => {
  const same = new Float64Array(40).fill(25);
  await fill(new Float64Array(40).fill(2), same);
  const spend = await fitSpend(engine, "customer_summary", {});
  expect(spend).toMatchObject({ model: "shrinkage", mean: 25 });
  expect(spend?.warnings).toHaveLength(1);
  expect(spend?.strength).toBeGreaterThan(0);
});

test("fits nothing where nobody has spent anything", async () => {
  await fill(new Float64Array(5).fill(1), new Float64Array(5));
  expect(await fitSpend(engine, "customer_summary", {})).toBeUndefined();
  await engine.run("UPDATE customer_summary SET spend_mean = NULL");
  expect(await fitSpend(engine, "customer_summary", {})).toBeUndefined();
});
