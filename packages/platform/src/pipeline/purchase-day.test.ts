import { expect, test } from "vitest";
import { type Line, ledgerOf } from "../../test/orders-table.ts";
import { purchaseDay } from "./purchase-day.ts";
import { returnLink } from "./return-link.ts";
import { runSteps } from "./runner.ts";

async function days(lines: readonly Line[], asOf = "2026-12-31") {
  const { engine, context } = await ledgerOf(lines, { asOf: new Date(asOf) });
  await runSteps([returnLink, purchaseDay], context);
  const rows = await engine.rows("SELECT * FROM purchase_day ORDER BY customer_id, day");
  await engine.close();
  return rows;
}

test("makes one purchase of all orders of a day and counts the orders", async () => {
  const rows = await days([
    { customer: "ann", at: "2026-01-05 09:00", order: "o1", amount: 10, cost: 4 },
    { customer: "ann", at: "2026-01-05 09:00", order: "o1", amount: 5, cost: 2 },
    { customer: "ann", at: "2026-01-05 18:00", order: "o2", amount: 20, cost: 8 },
  ]);
  expect(rows).toEqual([
    {
      customer_id: "ann",
      day: "2026-01-05",
      orders: 2,
      revenue: 35,
      cost: 14,
      returned: 0,
      is_purchase: 1,
    },
  ]);
});

test("counts a partly returned order net, on the day it was bought", async () => {
  const rows = await days([
    { customer: "ann", at: "2026-01-05", order: "o1", product: "p", amount: 30 },
    { customer: "ann", at: "2026-01-05", order: "o1", product: "q", amount: 12 },
    { customer: "ann", at: "2026-02-01", order: "r1", product: "p", amount: -30 },
  ]);
  expect(rows).toEqual([
    {
      customer_id: "ann",
      day: "2026-01-05",
      orders: 1,
      revenue: 12,
      cost: null,
      returned: -30,
      is_purchase: 1,
    },
  ]);
});

test("does not count an order that was sent back in full", async () => {
  const rows = await days([
    { customer: "ann", at: "2026-01-05", order: "o1", amount: 0.1 },
    { customer: "ann", at: "2026-01-05", order: "o1", amount: 0.2 },
    { customer: "ann", at: "2026-02-01", order: "r1", amount: -0.3, returnOf: "o1" },
  ]);
  expect(rows.map(({ is_purchase }) => is_purchase)).toEqual([0]);
});

test("knows of no return before it happened", async () => {
  const lines: Line[] = [
    { customer: "ann", at: "2026-01-05", order: "o1", amount: 30 },
    { customer: "ann", at: "2026-02-01", order: "r1", amount: -30, returnOf: "o1" },
  ];
  const january = await days(lines, "2026-01-31");
  expect(january).toMatchObject([{ day: "2026-01-05", revenue: 30, is_purchase: 1 }]);
});

test("keeps orders of no amount as purchases, and a lone return as none", async () => {
  const rows = await days([
    { customer: "ann", at: "2026-01-05", amount: 0 },
    { customer: "bob", at: "2026-01-05", amount: -9 },
    { customer: "cat", at: "2026-01-05", amount: null },
  ]);
  expect(
    rows.map(({ customer_id, is_purchase, revenue }) => [customer_id, is_purchase, revenue]),
  ).toEqual([
    ["ann", 1, 0],
    ["bob", 0, -9],
    ["cat", 1, null],
  ]);
});

test("leaves guests and other currencies out", async () => {
  const rows = await days([
    { customer: null, at: "2026-01-05", amount: 10 },
    { customer: "ann", at: "2026-01-05", amount: 10, currency: "USD" },
    { customer: "ann", at: "2026-01-06", amount: 10, currency: "EUR" },
  ]);
  expect(rows.map(({ day }) => day)).toEqual(["2026-01-06"]);
});

test("counts a return that names no order as none", async () => {
  const rows = await days([
    { customer: "ann", at: "2026-01-05 09:00", product: "p", amount: 30 },
    { customer: "ann", at: "2026-01-05 18:00", product: "q", amount: 20 },
    { customer: "ann", at: "2026-01-09", product: "p", amount: -30 },
    { customer: "bob", at: "2026-01-06", amount: -9 },
    { customer: "cat", at: "2026-01-07", amount: null },
  ]);
  expect(rows.map(({ customer_id, orders }) => [customer_id, orders])).toEqual([
    ["ann", 2],
    ["bob", 0],
    ["cat", 1],
  ]);
});
