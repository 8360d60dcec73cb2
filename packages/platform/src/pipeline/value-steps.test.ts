import { afterEach, beforeEach, expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import type { Engine } from "../engines/engine.ts";
import { writeBody } from "./body.ts";
import { horizon } from "./horizon.ts";
import type { Method } from "./method.ts";
import { runSteps } from "./runner.ts";
import type { RunContext } from "./step.ts";
import { type Valuation, valueSteps } from "./value-steps.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  const ledger = await ledgerOf([], { asOf: new Date("2026-12-31") });
  engine = ledger.engine;
  context = { ...ledger.context, settings: { ...ledger.context.settings, horizons: [12] } };
  await runSteps([horizon], context);
});
afterEach(() => engine.close());

type Customer = {
  readonly purchases: number;
  readonly revenue: number;
  readonly cost?: number;
  readonly recentPurchases?: number;
  readonly recentRevenue?: number;
  /** Of the score. */
  readonly expected: number | null;
};

/** customer_summary and purchase_score of c01, c02, …; half of every amount is discounted away. */
async function prepare(customers: readonly Customer[]): Promise<void> {
  await engine.run(`CREATE TABLE customer_summary (customer_id VARCHAR, first_day DATE,
    last_day DATE, purchases INTEGER, orders INTEGER, frequency DOUBLE, recency DOUBLE, age DOUBLE,
    recent_purchases DOUBLE, recent_revenue DOUBLE, revenue DOUBLE, purchase_revenue DOUBLE,
    cost DOUBLE, spend_purchases DOUBLE, spend_mean DOUBLE)`);
  await engine.run(`CREATE TABLE purchase_score (frequency DOUBLE, recency DOUBLE, age DOUBLE,
    horizon_months INTEGER, probability_alive DOUBLE, probability_no_purchase DOUBLE,
    expected_purchases DOUBLE, discount_ratio DOUBLE)`);
  for (const [at, one] of customers.entries()) {
    const { purchases, revenue, cost = null, recentPurchases = 0, recentRevenue = null } = one;
    const age = at + 1;
    await engine.run(
      `INSERT INTO customer_summary SELECT $id, DATE '2026-01-01', DATE '2026-06-30', $purchases,
         $purchases, $purchases - 1, 0, $age, $recent_purchases, $recent_revenue, $revenue,
         $revenue, $cost, $purchases, CAST($revenue AS DOUBLE) / $purchases`,
      {
        id: `c${String(age).padStart(2, "0")}`,
        purchases,
        age,
        recent_purchases: recentPurchases,
        recent_revenue: recentRevenue,
        revenue,
        cost,
      },
    );
    await engine.run(
      "INSERT INTO purchase_score SELECT $purchases - 1, 0, $age, 12, NULL, NULL, $expected, 0.5",
      { purchases, age, expected: one.expected },
    );
  }
  await writeBody(engine, "fits", {
    models: {},
    refused: {},
    spend: { model: "shrinkage", mean: 30, strength: 2, fit: {}, warnings: [] },
  });
}

async function value(method: Method, valuation: Partial<Valuation> = {}) {
  const known = { marginRate: null, verified: true, dispersion: 0, drift: 0.3 };
  await runSteps(valueSteps({ method, ...known, ...valuation }), context);
  return engine.rows("SELECT * FROM customer_value ORDER BY rank_place");
}

/** Customers of one purchase of 10, whose value is half of 10 times what they are expected to buy. */
const worth = (...values: readonly number[]): Customer[] =>
  values.map((one) => ({ purchases: 1, revenue: 10, expected: one / 5 }));

test("ranks, and puts customers into tenths and classes A, B and C", async () => {
  // Of 100 in all the customers before them hold 0 40 60 75 83 88 92 96 98 99.
  await prepare(worth(8, 20, 1, 40, 4, 15, 2, 5, 4, 1));
  const rows = await value("formula");
  expect(rows.map(({ customer_id, class: abc, decile }) => [customer_id, abc, decile])).toEqual([
    ["c04", "A", 1],
    ["c02", "A", 2],
    ["c06", "A", 3],
    ["c01", "A", 4],
    ["c08", "B", 5],
    // Of equal value the smaller number comes first.
    ["c05", "B", 6],
    ["c09", "B", 7],
    ["c07", "C", 8],
    ["c03", "C", 9],
    ["c10", "C", 10],
  ]);
  expect(rows[0]).toMatchObject({ revenue_predicted: 80, revenue_discounted: 40, rank_place: 1 });
});

