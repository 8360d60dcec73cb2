import { expect, test } from "vitest";
import { type Line, ledgerOf } from "../../test/orders-table.ts";
import { readMarginRate } from "./margin.ts";
import { purchaseDay } from "./purchase-day.ts";
import { returnLink } from "./return-link.ts";
import { runSteps } from "./runner.ts";

async function marginOf(lines: readonly Line[], fallback?: number) {
  const { engine, context } = await ledgerOf(lines);
  await runSteps([returnLink, purchaseDay], context);
  return readMarginRate(engine, fallback).finally(() => engine.close());
}

const order: Line = { customer: "ann", at: "2026-01-05", amount: 100 };

test("is what is left of revenue over all purchases of known cost", async () => {
  const lines = [
    { ...order, cost: 60 },
    { ...order, customer: "bob", amount: 300, cost: 180 },
    { ...order, customer: "cat", amount: 1000 },
  ];
  // (400 − 240) / 400; the purchase of unknown cost does not count.
  expect(await marginOf(lines, 0.9)).toBeCloseTo(0.4, 14);
});

test("is below 0 where goods are sold below their cost", async () => {
  expect(await marginOf([{ ...order, cost: 150 }])).toBe(-0.5);
});

test("is the setting where no cost is known, and unknown without it", async () => {
  expect(await marginOf([order], 0.35)).toBe(0.35);
  expect(await marginOf([order])).toBeNull();
  expect(await marginOf([{ ...order, amount: null, cost: 5 }])).toBeNull();
});
