import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
let best: { readonly customer_id: string; readonly revenue_total: number };
beforeAll(async () => {
  shop = await openShop();
  await shop.on("run", "--method", "transition");
  [best] = await shop.json<[typeof best]>("value", "--limit", "1");
});
afterAll(() => shop.close());

type Explained = {
  readonly method: string;
  readonly reasons: { readonly lines: { code: string; isSum: boolean; amount: number }[] };
  readonly changes: { code: string; revenueChange: number }[];
};

describe("explain", () => {
  test("tells the parts of a value and what would change it, in the user's language", async () => {
    const { code, stdout } = await shop.on("--lang", "de", "explain", best.customer_id);
    expect(code).toBe(0);
    const said = plain(stdout);
    expect(said).toMatch(/nach Übergangsmodell/);
    expect(said).toMatch(/nach eigenem Verlauf erwartet/);
    expect(said).toMatch(/Ein weiterer Kauf heute: Die Vorhersage ändert sich um/);
    expect(said).not.toMatch(/undefined|NaN|null/);
  });

  test("gives the same as JSON, whose parts add up to the cent", async () => {
    const told = await shop.json<Explained>("explain", best.customer_id);
    expect(told.method).toBe("transition");
    const parts = told.reasons.lines.filter(({ isSum }) => !isSum);
    const cents = parts.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
    expect(cents).toBe(Math.round((told.reasons.lines.at(-1)?.amount ?? 0) * 100));
    expect(told.changes.map(({ code }) => code)).toEqual(["BUYS_TODAY", "STAYS_SILENT"]);
  });

  test("knows no customer of that number", async () => {
    expect((await shop.on("explain", "nobody")).code).not.toBe(0);
  });

  test("without a customer tells the rules of corrections, or that there are none", async () => {
    // Seven hundred customers are too few to learn corrections from.
    const { code, stdout } = await shop.on("--lang", "en", "explain");
    expect(code).toBe(0);
    expect(plain(stdout)).toMatch(/^No forecast is corrected/);
    expect(await shop.json<unknown[]>("explain")).toEqual([]);
  });
});

describe("new-customers", () => {
  test("tells what a new customer is worth, as seen and by the model", async () => {
    const { code, stdout } = await shop.on("--lang", "de", "new-customers");
    expect(code).toBe(0);
    const said = plain(stdout);
    expect(said).toMatch(/in den ersten 12 Monaten wert ist/);
    expect(said).toMatch(/alle\s+\d/);
    expect(said).toMatch(/Modell\s+\d/);
    expect(said).not.toMatch(/undefined|NaN|null/);
  });

  test("gives the same rows as a file, and knows no other horizon", async () => {
    const rows = await shop.json<{ source: string; revenue: number }[]>("new-customers");
    expect(rows.slice(0, 2).map(({ source }) => source)).toEqual(["observed", "prior"]);
    for (const { revenue } of rows) expect(revenue).toBeGreaterThan(0);
    expect((await shop.on("new-customers", "--horizon", "7")).code).not.toBe(0);
  });
});
