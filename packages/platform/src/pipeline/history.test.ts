import { expect, test } from "vitest";
import { type Line, ledgerOf } from "../../test/orders-table.ts";
import { readHistory } from "./history.ts";

async function historyOf(lines: readonly Line[], today = "2026-12-31") {
  const { engine } = await ledgerOf(lines);
  return readHistory(engine, "EUR", new Date(today)).finally(() => engine.close());
}

const order: Line = { customer: "ann", at: "2026-02-01 23:59", amount: 10 };

test("runs from the first to the last day with an order of a known customer", async () => {
  const history = await historyOf([
    { ...order, customer: null, at: "2026-01-01" },
    order,
    { ...order, customer: "bob", at: "2026-03-31" },
    { ...order, customer: null, at: "2026-04-30" },
  ]);
  expect(history).toEqual({
    firstDay: new Date("2026-02-01"),
    lastDay: new Date("2026-03-31"),
    currency: "EUR",
    hasOrders: true,
    hasContracts: false,
    hasOrderIds: false,
    hasAmounts: true,
    hasReturns: false,
  });
});

test("knows nothing after the last day that counts, nor of another currency", async () => {
  const lines: Line[] = [
    order,
    { ...order, at: "2026-02-02", amount: -5, currency: "USD" },
    { ...order, at: "2026-02-05", amount: -10, order: "r1" },
  ];
  expect(await historyOf(lines, "2026-02-04")).toMatchObject({
    lastDay: new Date("2026-02-01"),
    hasReturns: false,
    hasOrderIds: false,
  });
  expect(await historyOf(lines, "2026-02-05")).toMatchObject({
    lastDay: new Date("2026-02-05"),
    hasReturns: true,
    hasOrderIds: true,
  });
});

test("tells orders without amounts", async () => {
  expect((await historyOf([{ ...order, amount: null }])).hasAmounts).toBe(false);
  expect((await historyOf([{ ...order, amount: 0 }])).hasAmounts).toBe(true);
});

test.each<[string, Line[]]>([
  ["there is no order", []],
  ["all are of guests", [{ ...order, customer: null }]],
  ["all are in another currency", [{ ...order, currency: "CHF" }]],
  ["all lie in the future", [{ ...order, at: "2027-01-01" }]],
])("refuses to go on where %s", async (_, lines) => {
  await expect(historyOf(lines)).rejects.toMatchObject({
    code: "NO_ORDERS",
    details: { currency: "EUR" },
  });
});
