import { afterEach, expect, test } from "vitest";
import type { LedgerRow } from "../../../test/ledger-rows.ts";
import { type MoneyLedger, moneyLedger } from "../../../test/money-ledger.ts";

let ledger: MoneyLedger;
afterEach(() => ledger.engine.close());

const sale = (at: string, amount: number, currency: string | null, more: LedgerRow = {}) => ({
  order_id: `o ${at} ${currency}`,
  customer_id: "ann",
  ordered_at: `${at} 12:00:00`,
  amount,
  currency,
  ...more,
});
const quote = (day: string, currency: string, rate: number, base = "EUR") => ({
  day,
  currency,
  base,
  rate,
});

test("a sale counts by the last quote known on its day, a weekend by Friday's", async () => {
  // Friday 2 January: 1.25 dollars a euro; Monday: 1.6. 100 / 1.25 = 80 on Friday and Sunday.
  ledger = await moneyLedger({
    exchange_rates: [quote("2026-01-02", "USD", 1.25), quote("2026-01-05", "USD", 1.6)],
    orders: [
      sale("2026-01-02", 100, "USD", { cost: 50 }),
      sale("2026-01-04", 100, "USD"),
      sale("2026-01-05", 100, "USD"),
      sale("2026-01-05", 30, "EUR"),
      sale("2026-01-05", 20, null),
    ],
  });
  expect(await ledger.amounts()).toEqual([80, 80, 62.5, 30, 20]);
  expect(await ledger.one("SELECT sum(revenue) AS revenue FROM purchase_day")).toEqual({
    revenue: 272.5,
  });
  expect(
    await ledger.one(
      "SELECT cost, currency, own_currency, exchange_rate FROM order_money WHERE line = 1",
    ),
  ).toEqual({ cost: 40, currency: "EUR", own_currency: "USD", exchange_rate: 0.8 });
});

test("a line without a quote, or with one that is too old, is kept and counts for nothing", async () => {
  ledger = await moneyLedger({
    exchange_rates: [quote("2026-01-02", "USD", 1.25)],
    orders: [
      sale("2026-01-01", 100, "USD"),
      sale("2026-01-09", 100, "USD"),
      sale("2026-01-10", 100, "USD"),
      sale("2026-01-09", 100, "GBP"),
    ],
  });
  const rows = await ledger.engine.rows("SELECT currency, amount FROM order_money ORDER BY line");
  expect(rows.map(({ currency, amount }) => [currency, amount])).toEqual([
    ["USD", 100],
    ["EUR", 80],
    ["USD", 100],
    ["GBP", 100],
  ]);
  expect(await ledger.one("SELECT sum(revenue) AS revenue FROM purchase_day")).toEqual({
    revenue: 80,
  });
});

test("a refund has the rate of its sale, so that what was sent back in full nets to nothing", async () => {
  ledger = await moneyLedger({
    exchange_rates: [quote("2026-01-05", "USD", 1.25), quote("2026-02-05", "USD", 2)],
    orders: [
      sale("2026-01-05", 100, "USD", { product_id: "p" }),
      sale("2026-02-05", -100, "USD", { product_id: "p", order_id: "r" }),
    ],
  });
  expect(await ledger.amounts()).toEqual([80, -80]);
  expect(await ledger.one("SELECT revenue, is_purchase FROM purchase_day")).toEqual({
    revenue: 0,
    is_purchase: 0,
  });
});

test("euro quotes serve a workspace in francs, and the euro itself has a rate", async () => {
  // 0.9 francs and 1.2 dollars a euro: a dollar is 0.75 francs, a euro 0.9.
  ledger = await moneyLedger(
    {
      exchange_rates: [quote("2026-01-05", "CHF", 0.9), quote("2026-01-05", "USD", 1.2)],
      orders: [
        sale("2026-01-05", 100, "USD"),
        sale("2026-01-05", 100, "EUR"),
        sale("2026-01-05", 100, "CHF"),
      ],
    },
    { settings: { currency: "CHF" } },
  );
  expect(await ledger.amounts()).toEqual([75, 90, 100]);
});

test("quotes against another currency are read the other way round", async () => {
  // 1 dollar is 0.9 euros.
  ledger = await moneyLedger({
    exchange_rates: [quote("2026-01-05", "EUR", 0.9, "USD")],
    orders: [sale("2026-01-05", 100, "USD")],
  });
  expect(await ledger.amounts()).toEqual([90]);
});

test("a fee is worth what its last day makes of it, and a cost what its first day does", async () => {
  ledger = await moneyLedger(
    {
      exchange_rates: [
        quote("2026-01-01", "USD", 1),
        quote("2026-01-31", "USD", 1.25),
        quote("2026-02-28", "USD", 2),
      ],
      subscriptions: [
        { customer_id: "a", started_on: new Date("2026-01-01"), monthly_fee: 100, currency: "USD" },
        {
          customer_id: "b",
          started_on: new Date("2026-01-01"),
          ended_on: new Date("2026-02-01"),
          monthly_fee: 100,
          currency: "USD",
        },
      ],
      costs: [
        {
          kind: "marketing",
          period_start: new Date("2026-02-01"),
          period_end: new Date("2026-02-28"),
          amount: 50,
          currency: "USD",
        },
      ],
    },
    { asOf: "2026-02-28" },
  );
  const fees = await ledger.engine.rows("SELECT monthly_fee FROM subscription_money ORDER BY line");
  expect(fees.map(({ monthly_fee }) => monthly_fee)).toEqual([50, 80]);
  expect(await ledger.one("SELECT amount, currency FROM cost_money")).toEqual({
    amount: 40,
    currency: "EUR",
  });
});

test("two lines of one price in two currencies are two products to a return", async () => {
  ledger = await moneyLedger({
    exchange_rates: [quote("2026-01-05", "USD", 1.25), quote("2026-01-12", "USD", 1.25)],
    orders: [
      sale("2026-01-05", 100, "EUR", { product_id: "p" }),
      sale("2026-01-06", 100, "USD", { product_id: "p" }),
      sale("2026-01-12", -100, "USD", { product_id: "p", order_id: "r" }),
    ],
  });
  const days = await ledger.engine.rows(
    "SELECT CAST(day AS VARCHAR) AS day, revenue FROM purchase_day ORDER BY day",
  );
  expect(days).toEqual([
    { day: "2026-01-05", revenue: 100 },
    { day: "2026-01-06", revenue: 0 },
  ]);
});
