import { afterEach, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../test/figure-ledger.ts";

let figures: Figures;
afterEach(() => figures.close());

const quote = (day: string, rate: number) => ({ day, currency: "USD", base: "EUR", rate });
const month = (start: string) => ({ period: "month", start });

test("the change of revenue is that at constant rates and the effect of exchange rates", async () => {
  // January: quotes of 1.25 twice, mean 0.8. 100 $ = 80, and 50: 130. February: 0.625 and 0.5.
  // 200 $ on the 3rd at 0.625 = 125, and 40: 165, 35 more. At January's mean 160 + 40 = 200, 70 more;
  // rates made 125 - 160 = -35.
  figures = await figuresOf(
    {
      exchange_rates: [
        quote("2026-01-02", 1.25),
        quote("2026-01-16", 1.25),
        quote("2026-02-02", 1.6),
        quote("2026-02-16", 2),
      ],
      orders: [
        { customer: "ann", at: "2026-01-05", order: "o1", amount: 100, currency: "USD" },
        { customer: "bob", at: "2026-01-06", order: "o2", amount: 50 },
        { customer: "ann", at: "2026-02-03", order: "o3", amount: 200, currency: "USD" },
        { customer: "bob", at: "2026-02-04", order: "o4", amount: 40 },
      ],
      customers: [
        { customer_id: "ann", country: "US" },
        { customer_id: "bob", country: "DE" },
      ],
    },
    { asOf: "2026-02-28" },
  );
  const february = month("2026-02-01");
  expect(await figures.value("revenue", february)).toBe(165);
  expect(await figures.value("revenue_change", february)).toBe(35);
  expect(await figures.value("revenue_change_constant", february)).toBe(70);
  expect(await figures.value("revenue_fx_effect", february)).toBe(-35);
  const abroad = { ...february, dimension: "country", member: "US" };
  expect(await figures.value("revenue_fx_effect", abroad)).toBe(-35);
  // The first period has none before it.
  expect(await figures.figure("revenue_change", month("2026-01-01"))).toBeUndefined();
});

test("where the period before has no quote the effect is not told", async () => {
  figures = await figuresOf(
    {
      exchange_rates: [quote("2026-02-02", 1.6)],
      orders: [
        { customer: "bob", at: "2026-01-06", order: "o2", amount: 50 },
        { customer: "ann", at: "2026-02-03", order: "o3", amount: 200, currency: "USD" },
      ],
    },
    { asOf: "2026-02-28" },
  );
  expect(await figures.value("revenue_change", month("2026-02-01"))).toBe(75);
  expect(await figures.figure("revenue_fx_effect", month("2026-02-01"))).toBeUndefined();
});

test("the MRR is told at each month end's rate, and exchange rates are a movement of their own", async () => {
  // 100 $ from January: 80 new. February: 50, rates -30. In March the rate is 0.6 and the fee 150:
  // rates +10, expansion 50 * 0.6 = 30, closing 90. Of the quarter: new 110, rates -20.
  figures = await figuresOf(
    {
      exchange_rates: [
        quote("2026-01-30", 1.25),
        quote("2026-02-27", 2),
        quote("2026-03-31", 1 / 0.6),
        quote("2026-03-09", 2),
      ],
      subscriptions: [
        {
          subscription_id: "s",
          customer_id: "ann",
          started_on: "2026-01-15",
          ended_on: "2026-03-10",
          monthly_fee: 100,
          currency: "USD",
        },
        {
          subscription_id: "s",
          customer_id: "ann",
          started_on: "2026-03-10",
          monthly_fee: 150,
          currency: "USD",
        },
        { subscription_id: "t", customer_id: "bob", started_on: "2026-01-15", monthly_fee: 10 },
      ],
    },
    { asOf: "2026-03-31" },
  );
  const at = async (start: string, period = "month") =>
    Promise.all(
      ["mrr_opening", "mrr_new", "mrr_expansion", "mrr_contraction", "mrr_fx", "mrr"].map((name) =>
        figures.value(name, { period, start }),
      ),
    );
  expect(await at("2026-01-01")).toEqual([0, 90, 0, 0, 0, 90]);
  expect(await at("2026-02-01")).toEqual([90, 0, 0, 0, -30, 60]);
  expect(await at("2026-03-01")).toEqual([60, 0, 30, 0, 10, 100]);
  expect(await at("2026-01-01", "quarter")).toEqual([0, 120, 0, 0, -20, 100]);
});

test("who leaves is lost at the rate of the month in which it happens", async () => {
  // 100 $: 80 at the end of January, ended in February at 0.5: rates -30, churn -50.
  figures = await figuresOf(
    {
      exchange_rates: [quote("2026-01-30", 1.25), quote("2026-02-13", 2)],
      subscriptions: [
        {
          subscription_id: "s",
          customer_id: "ann",
          started_on: "2026-01-15",
          ended_on: "2026-02-14",
          monthly_fee: 100,
          currency: "USD",
        },
      ],
    },
    { asOf: "2026-02-28" },
  );
  expect(await figures.value("mrr_fx", month("2026-02-01"))).toBe(-30);
  expect(await figures.value("mrr_churn", month("2026-02-01"))).toBe(-50);
  expect(await figures.value("mrr", month("2026-02-01"))).toBe(0);
});
