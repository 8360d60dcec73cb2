import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

type Customer = { readonly id: string; readonly score: number; readonly worth: number };

/** `count` customers with this answer, worth one less and one more than `worth` by turns. */
const group = (score: number, worth: number, count: number): Customer[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `s${score}-${i}`,
    score,
    worth: worth + (i % 2 === 0 ? -1 : 1),
  }));

async function compare(customers: readonly Customer[], more: object = {}) {
  figures = await figuresOf(
    {
      feedback: customers.map(({ id, score }) => ({
        customer_id: id,
        given_at: "2026-01-10 12:00:00",
        kind: "nps",
        score,
      })),
      values: customers.map(({ id, worth }) => ({
        customer_id: id,
        horizon_months: 36,
        first_day: "2026-01-05",
        class: "A",
        revenue_total: worth,
      })),
      ...more,
    },
    { asOf: "2026-01-31" },
  );
  return figures.engine.rows("SELECT * FROM group_comparison ORDER BY comparison, member");
}

test("promoters are worth more where the interval of the difference leaves out zero", async () => {
  // Means 101 and 91, variance of 30 values one off their mean: 30 / 29. Error of the difference
  // sqrt(2 * (30 / 29) / 30) = 0.262613; 10 +- 1.96 of it = 9.485278 to 10.514722.
  const rows = await compare([...group(10, 101, 30), ...group(8, 91, 30), ...group(0, 91, 30)]);
  expect(rows.map(({ member, verdict }) => [member, verdict])).toEqual([
    ["detractor", null],
    ["passive", "not_proven"],
    ["promoter", "higher"],
  ]);
  const promoter = rows[2];
  expect(promoter).toMatchObject({ basis: "revenue", n: 30, mean: 101, difference: 10 });
  expect(promoter?.difference_low).toBeCloseTo(9.485278, 5);
  expect(promoter?.difference_high).toBeCloseTo(10.514722, 5);
});

test("of 29 customers nothing is said, and a group nobody is in is not there", async () => {
  const rows = await compare([...group(10, 101, 29), ...group(0, 91, 30)]);
  expect(rows.map(({ member, verdict }) => [member, verdict])).toEqual([
    ["detractor", null],
    ["promoter", "too_few"],
  ]);
});

test("of several answers of a customer the last one counts", async () => {
  const customers = group(10, 101, 1);
  const later = { customer_id: "s10-0", given_at: "2026-01-11 12:00:00", kind: "nps", score: 3 };
  const earlier = { ...later, given_at: "2026-01-10 12:00:00", score: 10 };
  const rows = await compare(customers, { feedback: [later, earlier] });
  expect(rows.map(({ member }) => member)).toEqual(["detractor"]);
});

test("referred customers are set against all others", async () => {
  const rows = await compare(group(8, 50, 4), {
    customers: [
      { customer_id: "s8-0", referred_by: "s8-3" },
      { customer_id: "s8-1", referred_by: "" },
      { customer_id: "s8-2" },
      { customer_id: "s8-3" },
    ],
    referrals: [{ referrer_id: "s8-3", referred_id: "s8-2" }],
  });
  const referred = rows.filter(({ comparison }) => comparison === "referred");
  // s8-0 and s8-2 are worth 49 each; s8-1 and s8-3 51.
  expect(referred.map(({ member, n, mean }) => [member, n, mean])).toEqual([
    ["not_referred", 2, 51],
    ["referred", 2, 49],
  ]);
});

test("drivers multiply to the CLV, and say what one per cent of each brings", async () => {
  // 2024 to 2025: ann and bob buy for 100 (cost 60) each January; cat in January 2024 only, so she
  // is lost in January 2025. 2025: 2 orders of 100 by 2 buyers, frequency 1, margin 0.4; month ends
  // 3, then 12 times 2: mean 27 / 13; churn 1 / (27 / 13) = 13 / 27; lifetime 27 / 13 years.
  // CLV = 100 * 1 * 0.4 * 27 / 13 = 83.08. +1 % of a factor: 0.8308; churn -1 %: CLV / 0.99 - CLV.
  // Price +1 %: 1 an order, 1 order a year, 27 / 13 years.
  const buys = (customer: string, ...days: string[]) =>
    days.map((day) => ({ customer, at: day, order: customer + day, amount: 100, cost: 60 }));
  figures = await figuresOf(
    {
      orders: [
        ...buys("ann", "2024-01-10", "2025-01-10"),
        ...buys("bob", "2024-01-11", "2025-01-11"),
        ...buys("cat", "2024-01-12"),
      ],
    },
    { asOf: "2025-12-31" },
  );
  const rows = await figures.engine.rows("SELECT * FROM clv_driver WHERE dimension = 'all'");
  const of = (driver: string) => rows.find((row) => row.driver === driver);
  const clv = (100 * 0.4 * 27) / 13;
  expect(of("order_value")?.clv).toBeCloseTo(clv, 10);
  expect(of("lifetime")?.value).toBeCloseTo(27 / 13, 12);
  expect(of("margin")?.effect).toBeCloseTo(0.01 * clv, 10);
  expect(of("churn_rate")?.effect).toBeCloseTo(clv / 0.99 - clv, 10);
  expect(of("price")?.effect).toBeCloseTo(27 / 13, 10);
  expect(of("margin")?.effect_total).toBeCloseTo(0.02 * clv, 10);
});
