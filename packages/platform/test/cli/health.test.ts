import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test("health tells bands, parts and the proof on later churn, in both languages", async () => {
  const { code, stdout } = await shop.on("--lang", "de", "health");
  expect(code).toBe(0);
  const said = plain(stdout);
  expect(said).toMatch(/^Kundengesundheit am 31\.10\.2026/);
  expect(said).toMatch(/Käufer +rot +\d+ +[\d,]+/);
  expect(said).toMatch(/letzter Kauf +Käufer +days_since_purchase +360 +0 +35/);
  expect(said).toMatch(/Käufer +[\d.]+20\d\d +\d+ +\d+ +[\d,]+ % \([\d,]+ % – [\d,]+ %\)/);
  const english = await shop.on("--lang", "en", "health");
  expect(english.stdout).toMatch(/foresees who leaves/);
});

test("a customer's page says what makes the score", async () => {
  const { stock } = await shop.json<{ stock: { band: string; customers: number }[] }>("health");
  expect(stock.map(({ band }) => band)).toContain("green");
  const [best] = await shop.json<{ customer_id: string }[]>("value", "--limit", "1");
  const { stdout } = await shop.on("--lang", "de", "customer", String(best?.customer_id));
  expect(plain(stdout)).toMatch(/Gesundheit am .*: (grün|gelb|rot), [\d,]+ von 100 \(100 %/);
  expect(plain(stdout)).toMatch(/Käufe in 12 Monaten +\d+ +\d+ +[\d,]+ %/);
});