test("draws the curve and the tenths of the same table", async () => {
  await prepare(worth(40, 20, 15, 8, 5, 4, 4, 2, 1, 1));
  await value("formula");
  const deciles = await engine.rows("SELECT * FROM value_decile ORDER BY decile");
  expect(deciles.map(({ value_share, customers }) => [customers, value_share])).toEqual(
    [0.4, 0.2, 0.15, 0.08, 0.05, 0.04, 0.04, 0.02, 0.01, 0.01].map((share) => [1, share]),
  );
  expect(deciles[0]).toMatchObject({
    horizon_months: 12,
    revenue_discounted: 40,
    expected_purchases: 8,
    revenue_historic: 10,
  });
  const curve = await engine.rows("SELECT * FROM value_lorenz ORDER BY percentile");
  expect(
    curve.map(({ percentile, customers, value: held }) => [percentile, customers, held]),
  ).toEqual([
    [10, 0.1, 0.4],
    [20, 0.2, 0.6],
    [30, 0.3, 0.75],
    [40, 0.4, 0.83],
    [50, 0.5, 0.88],
    [60, 0.6, 0.92],
    [70, 0.7, 0.96],
    [80, 0.8, 0.98],
    [90, 0.9, 0.99],
    [100, 1, 1],
  ]);
});

test("sums up to the equity, whose interval follows dispersion and drift", async () => {
  await prepare(worth(40, 20, 15, 8, 5, 4, 4, 2, 1, 1));
  await value("formula", { marginRate: 0.4, dispersion: 4 });
  const [equity] = await engine.rows("SELECT * FROM equity");
  // 1.2816 = the 90 % point of the normal; log sd = √(4 / 100 + 0.3²).
  const spread = Math.exp(1.2816 * Math.sqrt(0.04 + 0.09));
  expect(equity).toMatchObject({
    horizon_months: 12,
    as_of: "2026-12-31",
    horizon_end: "2027-12-31",
    method: "formula",
    verified: true,
    customers: 10,
    expected_purchases: 20,
    revenue_historic: 100,
    revenue_predicted: 200,
    revenue_discounted: 100,
    contribution_historic: 40,
    contribution_discounted: 40,
    margin_rate: 0.4,
    discount_rate: 0.1,
  });
  expect(equity?.revenue_low).toBeCloseTo(100 / spread, 10);
  expect(equity?.revenue_high).toBeCloseTo(100 * spread, 10);
  expect(equity?.contribution_low).toBeCloseTo(40 / spread, 10);
  expect(equity?.contribution_high).toBeCloseTo(40 * spread, 10);
});

test("takes a customer's own costs for the past and the common margin for what comes", async () => {
  await prepare([
    { purchases: 2, revenue: 100, cost: 70, expected: 2 },
    { purchases: 1, revenue: 50, expected: 0 },
  ]);
  const [one, other] = await value("formula", { marginRate: 0.4 });
  expect(one).toMatchObject({
    revenue_predicted: 100,
    revenue_discounted: 50,
    revenue_total: 150,
    contribution_historic: 30,
    contribution_discounted: 20,
    contribution_total: 50,
  });
  expect(other).toMatchObject({ contribution_historic: 20, contribution_discounted: 0 });
});

test("knows no contribution where no costs are known", async () => {
  await prepare([{ purchases: 2, revenue: 100, expected: 2 }]);
  const [one] = await value("formula");
  expect(one).toMatchObject({
    contribution_historic: null,
    contribution_discounted: null,
    contribution_total: null,
  });
  expect(await engine.rows("SELECT contribution_low, margin_rate FROM equity")).toEqual([
    { contribution_low: null, margin_rate: null },
  ]);
});

test("draws the spend of models towards the mean, and takes that of rules as it is", async () => {
  await prepare([{ purchases: 3, revenue: 300, expected: 1 }]);
  // (2 × 30 + 3 × 100) / (2 + 3)
  expect(await value("mbg-nbd")).toMatchObject([{ expected_spend: 72, method: "mbg-nbd" }]);
  expect(await value("repeat-rate")).toMatchObject([{ expected_spend: 100 }]);
});

test("carries the last year on, purchase by purchase", async () => {
  await prepare([
    { purchases: 5, revenue: 900, recentPurchases: 2, recentRevenue: 80, expected: null },
    // Came back with returns only: nothing is expected of it, and no negative value.
    { purchases: 1, revenue: 10, recentPurchases: 1, recentRevenue: -5, expected: null },
    { purchases: 4, revenue: 40, expected: null },
  ]);
  const rows = await value("last-window");
  expect(
    rows.map((row) => [row.customer_id, row.expected_purchases, row.revenue_predicted]),
  ).toEqual([
    ["c01", 2, 80],
    ["c02", 1, 0],
    ["c03", 0, 0],
  ]);
});

test("marks what no backtest has proven", async () => {
  await prepare(worth(1, 2));
  await value("formula", { verified: false });
  expect(await engine.rows("SELECT verified FROM equity")).toEqual([{ verified: false }]);
});
