import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lines, openShop, plain, type Shop } from "./shop.ts";

type Value = { readonly customer_id: string; readonly revenue_historic: number };

let shop: Shop;
let best: Value;
let second: Value;
beforeAll(async () => {
  shop = await openShop();
  [best, second] = await shop.json<[Value, Value]>("value", "--limit", "2");
});
afterAll(() => shop.close());

describe("customer", () => {
  test("says value, reasons, next purchase and timeline in the user's language", async () => {
    const { code, stdout } = await shop.on("--lang", "de", "customer", best.customer_id);
    expect(code).toBe(0);
    const said = plain(stdout);
    expect(said).toMatch(new RegExp(`^Kunde ${best.customer_id}`));
    expect(said).toMatch(/Nächste 12 Monate: [\d.,]+ € \(netto, abgezinst\)/);
    expect(said).toMatch(/erwarteter Umsatz|= Barwert/);
    expect(said).toMatch(/= Gesamtwert +[\d.,]+ €/);
    expect(said).toMatch(/Nächster Kauf: falls noch aktiv/);
    expect(said).toMatch(/Zeitleiste: \d+ von \d+ Einträgen/);
    expect(said).not.toMatch(/undefined|NaN|null/);
  });

  test("gives everything as JSON, whose timeline sums up to the revenue so far", async () => {
    const view = await shop.json<{ timeline: { amount: number | null }[] }>(
      "customer",
      best.customer_id,
    );
    const sum = view.timeline.reduce((total, { amount }) => total + Number(amount), 0);
    expect(sum).toBeCloseTo(best.revenue_historic, 6);
  });

  test("refuses a number nobody has", async () => {
    const { code, stderr } = await shop.on("--lang", "en", "customer", "nobody");
    expect(code).toBe(1);
    expect(stderr).toContain("There is no customer nobody.");
    const account = await shop.on("--lang", "en", "account", "nobody");
    expect(account.stderr).toContain("There is no account nobody.");
  });
});

describe("identity", () => {
  test("merges two numbers, values them as one after a run, and splits them again", async () => {
    const [one, other] = [best.customer_id, second.customer_id];
    const equity = await shop.json<{ customers: number }[]>("equity");
    const merged = await shop.on("identity", "merge", other, one, "--reason", "wedding");
    expect(merged).toMatchObject({ code: 0, stderr: "" });
    expect(lines((await shop.on("identity", "list")).stdout)).toHaveLength(3);
    expect((await shop.on("-q", "run")).code).toBe(0);
    const [both] = await shop.json<Value[]>("value", "--customer", one);
    expect(both?.revenue_historic).toBeCloseTo(best.revenue_historic + second.revenue_historic, 6);
    const [after] = await shop.json<{ customers: number }[]>("equity");
    expect(after?.customers).toBe(Number(equity[0]?.customers) - 1);
    // The merged number leads to the person.
    const { stdout } = await shop.on("customer", other);
    expect(stdout).toContain(`Customer ${one}`);
    expect((await shop.on("identity", "split", other)).code).toBe(0);
    expect((await shop.on("identity", "list")).stdout).toContain("person of its own");
    expect((await shop.on("identity", "review")).stdout).toContain("nothing to look at");
  });

  test("refuses a merge with itself", async () => {
    const { code, stderr } = await shop.on("identity", "merge", best.customer_id, best.customer_id);
    expect(code).toBe(1);
    expect(stderr).toContain("is that person already");
  });
});
