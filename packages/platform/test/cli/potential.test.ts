import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test("potential tells groups and customers, and that it is a comparison", async () => {
  const { code, stdout } = await shop.on("--lang", "de", "potential");
  expect(code).toBe(0);
  expect(plain(stdout)).toContain("Ein Vergleich, kein Versprechen");
  expect(plain(stdout)).toMatch(/Käufer +alle +alle +alle +\d+ +\d+ +[\d.]+,\d\d €/);
  const customers = await shop.on("potential", "--table", "customers", "--limit", "3");
  expect(customers.code).toBe(0);
  const rows = await shop.json<{ customerId: string; gap: number }[]>(
    ...["potential", "--table", "customers", "--limit", "3"],
  );
  expect(rows).toHaveLength(3);
  expect(rows.map(({ gap }) => gap)).toEqual(rows.map(({ gap }) => gap).toSorted((a, b) => b - a));
  const view = await shop.on("--lang", "en", "customer", String(rows[0]?.customerId));
  expect(plain(view.stdout)).toMatch(/four of five of \d+ reach at most €[\d,.]+ \(.*\); gap €/);
});

test("a table there is not is told, with those there are", async () => {
  const { code, stderr } = await shop.on("--lang", "en", "potential", "--table", "chairs");
  expect(code).toBe(2);
  expect(stderr).toContain("groups");
});
