import { afterEach, expect, test } from "vitest";
import { type FigureLedger, type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import { readCustomerPotential, readLargestGaps, readPotentialGroups } from "./read-potential.ts";

let figures: Figures;
afterEach(() => figures.close());

const asOf = "2026-12-31";
const numbered = (n: number, name: string) =>
  Array.from({ length: n }, (_, i) => `${name}${i + 1}`);

/** Thirty customers of a shop, since the summer, who spent 10, 20, … 300 €; and one who left. */
const shop: FigureLedger = {
  orders: [
    ...numbered(30, "s").map((customer, i) => ({
      customer,
      at: "2026-07-01",
      amount: 10 * (i + 1),
    })),
    { customer: "gone", at: "2024-01-01", amount: 999 },
  ],
};

test("customers of a shop are compared with what four of five do not exceed", async () => {
  figures = await figuresOf(shop, { asOf });
  // The 80th percentile of 10 to 300 € is the 24th: 240 €, to 1 %.
  const first = await readCustomerPotential(figures.engine, "s1");
  expect(first).toMatchObject({
    kind: "shop",
    tenureClass: "year_1",
    actual: 10,
    level: 1,
    compared: 30,
    walletShare: null,
    walletGap: null,
  });
  const reached = first?.reached as number;
  expect(Math.abs(reached / 240 - 1)).toBeLessThan(0.006);
  expect(first?.gap).toBeCloseTo(reached - 10, 9);
  expect((await readCustomerPotential(figures.engine, "s30"))?.gap).toBe(0);
  expect(await readCustomerPotential(figures.engine, "gone")).toBeUndefined();
  // 23 lie below, by 240 − 10, 240 − 20, …, 240 − 230: 23 × 240 − 10 × 276 = 2760 €, and the 24th by
  // the width of a bin at the most.
  const { groups } = await readPotentialGroups(figures.engine, 5);
  const [total, group, ...others] = groups;
  expect(others).toEqual([]);
  expect(total).toMatchObject({ kind: "shop", tenureClass: "*", customers: 30, actual: 4650 });
  expect(group).toMatchObject({ tenureClass: "year_1", customers: 30, gap: total?.gap });
  expect(Math.abs((total?.gap as number) - 2760)).toBeLessThan(0.01 * 240 * 24);
  expect(await figures.value("potential_gap", { period: "total" })).toBeCloseTo(
    total?.gap as number,
    2,
  );
  expect(await figures.value("actual_value", { period: "total" })).toBe(4650);
  const [largest] = await readLargestGaps(figures.engine, 1);
  expect(largest?.customerId).toBe("s1");
});

test("a group of too few is compared with a wider one, and said so", async () => {
  const orders = [
    ...(shop.orders ?? []),
    // 29 more who came two years ago, too few for a tenure of their own.
    ...numbered(29, "old").flatMap((customer) => [
      { customer, at: "2025-02-01", amount: 1 },
      { customer, at: "2026-11-01", amount: 50 },
    ]),
  ];
  figures = await figuresOf({ orders }, { asOf });
  expect(await readCustomerPotential(figures.engine, "s1")).toMatchObject({
    level: 1,
    compared: 30,
  });
  expect(await readCustomerPotential(figures.engine, "old1")).toMatchObject({
    level: 4,
    compared: 59,
    actual: 50,
  });
  await figures.close();
  figures = await figuresOf({ orders: (shop.orders ?? []).slice(2) }, { asOf });
  const alone = { level: null, compared: null, reached: null, gap: null, actual: 30 };
  expect(await readCustomerPotential(figures.engine, "s3")).toMatchObject(alone);
  expect(await figures.figure("potential_gap", { period: "total" })).toBeUndefined();
});

test("contracts count twelve fees and are compared by plan; business apart from private", async () => {
  const customers = numbered(60, "c");
  figures = await figuresOf(
    {
      customers: customers.map((customer_id, i) => ({ customer_id, is_business: i >= 30 })),
      subscriptions: customers.map((customer_id, i) => ({
        subscription_id: customer_id,
        customer_id,
        plan: "S",
        started_on: "2024-06-01",
        // A tenth of either pays 20 €, the business ones 30 €.
        monthly_fee: i % 10 === 0 ? 20 : i >= 30 ? 30 : 10,
      })),
      orders: [{ customer: "c2", at: "2026-10-01", amount: 40 }],
    },
    { asOf },
  );
  expect(await readCustomerPotential(figures.engine, "c2")).toMatchObject({
    kind: "contract",
    tenureClass: "years_4",
    entry: "S",
    business: "private",
    actual: 160,
    compared: 30,
    gap: 0,
  });
  const firm = await readCustomerPotential(figures.engine, "c31");
  expect(firm).toMatchObject({ business: "business", actual: 240, compared: 30 });
  expect(Math.abs((firm?.reached as number) / 360 - 1)).toBeLessThan(0.006);
});

test("the share of wallet that a register holds tells what is spent elsewhere", async () => {
  const share = (customer_id: string, value: string, valid_from = "2026-01-01") => ({
    customer_id,
    attribute: "Share of Wallet",
    value,
    valid_from,
  });
  figures = await figuresOf(
    {
      ...shop,
      customer_attributes: [
        share("s10", "25"),
        share("s20", "80"),
        share("s20", "50", "2026-06-01"),
        share("s30", "0"),
        share("s29", "unknown"),
      ],
    },
    { asOf },
  );
  // 100 € are a quarter of 400 €: 300 € are spent elsewhere. The later share counts.
  expect(await readCustomerPotential(figures.engine, "s10")).toMatchObject({
    walletShare: 0.25,
    walletGap: 300,
  });
  expect(await readCustomerPotential(figures.engine, "s20")).toMatchObject({
    walletShare: 0.5,
    walletGap: 200,
  });
  for (const id of ["s29", "s30"]) {
    expect((await readCustomerPotential(figures.engine, id))?.walletGap).toBeNull();
  }
  const [total] = (await readPotentialGroups(figures.engine, 5)).groups;
  expect(total).toMatchObject({ walletCustomers: 2, walletGap: 500 });
});

test("groups of fewer than five are left out, and the next smallest where they are one alone", async () => {
  const product = (name: string, n: number) =>
    numbered(n, name).map((customer) => ({
      customer,
      at: "2026-07-01",
      amount: 20,
      product: name,
    }));
  figures = await figuresOf(
    {
      orders: [...product("a", 30), ...product("b", 6), ...product("c", 3)],
      products: ["a", "b", "c"].map((product_id) => ({ product_id, category: `of ${product_id}` })),
    },
    { asOf },
  );
  const { groups, suppressed } = await readPotentialGroups(figures.engine, 5);
  // Of c there are three; b would tell of them beside the total of 39.
  expect(groups.map(({ entry, customers }) => [entry, customers])).toEqual([
    ["*", 39],
    ["of a", 30],
  ]);
  expect(suppressed).toBe(2);
  expect((await readPotentialGroups(figures.engine, 1)).suppressed).toBe(0);
});
