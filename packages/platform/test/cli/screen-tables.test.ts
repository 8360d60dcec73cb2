import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

type Equity = { horizonMonths: number; customers: number; revenueDiscounted: number };
type Spread = { customers: number; revenue_discounted: number };

test("tenths and classes of value add up to the sum of the same horizon", async () => {
  const horizon = ["--horizon", "24"];
  const [sum, ...more] = await shop.json<Equity[]>("equity", ...horizon);
  expect(more).toEqual([]);
  for (const table of ["deciles", "classes"]) {
    const rows = await shop.json<Spread[]>("equity", "--table", table, ...horizon);
    const total = rows.reduce((all, row) => all + row.revenue_discounted, 0);
    const customers = rows.reduce((all, row) => all + row.customers, 0);
    expect(customers).toBe(sum?.customers);
    // Sums of the same doubles in another order.
    expect(total / (sum?.revenueDiscounted ?? 0)).toBeCloseTo(1, 10);
  }
});

test("the bridge closes each month where the next one opens", async () => {
  const { stdout } = await shop.on("equity", "--table", "bridge");
  expect(stdout).toMatch(/period_end .*opening .*closing/);
  const months = await shop.json<{ opening: number; closing: number }[]>(
    "equity",
    "--table",
    "bridge",
  );
  expect(months.length).toBeGreaterThan(3);
  for (const [at, { opening }] of months.entries()) {
    if (at > 0) expect(opening).toBeCloseTo(months[at - 1]?.closing ?? 0, 6);
  }
});

test("an unknown table, and a horizon nobody looked at, are refused", async () => {
  const unknown = await shop.on("--lang", "de", "equity", "--table", "tenths");
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  const far = await shop.on("equity", "--table", "deciles", "--horizon", "99");
  expect(far).toMatchObject({ code: 2, stdout: "" });
});

test("segments and transitions are told of as many periods, and of the one, as are asked for", async () => {
  type Found = { periods: { period_end: string }[]; moves: { period_end: string }[] };
  const { periods, moves } = await shop.json<Found>("segments", "--last", "9");
  const ends = [...new Set(periods.map(({ period_end }) => period_end))].sort();
  expect(ends).toHaveLength(9);
  expect(moves[0]?.period_end).toBe(ends.at(-1));
  const earlier = await shop.json<Found>("segments", "--period-end", String(ends[2]));
  expect(earlier.moves[0]?.period_end).toBe(ends[2]);
  type Cells = { cells: { from_customers: number }[] };
  const all = await shop.json<Cells>("transitions");
  const month = await shop.json<Cells>("transitions", "--period-end", String(ends[2]));
  expect(month.cells[0]?.from_customers).toBeLessThan(all.cells[0]?.from_customers ?? 0);
});

test("how good warnings are is told alone, in words and as JSON", async () => {
  const { stdout } = await shop.on("--lang", "de", "alerts", "--table", "quality");
  expect(plain(stdout)).toMatch(/vor \d+ von \d+ Kunden/);
  expect(stdout).not.toContain("K0000");
  const quality = await shop.json<{ kinds: object; counts: object }>(
    "alerts",
    "--table",
    "quality",
  );
  expect(Object.keys(quality.counts)).toEqual(Object.keys(quality.kinds));
  const points = await shop.json<{ macro: string }[]>("alerts", "--table", "charts");
  expect(points.length).toBeGreaterThan(10);
  const refused = await shop.on("alerts", "--table", "charts", "--format", "parquet");
  expect(refused.code).toBe(2);
});

test("imports are listed as JSON, the latest first", async () => {
  const [first] = await shop.json<{ file: string; read: number }[]>("import", "--list");
  expect(first?.file).toMatch(/bestellungen\.csv$/);
  expect(first?.read).toBeGreaterThan(1000);
});
