import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import type { Line } from "../../../test/orders-table.ts";

let figures: Figures;
afterEach(() => figures.close());

const year = { period: "year", start: "2026-01-01" };
const spent = (...amounts: number[]): Line[] =>
  amounts.map((amount, i) => ({ customer: `c${i}`, at: "2026-03-01", order: `o${i}`, amount }));

test("revenue of 10, 20, 30 and 40 has a Gini of a quarter, and the largest tenth holds 40 %", async () => {
  // From the largest: 1*40 + 3*30 + 5*20 + 7*10 = 300; 1 - 300 / (4 * 100) = 0.25. A tenth of four
  // customers is rounded up to one.
  figures = await figuresOf({ orders: spent(10, 40, 20, 30) }, { asOf: "2026-12-31" });
  expect(await figures.value("revenue_gini", year)).toBeCloseTo(0.25, 12);
  expect(await figures.figure("revenue_top_tenth", year)).toMatchObject({ value: 0.4, n: 4 });
  const curve = await figures.engine.rows(
    "SELECT customers, revenue FROM revenue_lorenz ORDER BY percentile",
  );
  expect(curve.map((row) => Object.values(row))).toEqual([
    [0.25, 0.4],
    [0.5, 0.7],
    [0.75, 0.9],
    [1, 1],
  ]);
});

test("equal customers are not concentrated, however they are ranked", async () => {
  figures = await figuresOf({ orders: spent(5, 5, 5) }, { asOf: "2026-12-31" });
  expect(await figures.value("revenue_gini", year)).toBeCloseTo(0, 12);
  // Figures that are no quotients are kept to six digits.
  expect(await figures.value("revenue_top_tenth", year)).toBeCloseTo(1 / 3, 6);
});

test("the share of new customers without a second purchase ends with the thirtieth day", async () => {
  // ann comes back on day 30, bob on day 31, cat never; dan came 10 days ago and is not judged yet.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-01", order: "a1", amount: 10 },
        { customer: "ann", at: "2026-01-31", order: "a2", amount: 10 },
        { customer: "bob", at: "2026-01-01", order: "b1", amount: 10 },
        { customer: "bob", at: "2026-02-01", order: "b2", amount: 10 },
        { customer: "cat", at: "2026-01-10", order: "c1", amount: 10 },
        { customer: "dan", at: "2026-05-21", order: "d1", amount: 10 },
      ],
    },
    { asOf: "2026-05-31" },
  );
  const january = { period: "month", start: "2026-01-01" };
  expect(await figures.figure("no_repeat_30", january)).toMatchObject({ numerator: 2, n: 3 });
  expect(await figures.figure("no_repeat_60", january)).toMatchObject({ numerator: 1, n: 3 });
  expect(await figures.figure("no_repeat_30", { period: "total" })).toMatchObject({ n: 3 });
  expect(await figures.figure("no_repeat_30", { period: "year" })).toBeUndefined();
  expect(await figures.figure("no_repeat_30", { start: "2026-05-01" })).toBeUndefined();
});

test("a contract is lost early where it ends within the days and no other goes on", async () => {
  // A after 30 days, B after 31, C at once but with a second contract, D still there.
  const contract = (customer_id: string, started_on: string, ended_on: string | null) => ({
    customer_id,
    started_on,
    ended_on,
    monthly_fee: 10,
  });
  figures = await figuresOf(
    {
      subscriptions: [
        contract("A", "2026-01-01", "2026-01-31"),
        contract("B", "2026-01-01", "2026-02-01"),
        contract("C", "2026-01-01", "2026-01-05"),
        contract("C", "2026-01-05", null),
        contract("D", "2026-01-20", null),
      ],
    },
    { asOf: "2026-05-31" },
  );
  const january = { period: "month", start: "2026-01-01" };
  expect(await figures.value("contract_loss_30", january)).toBe(0.25);
  expect(await figures.value("contract_loss_60", january)).toBe(0.5);
});
