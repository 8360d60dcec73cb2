import { mbgNbd } from "@kundenwert/models";
import { afterEach, expect, test } from "vitest";
import { type FigureLedger, type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import { readSettings } from "../../workspace/settings.ts";
import { writeBody } from "../body.ts";
import { horizon } from "../horizon.ts";
import { runSteps } from "../runner.ts";
import { newCustomerSteps } from "./new-customer-steps.ts";
import { readNewCustomers } from "./read-new-customers.ts";

let figures: Figures;
afterEach(() => figures?.close());

const ASOF = "2026-12-31";
const params = { r: 0.5, alpha: 10, a: 0.8, b: 2.5 };
const FITS = {
  models: { "mbg-nbd": { params, customers: 900 } },
  refused: {},
  spend: { mean: 40, strength: 2 },
};

/** What new customers are worth after this ledger, at 10 % a year unless told otherwise. */
async function newCustomers(ledger: FigureLedger, { discountRate = 0.1, smallest = 1 } = {}) {
  const valuation = { marginRate: 0.4, drift: 0.3 };
  figures = await figuresOf(ledger, { asOf: ASOF, valuation });
  const { engine } = figures;
  await writeBody(engine, "fits", FITS);
  const context = {
    engine,
    settings: { ...readSettings("/nonexistent"), discountRate, horizons: [12] },
    asOf: new Date(ASOF),
    hasOrderIds: true,
    hasReturns: false,
  };
  const full = { method: "mbg-nbd", verified: true, dispersion: 0, ...valuation } as const;
  await runSteps([horizon, ...newCustomerSteps(full)], context);
  return readNewCustomers(engine, 12, smallest);
}

const order = (customer: string, at: string, amount: number, cost?: number) => ({
  customer,
  at,
  amount,
  order: `${customer}-${at}`,
  ...(cost === undefined ? {} : { cost }),
});

test("counts what customers brought in the first year, of those won one to three years ago", async () => {
  await newCustomers(
    {
      orders: [
        // 150 in the year; cost 80.
        order("ann", "2025-06-01", 100, 60),
        order("ann", "2025-12-01", 50, 20),
        // No cost is known: 40 % of 30. The next order came on the 365th day after.
        order("cat", "2025-01-10", 30),
        order("cat", "2026-01-10", 99),
        // Too young, and too long ago.
        order("bob", "2026-06-01", 500),
        order("dan", "2023-11-30", 700),
      ],
      customers: [
        { customer_id: "ann", acquisition_channel: "SEA" },
        { customer_id: "cat", acquisition_channel: "shop" },
      ],
    },
    { discountRate: 0 },
  );
  const rows = await figures.engine.rows(
    `SELECT member, customers, revenue, revenue_squares, contribution FROM new_customer_cell
     WHERE dimension IN ('all', 'acquisition_channel') ORDER BY dimension, member`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    ["SEA", 1, 150, 22_500, 70],
    ["shop", 1, 30, 900, 12],
    ["all", 2, 180, 23_400, 82],
  ]);
});

test("discounts to the day of the first purchase", async () => {
  await newCustomers({ orders: [order("ann", "2025-06-01", 100), order("ann", "2025-12-01", 50)] });
  const [row] = await figures.engine.rows(
    "SELECT revenue FROM new_customer_cell WHERE dimension = 'all'",
  );
  expect(row?.revenue).toBeCloseTo(100 + 50 * 1.1 ** (-183 / 365.2425), 9);
});

test("tells groups of thirty, drawn towards all, with interval and beside what winning them cost", async () => {
  // Forty won by SEA spend 100 and 120 in turns, thirty in the shop 40 and 60, five by chance 1000.
  const group = (name: string, n: number, amounts: readonly number[]) =>
    Array.from({ length: n }, (_, i) => ({
      order: order(`${name}${i}`, "2025-03-01", amounts[i % amounts.length] as number),
      customer: {
        customer_id: `${name}${i}`,
        acquisition_channel: name,
        ...(name === "SEA" ? { acquisition_cost: 22 } : {}),
      },
    }));
  const made = [
    ...group("SEA", 40, [100, 120]),
    ...group("shop", 30, [40, 60]),
    ...group("luck", 5, [1000]),
  ];
  const rows = await newCustomers({
    orders: made.map((one) => one.order),
    customers: made.map((one) => one.customer),
  });
  const of = (member: string) =>
    rows.find((row) => row.member === member && row.source === "observed");
  const mean = (40 * 110 + 30 * 50 + 5 * 1000) / 75;
  expect(of("all")?.revenue).toBeCloseTo(mean, 6);
  expect(of("luck")).toBeUndefined();
  // The groups differ far more than their customers do, so little of all is in them.
  expect(Number(of("SEA")?.revenue)).toBeCloseTo(110, 0);
  expect(Number(of("SEA")?.revenue)).toBeGreaterThan(110);
  expect(Number(of("shop")?.revenue)).toBeGreaterThan(50);
  // Drift of 30 % a year outweighs the noise of ten euros among forty customers.
  const reach = Number(of("SEA")?.revenue_high) - Number(of("SEA")?.revenue);
  expect(reach).toBeGreaterThan(1.2816 * 0.3 * 110);
  expect(reach).toBeLessThan(1.2816 * Math.hypot(0.3 * 110.5, 10.2 / Math.sqrt(40)) + 0.01);
  // 40 % of revenue ÷ 22 of cost.
  expect(of("SEA")?.acquisition_cost).toBe(22);
  expect(Number(of("SEA")?.clv_cac)).toBeCloseTo((0.4 * Number(of("SEA")?.revenue)) / 22, 9);
  // No cost of the shop is known as its own.
  expect(of("shop")?.clv_cac).toBeNull();
});

test("expects of somebody unknown the first purchase and those of the model", async () => {
  const orders = [order("ann", "2026-06-01", 100)];
  const [prior] = await newCustomers({ orders }, { discountRate: 0 });
  const none = Float64Array.of(0);
  const summary = { frequency: none, recency: none, T: none };
  const [later] = mbgNbd.expectedPurchases(params, summary, 365 / 7);
  expect(prior).toMatchObject({ source: "prior", customers: 900 });
  expect(prior?.revenue).toBeCloseTo(40 * (1 + Number(later)), 9);
  expect(prior?.contribution).toBeCloseTo(0.4 * 40 * (1 + Number(later)), 9);
  // Nobody was won long enough ago to have seen a year.
  expect(await readNewCustomers(figures.engine, 12, 1)).toHaveLength(1);
});
