import { afterEach, expect, test } from "vitest";
import { type Line, ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { readHistory } from "../history.ts";
import { chooseSplit } from "./choose-split.ts";

let engine: Engine;
afterEach(() => engine.close());

/** Customers who all buy in January, some again in February, one again at the end of December. */
function shop(customers: number, repeaters: number): Line[] {
  const first = (i: number) => ({ customer: `c${i}`, at: `2025-01-${10 + (i % 20)}`, amount: 10 });
  const again = (i: number) => ({ customer: `c${i}`, at: `2025-02-${10 + (i % 18)}`, amount: 10 });
  return [
    ...Array.from({ length: customers }, (_, i) => first(i)),
    ...Array.from({ length: repeaters }, (_, i) => again(i)),
    { customer: "c0", at: "2025-12-31", amount: 10 },
  ];
}

async function splitOf(
  lines: readonly Line[],
  wanted: Parameters<typeof chooseSplit>[2] = {},
  today = "2026-06-30",
) {
  ({ engine } = await ledgerOf(lines));
  return chooseSplit(engine, await readHistory(engine, "EUR", new Date(today)), wanted);
}

test("splits where 50 customers and 10 repeat buyers are known by the cut", async () => {
  // 10 January to 31 December are 356 days: 178 are held out.
  expect(await splitOf(shop(50, 10))).toEqual({
    historyStart: new Date("2025-01-10"),
    calibrationEnd: new Date("2025-07-06"),
    holdoutEnd: new Date("2025-12-31"),
  });
});

test.each([
  ["49 customers", shop(49, 10)],
  ["9 repeat buyers", shop(50, 9)],
])("makes no split of %s: it would prove nothing", async (_, lines) => {
  expect(await splitOf(lines)).toBeUndefined();
});

test("makes none where nobody comes back in the holdout", async () => {
  const gone = shop(60, 20).filter(({ at }) => at < "2025-03-01");
  const stranger: Line = { customer: "new", at: "2025-12-31", amount: 10 };
  expect(await splitOf([...gone, stranger])).toBeUndefined();
});

test.each<[string, Partial<Line>]>([
  ["a return", { amount: -10 }],
  ["an order in another currency", { currency: "USD" }],
])("takes %s for no purchase in the holdout", async (_, change) => {
  const gone = shop(60, 20).filter(({ at }) => at < "2025-03-01");
  const last: Line = { customer: "c1", at: "2025-11-30", amount: 10, ...change };
  const stranger: Line = { customer: "new", at: "2025-12-31", amount: 10 };
  expect(await splitOf([...gone, last, stranger])).toBeUndefined();
});

test("takes what comes after the last day that counts for nothing", async () => {
  const gone = shop(60, 20).filter(({ at }) => at < "2025-03-01");
  const stranger: Line = { customer: "new", at: "2025-06-30", amount: 10 };
  const late: Line = { customer: "c1", at: "2025-07-15", amount: 10 };
  expect(await splitOf([...gone, stranger, late], {}, "2025-06-30")).toBeUndefined();
  await engine.close();
  expect(await splitOf([...gone, stranger, late], {}, "2025-07-15")).toBeDefined();
});

test("takes the user's days, and completes one that is missing", async () => {
  const calibrationEnd = new Date("2025-03-31");
  expect(await splitOf(shop(50, 10), { calibrationEnd })).toEqual({
    historyStart: new Date("2025-01-10"),
    calibrationEnd,
    holdoutEnd: new Date("2025-12-31"),
  });
});

test("refuses the user's days outside the history", async () => {
  const calibrationEnd = new Date("2026-01-01");
  await expect(splitOf(shop(50, 10), { calibrationEnd })).rejects.toMatchObject({
    code: "SPLIT_OUTSIDE_HISTORY",
  });
});
