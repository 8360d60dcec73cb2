import { afterEach, expect, test } from "vitest";
import type { LedgerRow } from "../../../test/ledger-rows.ts";
import { type MoneyLedger, moneyLedger } from "../../../test/money-ledger.ts";

let ledger: MoneyLedger;
afterEach(() => ledger.engine.close());

const sale = (at: string, amount: number, more: LedgerRow = {}): LedgerRow => ({
  order_id: `o ${at}`,
  customer_id: "ann",
  ordered_at: `${at} 12:00:00`,
  amount,
  ...more,
});

test("a gross sale is divided by the rate of its day: Germany in 2020 and 2021", async () => {
  // 116 / 1.16 = 100 from 1 July to 31 December 2020, 119 / 1.19 = 100 before and after.
  ledger = await moneyLedger(
    {
      orders: [
        sale("2020-06-30", 119),
        sale("2020-07-01", 116),
        sale("2020-12-31", 116),
        sale("2021-01-01", 119),
      ],
    },
    { basis: "gross", settings: { country: "DE" } },
  );
  expect(await ledger.amounts()).toEqual([100, 100, 100, 100]);
});

test("the product's class tells the reduced rate, by name or by any rate it ever had", async () => {
  // 7 % until June 2020: 107 / 1.07 = 100; 5 % from July: 105 / 1.05 = 100. "7" means the class.
  ledger = await moneyLedger(
    {
      products: [
        { product_id: "book", tax_class: "ermäßigt" },
        { product_id: "milk", tax_class: "7 %" },
        { product_id: "map", tax_class: "0.05" },
        { product_id: "stamp", tax_class: "steuerfrei" },
      ],
      orders: [
        sale("2020-06-30", 107, { product_id: "book" }),
        sale("2020-07-01", 105, { product_id: "book" }),
        sale("2020-12-31", 105, { product_id: "milk" }),
        sale("2021-01-01", 107, { product_id: "map" }),
        sale("2021-01-01", 90, { product_id: "stamp" }),
      ],
    },
    { basis: "gross", settings: { country: "DE" } },
  );
  expect(await ledger.amounts()).toEqual([100, 100, 100, 100, 90]);
});

test("Switzerland and Austria have their own days, and the line's country comes first", async () => {
  // CH 7.7 % until 2023, 8.1 % from 2024, 8 % until 2017; AT 20 %, special 5 % until 2021.
  ledger = await moneyLedger(
    {
      products: [{ product_id: "meal", tax_class: "special" }],
      orders: [
        sale("2017-12-31", 108, { country: "CH" }),
        sale("2018-01-01", 107.7, { country: "Schweiz" }),
        sale("2023-12-31", 107.7, { country: "ch" }),
        sale("2024-01-01", 108.1, { country: " CH " }),
        sale("2021-12-31", 105, { country: "AT", product_id: "meal" }),
        sale("2022-01-01", 110, { country: "AT", product_id: "meal" }),
        sale("2022-01-01", 120, { country: "Österreich" }),
        sale("2022-01-01", 119),
      ],
    },
    { basis: "gross", settings: { country: "DE" } },
  );
  expect(await ledger.amounts()).toEqual([100, 100, 100, 100, 100, 100, 100, 100]);
});

test("a refund after the change of rates has the rate of its sale, and nets to nothing", async () => {
  ledger = await moneyLedger(
    {
      orders: [
        sale("2020-12-20", 116, { order_id: "o1", product_id: "p" }),
        sale("2021-01-10", -116, { order_id: "r1", return_of: "o1", product_id: "p" }),
        sale("2021-01-12", 119, { order_id: "o2" }),
      ],
    },
    { basis: "gross", settings: { country: "DE" } },
  );
  expect(await ledger.amounts()).toEqual([100, -100, 100]);
  const rows = await ledger.engine.rows(
    "SELECT CAST(day AS VARCHAR) AS day, revenue, returned FROM purchase_day ORDER BY day",
  );
  // The refund lowers December, the month and year of its sale.
  expect(rows).toEqual([
    { day: "2020-12-20", revenue: 0, returned: -100 },
    { day: "2021-01-12", revenue: 100, returned: 0 },
  ]);
});

test("the line's own tax comes before its rate, and that before the country's", async () => {
  ledger = await moneyLedger(
    {
      orders: [
        sale("2026-01-05", 119, { tax_amount: 10 }),
        sale("2026-01-06", -119, { tax_amount: 10 }),
        sale("2026-01-07", 105.5, { tax_rate: 0.055, country: "FR" }),
      ],
    },
    { basis: "gross", settings: { country: "DE" } },
  );
  expect(await ledger.amounts()).toEqual([109, -109, 100]);
});

test("net sales become gross where the workspace counts gross", async () => {
  ledger = await moneyLedger(
    { orders: [sale("2020-12-31", 100), sale("2021-01-01", 100)] },
    { basis: "net", settings: { basis: "gross", country: "DE" } },
  );
  expect(await ledger.amounts()).toEqual([116, 119]);
});

test("rates of the settings take the place of ours of the same day and add countries", async () => {
  ledger = await moneyLedger(
    {
      orders: [
        sale("2026-01-05", 120, { country: "FR" }),
        sale("2021-01-05", 118),
        sale("2020-12-31", 116),
      ],
    },
    {
      basis: "gross",
      settings: {
        country: "DE",
        vatRates: [
          { country: "FR", class: "standard", from: "2014-01-01", rate: 0.2 },
          { country: "DE", class: "standard", from: "2021-01-01", rate: 0.18 },
        ],
      },
    },
  );
  expect(await ledger.amounts()).toEqual([100, 100, 100]);
});

test("where no rate is known the amount stays as it came, and is marked", async () => {
  ledger = await moneyLedger({ orders: [sale("2026-01-05", 119)] }, { basis: "gross" });
  expect(await ledger.one("SELECT amount, basis_unknown FROM order_money")).toEqual({
    amount: 119,
    basis_unknown: 1,
  });
});

test("a product's cost stands in for a line's, negative for what came back", async () => {
  ledger = await moneyLedger({
    products: [{ product_id: "p", unit_cost: 4 }],
    orders: [
      sale("2026-01-05", 30, { product_id: "p", quantity: 3 }),
      sale("2026-01-06", -10, { product_id: "p", quantity: 1 }),
      sale("2026-01-07", 10, { product_id: "p", quantity: 1, cost: 5 }),
      sale("2026-01-08", 10, { product_id: "q", quantity: 1 }),
    ],
  });
  const rows = await ledger.engine.rows("SELECT cost FROM order_money ORDER BY line");
  expect(rows.map(({ cost }) => cost)).toEqual([12, -4, 5, null]);
});

test("a ledger that is on its workspace's basis is read as it is", async () => {
  ledger = await moneyLedger({ orders: [sale("2026-01-05", 100, { cost: 60 })] });
  expect(ledger.context.money).toBeUndefined();
  expect(await ledger.amounts()).toEqual([]);
  expect(await ledger.one("SELECT revenue, cost FROM purchase_day")).toEqual({
    revenue: 100,
    cost: 60,
  });
});
