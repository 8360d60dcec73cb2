import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

type Phase = readonly [customer: string, start: string, end: string | null, fee: number];
const phases = (rows: readonly Phase[]) =>
  rows.map(([customer_id, started_on, ended_on, monthly_fee]) => ({
    customer_id,
    subscription_id: customer_id,
    plan: "plan",
    started_on,
    ended_on,
    monthly_fee,
    state: "active",
  }));

const MOVEMENTS = ["new", "expansion", "contraction", "churn", "reactivation", "fx"] as const;

async function movements(period: string, start: string) {
  const of = (name: string) => figures.value(name, { period, start });
  const moved = await Promise.all(MOVEMENTS.map((name) => of(`mrr_${name}`)));
  return { opening: await of("mrr_opening"), moved, closing: await of("mrr") };
}

/**
 * By hand. A month counts what is paid at its end.
 *   A  100 from 15 January, on another plan at 150 from 20 February: mid-month, +50 in February
 *   B  200 from 1 January, without from 1 March; again at 80 from 10 April
 *   C  50 from 3 to 25 February: never there at the end of a month
 *   D  on trial in January, 30 from 1 February, 20 from 1 April
 *   E  60 from 31 March, the last day of the month
 *   F  40 from 1 January, paused from 15 February, going on from 1 April; its first phase has no end
 *   G  1000 in dollars, H ends before it starts: neither counts
 */
const subscriptions = [
  ...phases([
    ["A", "2026-01-15", "2026-02-20", 100],
    ["A", "2026-02-20", null, 150],
    ["B", "2026-01-01", "2026-03-01", 200],
    ["B", "2026-04-10", null, 80],
    ["C", "2026-02-03", "2026-02-25", 50],
    ["D", "2026-02-01", "2026-04-01", 30],
    ["D", "2026-04-01", null, 20],
    ["E", "2026-03-31", null, 60],
    ["F", "2026-01-01", null, 40],
    ["F", "2026-04-01", null, 40],
    ["H", "2026-03-10", "2026-03-01", 70],
  ]),
  { ...phases([["D", "2026-01-01", "2026-02-01", 0]])[0], state: "trial" },
  { ...phases([["F", "2026-02-15", "2026-04-01", 0]])[0], state: "paused" },
  { ...phases([["G", "2026-01-01", null, 1000]])[0], currency: "USD" },
] as const;

test("opens, moves and closes as worked by hand, month by month", async () => {
  figures = await figuresOf({ subscriptions }, { asOf: "2026-04-30" });
  //                                          new  exp contr churn react fx
  expect(await movements("month", "2026-01-01")).toEqual({
    opening: 0,
    moved: [340, 0, 0, 0, 0, 0],
    closing: 340,
  });
  expect(await movements("month", "2026-02-01")).toEqual({
    opening: 340,
    moved: [30, 50, 0, -40, 0, 0],
    closing: 380,
  });
  expect(await movements("month", "2026-03-01")).toEqual({
    opening: 380,
    moved: [60, 0, 0, -200, 0, 0],
    closing: 240,
  });
  expect(await movements("month", "2026-04-01")).toEqual({
    opening: 240,
    moved: [0, 0, -10, 0, 120, 0],
    closing: 350,
  });
});

test("compares a quarter's end with its beginning, customer by customer", async () => {
  // A 150, D 30 and E 60 are new; B and F came and went within the quarter.
  figures = await figuresOf({ subscriptions }, { asOf: "2026-04-30" });
  expect(await movements("quarter", "2026-01-01")).toEqual({
    opening: 0,
    moved: [240, 0, 0, 0, 0, 0],
    closing: 240,
  });
});

test("divides by those who were there at the beginning", async () => {
  figures = await figuresOf({ subscriptions }, { asOf: "2026-04-30" });
  const march = { period: "month", start: "2026-03-01" };
  expect(await figures.value("subscribers", march)).toBe(3);
  expect(await figures.value("arpa", march)).toBe(80);
  expect(await figures.value("revenue_churn_rate", march)).toBeCloseTo(200 / 380, 12);
  expect(await figures.value("subscriber_loss_rate", march)).toBeCloseTo(1 / 3, 12);
  const april = { period: "month", start: "2026-04-01" };
  expect(await figures.value("revenue_churn_rate", april)).toBeCloseTo(10 / 240, 12);
  // In January there was nobody to lose.
  expect(
    await figures.figure("revenue_churn_rate", { period: "month", start: "2026-01-01" }),
  ).toMatchObject({ value: null, n: 0 });
});

test("NRR and GRR follow those who paid twelve months ago, and churn counts them", async () => {
  // Then: X 100, Y 100, Z 50 = 250. Now: X 130, Z 40, Y gone: 170 / 250. Without the rise: 140 / 250.
  // W is new and in neither. 13 month ends: 4 x 3, 4 x 4, 5 x 3 = 43; one left: 1 / (43 / 13).
  figures = await figuresOf(
    {
      subscriptions: phases([
        ["X", "2025-01-01", "2025-06-01", 100],
        ["X", "2025-06-01", null, 130],
        ["Y", "2025-01-01", "2025-09-01", 100],
        ["Z", "2025-01-01", "2025-07-01", 50],
        ["Z", "2025-07-01", null, 40],
        ["W", "2025-05-01", null, 500],
      ]),
    },
    { asOf: "2026-01-31" },
  );
  expect(await figures.value("nrr")).toBeCloseTo(0.68, 12);
  expect(await figures.value("grr")).toBeCloseTo(0.56, 12);
  expect(await figures.value("subscriber_churn_rate")).toBeCloseTo(13 / 43, 12);
  expect(await figures.figure("nrr", { start: "2025-12-01" })).toBeUndefined();
});

test("a hundred customers at 100 a month are 10 000 of MRR and 120 000 in a year", async () => {
  const customers = Array.from(
    { length: 100 },
    (_, i): Phase => [`c${i}`, "2025-01-01", null, 100],
  );
  figures = await figuresOf({ subscriptions: phases(customers) }, { asOf: "2025-12-31" });
  const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}-01`);
  const mrr = await Promise.all(months.map((start) => figures.value("mrr", { start })));
  expect(mrr).toEqual(months.map(() => 10_000));
  expect(mrr.reduce<number>((sum, value) => sum + Number(value), 0)).toBe(120_000);
});

test("one customer at 100 a month pays 2 400 in the 24 months of the cohort table", async () => {
  figures = await figuresOf(
    { subscriptions: phases([["c", "2024-01-01", null, 100]]) },
    { asOf: "2025-12-31" },
  );
  const [row] = await figures.engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS months, sum(revenue) AS revenue FROM cohort_month
     WHERE cohort_kind = 'contracts' AND dimension = 'all'`,
  );
  expect(row).toEqual({ months: 24, revenue: 2400 });
});

test("an end that lies ahead has not come yet", async () => {
  figures = await figuresOf(
    { subscriptions: phases([["A", "2026-01-01", "2026-03-20", 100]]) },
    { asOf: "2026-03-15" },
  );
  expect(await figures.value("mrr", { start: "2026-03-01" })).toBe(100);
});
