import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

const at = (period: string, start: string) => ({ period, start });

test("AOV is revenue net of returns by orders placed, and revenue that of all days", async () => {
  // January: Ann's orders of 60 and 40 on one day, Bob's of 50, of which 20 came back in February.
  // Revenue 60 + 40 + (50 - 20) = 130, 3 orders, AOV 130 / 3 = 43.33; purchases are 2 days.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-05 09:00", order: "o1", amount: 60 },
        { customer: "ann", at: "2026-01-05 18:00", order: "o2", amount: 40 },
        { customer: "bob", at: "2026-01-20", order: "o3", product: "p", amount: 50 },
        { customer: "bob", at: "2026-02-03", order: "r3", returnOf: "o3", amount: -20 },
      ],
    },
    { asOf: "2026-03-31" },
  );
  const january = at("month", "2026-01-01");
  expect(await figures.figure("average_order_value", january)).toMatchObject({
    numerator: 130,
    denominator: 3,
    n: 3,
  });
  expect(await figures.value("average_order_value", january)).toBeCloseTo(43.333333, 6);
  expect(await figures.value("revenue", january)).toBe(130);
  expect(await figures.value("purchases", january)).toBe(2);
  expect(await figures.value("buyers", january)).toBe(2);
});

test("a month without orders has revenue 0, no average, and n 0", async () => {
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-05", order: "o1", amount: 60 },
        { customer: "ann", at: "2026-03-05", order: "o2", amount: 40 },
      ],
    },
    { asOf: "2026-03-31" },
  );
  const february = at("month", "2026-02-01");
  expect(await figures.figure("revenue", february)).toMatchObject({ value: 0, n: 0 });
  expect(await figures.figure("average_order_value", february)).toMatchObject({
    value: null,
    denominator: 0,
    n: 0,
  });
});

test("a refund after the end of the year lowers the year of the purchase", async () => {
  // 100 bought on 30 December 2025, 30 of it sent back on 8 January 2026; 50 bought in 2026.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2025-12-30", order: "o1", amount: 100 },
        { customer: "ann", at: "2026-01-08", order: "r1", returnOf: "o1", amount: -30 },
        { customer: "bob", at: "2026-01-09", order: "o2", amount: 50 },
      ],
    },
    { asOf: "2026-01-31" },
  );
  expect(await figures.value("revenue", at("year", "2025-01-01"))).toBe(70);
  expect(await figures.value("revenue", at("year", "2026-01-01"))).toBe(50);
  expect(await figures.figure("revenue", at("total", "2025-12-30"))).toMatchObject({
    value: 120,
    period_end: "2026-01-31",
  });
});

test("the last days of 2020 and the first of 2021 are one ISO week, the 53rd", async () => {
  // Monday 28 December 2020 to Sunday 3 January 2021.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2020-12-27", order: "o1", amount: 1 },
        { customer: "ann", at: "2020-12-28", order: "o2", amount: 10 },
        { customer: "ann", at: "2021-01-03", order: "o3", amount: 20 },
        { customer: "bob", at: "2021-01-04", order: "o4", amount: 40 },
      ],
    },
    { asOf: "2021-01-10" },
  );
  expect(await figures.figure("revenue", at("week", "2020-12-28"))).toMatchObject({
    value: 30,
    period_end: "2021-01-03",
  });
  expect(await figures.value("buyers", at("week", "2020-12-28"))).toBe(1);
  expect(await figures.value("revenue", at("week", "2020-12-21"))).toBe(1);
  expect(await figures.value("revenue", at("week", "2021-01-04"))).toBe(40);
});

test("days on which clocks change hold the orders of their own hours", async () => {
  // 29 March 2026 has 23 hours, 25 October 25; both are days of one month as any other.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-03-29 00:30", order: "o1", amount: 1 },
        { customer: "ann", at: "2026-03-29 23:59", order: "o2", amount: 2 },
        { customer: "bob", at: "2026-10-25 02:30", order: "o3", amount: 4 },
        { customer: "bob", at: "2026-10-25 23:59", order: "o4", amount: 8 },
        { customer: "bob", at: "2026-10-26 00:00", order: "o5", amount: 16 },
      ],
    },
    { asOf: "2026-10-31" },
  );
  expect(await figures.value("revenue", at("week", "2026-03-23"))).toBe(3);
  expect(await figures.value("purchases", at("week", "2026-03-23"))).toBe(1);
  expect(await figures.value("revenue", at("week", "2026-10-19"))).toBe(12);
  expect(await figures.value("revenue", at("week", "2026-10-26"))).toBe(16);
});

