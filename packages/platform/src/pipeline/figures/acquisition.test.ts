import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

const january = { period: "month", start: "2026-01-01" };

test("a cost is counted once: spent by channel first, else as the customer's record says", async () => {
  // January: SEA spent 90 and won ann and bob, so ann's own 99 does not count; cat's own 12 does, for
  // nothing was spent on organic. 20 for 31 January and 1 February name no channel: 10 a month.
  // January 90 + 12 + 10 = 112 for 3; SEA 90 + 10 * 2/3 for 2. February: 50 + 10 and nobody won.
  figures = await figuresOf(
    {
      orders: [
        { customer: "ann", at: "2026-01-05", order: "o1", amount: 10 },
        { customer: "bob", at: "2026-01-06", order: "o2", amount: 10 },
        { customer: "cat", at: "2026-01-31", order: "o3", amount: 10 },
      ],
      customers: [
        { customer_id: "ann", acquisition_channel: "SEA", acquisition_cost: 99 },
        { customer_id: "bob", acquisition_channel: "SEA" },
        { customer_id: "cat", acquisition_channel: "organic", acquisition_cost: 12 },
      ],
      costs: [
        cost("acquisition", "2026-01-01", "2026-01-31", "SEA", 90),
        cost("acquisition", "2026-02-01", "2026-02-28", "SEA", 50),
        cost("acquisition", "2026-01-31", "2026-02-01", null, 20),
        cost("service", "2026-01-01", "2026-01-31", "SEA", 1000),
      ],
    },
    { asOf: "2026-02-28" },
  );
  expect(await figures.figure("cac", january)).toMatchObject({ numerator: 112, n: 3 });
  expect(await figures.value("cac", january)).toBeCloseTo(112 / 3, 10);
  // Sums are kept to six digits.
  const channel = (member: string, place = january) =>
    figures.value("acquisition_cost", { ...place, dimension: "acquisition_channel", member });
  expect(await channel("SEA")).toBeCloseTo(90 + 20 / 3, 6);
  expect(await channel("organic")).toBeCloseTo(12 + 10 / 3, 6);
  const february = { period: "month", start: "2026-02-01" };
  expect(await figures.figure("cac", february)).toMatchObject({ value: null, numerator: 60 });
  expect(await channel("SEA", february)).toBe(50);
  expect(await figures.value("cac", { period: "total" })).toBeCloseTo(172 / 3, 10);
});

test("where no cost is known there are new customers and no CAC", async () => {
  figures = await figuresOf(
    { orders: [{ customer: "ann", at: "2026-01-05", order: "o1", amount: 10 }] },
    { asOf: "2026-01-31" },
  );
  expect(await figures.value("new_customers")).toBe(1);
  expect(await figures.figure("cac")).toBeUndefined();
});

test("a cohort keeps its customers, adds up its contribution and pays back in its month", async () => {
  // January: ann 100 - 60 and bob 50 - 20 bring 70, 35 each; they cost 30 and 50, CAC 40.
  // February: ann 20 - 10, so 80, 40 each: paid back in month 1. March: bob 40 - 20, so 100.
  // cat comes in February with 10 - 5 and cost nothing known.
  const line = (customer: string, at: string, amount: number, goods: number) => ({
    customer,
    at,
    order: `${customer}${at}`,
    amount,
    cost: goods,
  });
  figures = await figuresOf(
    {
      orders: [
        line("ann", "2026-01-31", 100, 60),
        line("bob", "2026-01-01", 50, 20),
        line("ann", "2026-02-01", 20, 10),
        line("bob", "2026-03-15", 40, 20),
        line("cat", "2026-02-10", 10, 5),
      ],
      customers: [
        { customer_id: "ann", acquisition_cost: 30 },
        { customer_id: "bob", acquisition_cost: 50 },
        { customer_id: "cat" },
      ],
    },
    { asOf: "2026-03-31" },
  );
  const rows = await figures.engine.rows(
    `SELECT cohort_month, month_since, customers, active, retention, revenue,
       cumulative_contribution, cac
     FROM cohort_month WHERE cohort_kind = 'purchases' AND dimension = 'all'
     ORDER BY cohort_month, month_since`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    ["2026-01-01", 0, 2, 2, 1, 150, 70, 40],
    ["2026-01-01", 1, 2, 1, 0.5, 20, 80, 40],
    ["2026-01-01", 2, 2, 1, 0.5, 40, 100, 40],
    ["2026-02-01", 0, 1, 1, 1, 10, 5, 0],
    ["2026-02-01", 1, 1, 0, 0, 0, 5, 0],
  ]);
  expect(await figures.value("payback_month", january)).toBe(1);
});

test("CLV by CAC takes the contribution of the longest horizon, with the equity's interval", async () => {
  // 40 so far and 80 ahead for a customer won at 30: 120 / 30 = 4. With drift 0.3 what lies ahead is
  // 80 exp(+- 1.2816 * 0.3) = 54.46 to 117.51: 3.149 to 5.250.
  figures = await figuresOf(
    {
      orders: [{ customer: "ann", at: "2026-01-05", order: "o1", amount: 100, cost: 60 }],
      customers: [{ customer_id: "ann", acquisition_cost: 30 }],
      values: [worth("ann", 36, 40, 80), worth("ann", 12, 40, 10)],
    },
    { asOf: "2026-01-31", valuation: { drift: 0.3 } },
  );
  expect(await figures.value("clv_contribution", january)).toBe(120);
  const ratio = await figures.figure("clv_cac", january);
  expect(ratio?.value).toBe(4);
  expect(ratio?.low).toBeCloseTo((40 + 80 * Math.exp(-0.38448)) / 30, 10);
  expect(ratio?.high).toBeCloseTo((40 + 80 * Math.exp(0.38448)) / 30, 10);
});

test("ten years of 1 000 less 1 000 to win the customer are 9 000", async () => {
  // The third of the traditional formulas, read off the cohort table: contribution less CAC.
  const years = Array.from({ length: 10 }, (_, i) => ({
    customer: "ann",
    at: `${2015 + i}-06-01`,
    order: `o${i}`,
    amount: 1000,
    cost: 0,
  }));
  figures = await figuresOf(
    { orders: years, customers: [{ customer_id: "ann", acquisition_cost: 1000 }] },
    { asOf: "2024-12-31" },
  );
  const [last] = await figures.engine.rows(
    `SELECT cumulative_contribution - cac * customers AS gain FROM cohort_month
     WHERE dimension = 'all' ORDER BY month_since DESC`,
  );
  expect(last?.gain).toBe(9000);
});

function cost(
  kind: string,
  period_start: string,
  period_end: string,
  channel: string | null,
  amount: number,
) {
  return { kind, period_start, period_end, channel, amount };
}

function worth(customer_id: string, horizon_months: number, historic: number, ahead: number) {
  return {
    customer_id,
    horizon_months,
    first_day: "2026-01-05",
    class: "A",
    revenue_historic: 2 * historic,
    revenue_discounted: 2 * ahead,
    revenue_total: 2 * (historic + ahead),
    contribution_historic: historic,
    contribution_discounted: ahead,
    contribution_total: historic + ahead,
  };
}
