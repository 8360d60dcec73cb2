import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import type { Line } from "../../../test/orders-table.ts";

let figures: Figures;
afterEach(() => figures.close());

const bought = (customer: string, ...days: string[]): Line[] =>
  days.map((day, i) => ({ customer, at: day, order: `${customer}${i}`, amount: 10 }));

/**
 * Two years by hand. Active at a month end is who bought in the 12 months before it.
 *   ann  always active
 *   bob  bought in January 2024 only: active until December 2024, lost in January 2025
 *   cat  31 March 2024 and 1 March 2025: active at the end of February 2025, and again in March
 *   dan  June 2024 only: lost in June 2025
 *   eve  February 2024, then May 2025: lost in February 2025, back in May
 *   fay  new in August 2025, with two orders on one day
 * Month ends from December 2024: 5 4 3 3 3 4 3 3 4 4 4 4 4, together 48.
 */
const orders: Line[] = [
  ...bought("ann", "2024-01-02", "2024-07-02", "2025-01-02", "2025-07-02"),
  ...bought("bob", "2024-01-10"),
  ...bought("cat", "2024-03-31", "2025-03-01"),
  ...bought("dan", "2024-06-15"),
  ...bought("eve", "2024-02-10", "2025-05-10"),
  ...bought("fay", "2025-08-20", "2025-08-20"),
];
const year2025 = { period: "year", start: "2025-01-01" };
const month = (start: string) => ({ period: "month", start });

test("churn is who left in twelve months by the mean of 13 month-end counts", async () => {
  // bob, dan and eve left: 3 / (48 / 13) = 39 / 48 = 0.8125.
  figures = await figuresOf({ orders }, { asOf: "2025-12-31" });
  expect(await figures.figure("churn_rate", year2025)).toMatchObject({
    value: 0.8125,
    numerator: 3,
    denominator: 48 / 13,
  });
  expect(await figures.value("churn_rate", month("2025-12-01"))).toBe(0.8125);
  expect(await figures.value("active_customers", month("2025-02-01"))).toBe(3);
  expect(await figures.value("lost_customers", month("2025-02-01"))).toBe(1);
  expect(await figures.value("reactivated_customers", month("2025-05-01"))).toBe(1);
  expect(await figures.value("lost_customers", month("2025-03-01"))).toBe(0);
  expect(await figures.value("lost_customers", year2025)).toBe(3);
});

test("the other rule of churn takes the mean of the first and the last count", async () => {
  // 3 / ((5 + 4) / 2) = 2/3.
  const settings = { churnAverage: "opening-closing" } as const;
  figures = await figuresOf({ orders }, { asOf: "2025-12-31", settings });
  expect(await figures.value("churn_rate", year2025)).toBeCloseTo(2 / 3, 12);
});

test("retention is who was active a year ago and is active now", async () => {
  // Of ann, bob, cat, dan and eve there are ann, cat and, after a pause, eve: 3 / 5.
  figures = await figuresOf({ orders }, { asOf: "2025-12-31" });
  expect(await figures.figure("retention_rate", year2025)).toMatchObject({
    value: 0.6,
    numerator: 3,
    n: 5,
  });
});

test("repeat rate and frequency look at the buyers of the last twelve months", async () => {
  // 2025: ann twice, cat, eve and fay once, fay's two orders of a day being one purchase.
  figures = await figuresOf({ orders }, { asOf: "2025-12-31" });
  expect(await figures.value("repeat_rate", year2025)).toBe(1 / 4);
  expect(await figures.value("purchase_frequency", year2025)).toBe(5 / 4);
  expect(await figures.value("order_frequency", year2025)).toBe(6 / 4);
  // The 12 months to the end of June 2025: ann in July and January, cat and eve once.
  expect(await figures.figure("repeat_rate", month("2025-06-01"))).toMatchObject({
    numerator: 1,
    denominator: 3,
  });
});

test("two purchases in one month are a repeat, a return in full is none", async () => {
  figures = await figuresOf(
    {
      orders: [
        ...bought("ann", "2025-01-02"),
        ...bought("bob", "2025-06-03", "2025-06-04"),
        { customer: "cat", at: "2025-07-01", order: "c1", amount: 9 },
        { customer: "cat", at: "2025-08-01", order: "c2", amount: 9 },
        { customer: "cat", at: "2025-09-01", order: "c3", amount: -9, returnOf: "c2" },
      ],
    },
    { asOf: "2025-12-31" },
  );
  expect(await figures.figure("repeat_rate", year2025)).toMatchObject({
    numerator: 1,
    denominator: 3,
  });
});

test("nobody knows the churn before there are two years of history, nor of half a month", async () => {
  figures = await figuresOf({ orders }, { asOf: "2025-12-15" });
  expect(await figures.figure("churn_rate")).toBeUndefined();
  expect(await figures.figure("active_customers")).toMatchObject({ period_start: "2025-11-01" });
  expect(await figures.figure("active_customers", month("2024-11-01"))).toBeUndefined();
  expect(await figures.value("active_customers", month("2024-12-01"))).toBe(5);
});

test("the months after which a customer is lost are a setting", async () => {
  // With 6 months cat (March 2024) is lost in September 2024, ann (July) not before January.
  const settings = { inactiveMonths: 6 };
  figures = await figuresOf({ orders }, { asOf: "2025-12-31", settings });
  expect(await figures.value("lost_customers", month("2024-09-01"))).toBe(1);
  expect(await figures.value("active_customers", month("2024-12-01"))).toBe(1);
});