test("a customer is one buyer of the quarter, whatever the number of months", async () => {
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-05", order: "o1", amount: 10 },
        { customer: "ann", at: "2026-02-05", order: "o2", amount: 10 },
        { customer: "ann", at: "2026-04-05", order: "o3", amount: 10 },
        { customer: "bob", at: "2026-03-05", order: "o4", amount: 10 },
      ],
    },
    { asOf: "2026-04-30" },
  );
  expect(await figures.value("buyers", at("quarter", "2026-01-01"))).toBe(2);
  expect(await figures.figure("buyers", at("quarter", "2026-04-01"))).toMatchObject({
    value: 1,
    is_complete: 0,
    period_end: "2026-04-30",
  });
  expect(await figures.value("buyers", at("year", "2026-01-01"))).toBe(2);
});

test("contribution is revenue less cost, and the margin rate where no cost is known", async () => {
  // 100 - 60 = 40 and 50 * 0.3 = 15: contribution 55 of 150, margin 0.366667.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-05", order: "o1", amount: 100, cost: 60 },
        { customer: "bob", at: "2026-01-06", order: "o2", amount: 50 },
      ],
    },
    { asOf: "2026-01-31", valuation: { marginRate: 0.3 } },
  );
  expect(await figures.value("contribution")).toBe(55);
  expect(await figures.value("margin")).toBeCloseTo(55 / 150, 12);
});

test("members of a dimension add up to all, and who is not described is there too", async () => {
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-05", order: "o1", amount: 10 },
        { customer: "bob", at: "2026-01-06", order: "o2", amount: 20 },
        { customer: "cat", at: "2026-01-07", order: "o3", amount: 40 },
      ],
      customers: [
        { customer_id: "ann", country: "DE" },
        { customer_id: "bob", country: "AT" },
      ],
    },
    { asOf: "2026-01-31" },
  );
  const of = (member: string) => figures.value("revenue", { dimension: "country", member });
  expect([await of("DE"), await of("AT"), await of("")]).toEqual([10, 20, 40]);
  expect(await figures.figure("revenue", { dimension: "plan", member: "" })).toBeUndefined();
});

test("years and quarters are those of the business year, and buyers count once in each", async () => {
  // The year begins in July: Ann bought in its first and second quarter, and in the year before.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2025-06-30", order: "o1", amount: 1 },
        { customer: "ann", at: "2025-07-01", order: "o2", amount: 10 },
        { customer: "ann", at: "2025-09-30", order: "o3", amount: 20 },
        { customer: "ann", at: "2026-01-05", order: "o4", amount: 40 },
        { customer: "ann", at: "2026-02-03", order: "r4", returnOf: "o4", amount: -5 },
        { customer: "ann", at: "2026-07-01", order: "r3", returnOf: "o3", amount: -3 },
      ],
    },
    { asOf: "2026-07-31", settings: { fiscalYearStart: 7 } },
  );
  // A refund after the end of the business year lowers the year of its purchase.
  expect(await figures.value("revenue", at("year", "2025-07-01"))).toBe(62);
  expect(await figures.value("buyers", at("year", "2025-07-01"))).toBe(1);
  expect(await figures.value("revenue", at("year", "2024-07-01"))).toBe(1);
  expect(await figures.value("revenue", at("quarter", "2025-07-01"))).toBe(27);
  expect(await figures.value("buyers", at("quarter", "2025-07-01"))).toBe(1);
  expect(await figures.value("buyers", at("quarter", "2026-01-01"))).toBe(1);
  expect(await figures.value("revenue_top_tenth", at("year", "2025-07-01"))).toBe(1);
  expect(await figures.figure("revenue", at("year", "2026-01-01"))).toBeUndefined();
});

test("orders and their mean value are told by category; an order of two counts in each", async () => {
  // o1 holds 30 of books and 10 of toys, o2 20 of books; o3 of toys is sent back in full.
  const line = (order: string, product: string, amount: number, at = "2026-03-02") => ({
    customer: "ann",
    at,
    order,
    product,
    amount,
  });
  figures = await figuresOf(
    {
      orders: [
        line("o1", "b", 30),
        line("o1", "t", 10),
        line("o2", "b", 20),
        line("o3", "t", 50, "2026-03-09"),
        { ...line("r3", "t", -50, "2026-03-20"), returnOf: "o3" },
      ],
      products: [
        { product_id: "b", category: "books" },
        { product_id: "t", category: "toys" },
      ],
    },
    { asOf: "2026-03-31" },
  );
  const of = (member: string) => ({ dimension: "category", member });
  expect(await figures.value("orders")).toBe(2);
  expect(await figures.value("orders", of("books"))).toBe(2);
  expect(await figures.value("orders", of("toys"))).toBe(1);
  expect(await figures.value("average_order_value", of("books"))).toBe(25);
  expect(await figures.value("average_order_value", of("toys"))).toBe(10);
  expect(await figures.value("average_order_value")).toBe(30);
});
