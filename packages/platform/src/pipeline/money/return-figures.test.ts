import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

/** The triangle of return-development.test.ts, from January 2026 on. */
const BOUGHT = [100, 200, 100, 100];
const RETURNED: readonly (readonly number[])[] = [[10, 20, 5], [30, 40, 5], [10, 30], [10]];
const day = (month: number) => `2026-0${month + 1}-10`;

const orders = BOUGHT.flatMap((amount, month) => [
  { customer: `c${month}`, at: day(month), order: `o${month}`, amount },
  ...(RETURNED[month] ?? []).map((returned, age) => ({
    customer: `c${month}`,
    at: `${day(month + age)} 18:00`,
    order: `r${month}-${age}`,
    returnOf: `o${month}`,
    amount: -returned,
  })),
]);
const april = { period: "month", start: "2026-04-01" };

test("the provision of a month is what was bought times the shares still to come", async () => {
  figures = await figuresOf({ orders }, { asOf: "2026-04-30" });
  expect(await figures.value("return_provision", april)).toBeCloseTo(25.833333, 6);
  expect(await figures.value("revenue", april)).toBe(90);
  expect(await figures.value("revenue_after_returns", april)).toBeCloseTo(64.166667, 6);
  expect(await figures.value("return_rate", april)).toBe(0.1);
  expect(await figures.value("return_rate_expected", april)).toBeCloseTo(0.358333, 6);
  // 25.8333 ± 1.2816 √52.4306
  expect(await figures.figure("return_provision", april)).toMatchObject({
    low: expect.closeTo(16.553426, 4),
    high: expect.closeTo(35.113241, 4),
    n: 1,
  });
  const all = { period: "total" };
  expect(await figures.value("return_provision", all)).toBeCloseTo(29.166667, 6);
  expect(await figures.value("return_rate", all)).toBe(160 / 500);
});

test("sales of which some will come back are provisional, and those of old are not", async () => {
  figures = await figuresOf({ orders }, { asOf: "2026-04-30" });
  const flag = async (name: string, start: string, period = "month") =>
    (await figures.figure(name, { period, start }))?.is_provisional;
  expect(await flag("revenue", "2026-04-01")).toBe(1);
  expect(await flag("revenue", "2026-03-01")).toBe(1);
  expect(await flag("revenue", "2026-02-01")).toBe(0);
  expect(await flag("buyers", "2026-04-01")).toBe(0);
  // The week from 30 March to 5 April ends in April.
  expect(await flag("revenue", "2026-03-30", "week")).toBe(1);
  expect(await flag("revenue", "2026-02-09", "week")).toBe(0);
  expect(await figures.figure("return_provision", { start: "2026-02-01" })).toBeUndefined();
});

test("returns of the running month are taken off what was to come in it", async () => {
  // On 15 May April's age 1 is not over: 20 of what was expected has come.
  const early = { customer: "c3", at: "2026-05-10", order: "x", returnOf: "o3", amount: -20 };
  figures = await figuresOf({ orders: [...orders, early] }, { asOf: "2026-05-15" });
  expect(await figures.value("return_provision", april)).toBeCloseTo(5.833333, 6);
});

test("a category with few returns is foreseen by all, one with enough by its own", async () => {
  // Shoes: each month 40 of 100 pairs at 10 come back a month later; books: one of 100.
  const months = [0, 1, 2];
  const lines = (product: string, returns: number) =>
    months.flatMap((month) => [
      { customer: product, at: day(month), order: `${product}${month}`, product, amount: 1000 },
      ...Array.from({ length: month < 2 ? returns : 0 }, (_, i) => ({
        customer: product,
        at: `${day(month + 1)} 18:00`,
        order: `r${product}${month}-${i}`,
        returnOf: `${product}${month}`,
        product,
        amount: -10,
      })),
    ]);
  figures = await figuresOf(
    {
      products: [
        { product_id: "shoe", category: "shoes" },
        { product_id: "book", category: "books" },
      ],
      orders: [...lines("shoe", 40), ...lines("book", 1)],
    },
    { asOf: "2026-03-31" },
  );
  const of = (member: string) =>
    figures.value("return_provision", { start: "2026-03-01", dimension: "category", member });
  // Shoes 400 of 1000. Books by all: (400 + 10) / 2000 of 1000 = 205.
  expect(await of("shoes")).toBeCloseTo(400, 6);
  expect(await of("books")).toBeCloseTo(205, 6);
  expect(await figures.value("return_provision", { start: "2026-03-01" })).toBeCloseTo(605, 6);
});

test("where nothing ever came back there are no figures of returns, and nothing is provisional", async () => {
  figures = await figuresOf(
    { orders: [{ customer: "a", at: "2026-04-10", order: "o", amount: 10 }] },
    { asOf: "2026-04-30" },
  );
  expect(await figures.figure("return_rate")).toBeUndefined();
  expect(await figures.figure("revenue")).toMatchObject({ value: 10, is_provisional: 0 });
});
