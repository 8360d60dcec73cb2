import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../test/differences.ts";
import { writeDemo } from "../demo/index.ts";
import { importFile } from "../sources/import-file.ts";
import { undoImport } from "../sources/undo-import.ts";
import { openWorkspace, type Workspace } from "../workspace/workspace.ts";
import type { BacktestReport } from "./backtest/report.ts";
import { readEquity } from "./equity.ts";
import { readReport } from "./report.ts";
import { lastRun, run } from "./run.ts";
import type { RunEvent } from "./runner.ts";

let directory: string;
let orders: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-run-"));
  const { files } = await writeDemo(join(directory, "shop"), { customers: 900, seed: 3 });
  orders = files.bestellungen;
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A workspace with the orders of a file, and how to be rid of it. */
async function workspaceOf(name: string, file = orders, mapping = {}): Promise<Workspace> {
  const workspace = await openWorkspace(join(directory, name));
  await importFile(workspace, file, { mapping });
  return workspace;
}

/** The same workspace under other settings. */
const withSettings = (workspace: Workspace, settings: Partial<Workspace["settings"]>) => ({
  ...workspace,
  settings: { ...workspace.settings, ...settings },
});

describe("on a demo shop", () => {
  let shop: Workspace;
  beforeAll(async () => {
    shop = await workspaceOf("shop-workspace");
  });
  afterAll(() => shop.close());

  const done = async (...args: Parameters<typeof run>) =>
    (await run(...args)).steps.filter(({ state }) => state === "done").map(({ name }) => name);
  const [one, more] = [
    (sql: string) => shop.engine.rows(sql).then(([row]) => row ?? {}),
    (sql: string) => shop.engine.rows(sql),
  ];

  test("values everyone by the winner of the backtest, and says where it is", async () => {
    const events: RunEvent[] = [];
    const report = await run(shop, { onProgress: (event) => events.push(event) });
    const backtest = await readReport<BacktestReport>(shop.engine, "backtest");
    expect(report).toMatchObject({
      asOf: "2026-10-31",
      method: backtest?.winner,
      reason: { code: "LOWEST_DEVIANCE", target: "revenue" },
      verified: true,
      hasAmounts: true,
    });
    expect(report.marginRate).toBeGreaterThan(0.2);
    expect(await lastRun(shop.engine)).toEqual(report);
    const finished = events.filter(({ state }) => state === "done");
    expect(finished.map(({ index }) => index)).toEqual(finished.map((_, i) => i + 1));
    expect(finished.at(-1)?.index).toBe(finished.at(-1)?.total);
    expect(finished.map(({ step }) => step)).toEqual(report.steps.map(({ name }) => name));
  });

  test("adds up to the cent: customers, tenths, curve and equity are one sum", async () => {
    const equity = await readEquity(shop.engine);
    expect(equity.map(({ horizonMonths }) => horizonMonths)).toEqual([12, 24, 36]);
    for (const total of equity) {
      const where = `WHERE horizon_months = ${total.horizonMonths}`;
      const sums = `sum(revenue_discounted) AS revenue_discounted,
        sum(revenue_historic) AS revenue_historic, sum(expected_purchases) AS expected_purchases`;
      const all = await one(`SELECT ${sums}, CAST(count(*) AS DOUBLE) AS customers,
        sum(revenue_total) AS revenue_total, sum(contribution_discounted) AS contribution
        FROM customer_value ${where}`);
      const tenths = await one(`SELECT ${sums}, sum(value_share) AS share,
        CAST(sum(customers) AS DOUBLE) AS customers FROM value_decile ${where}`);
      for (const found of [all, tenths]) {
        expect(found.customers).toBe(total.customers);
        expect(found.revenue_discounted).toBeCloseTo(Number(total.revenueDiscounted), 2);
        expect(found.revenue_historic).toBeCloseTo(Number(total.revenueHistoric), 2);
        expect(found.expected_purchases).toBeCloseTo(total.expectedPurchases, 6);
      }
      expect(tenths.share).toBeCloseTo(1, 12);
      expect(all.revenue_total).toBeCloseTo(
        Number(total.revenueHistoric) + Number(total.revenueDiscounted),
        2,
      );
      expect(all.contribution).toBeCloseTo(Number(total.contributionDiscounted), 2);
      expect(total.revenueLow).toBeLessThan(Number(total.revenueDiscounted));
      expect(total.revenueHigh).toBeGreaterThan(Number(total.revenueDiscounted));
      const curve = await more(`SELECT * FROM value_lorenz ${where} ORDER BY percentile`);
      expect(curve.at(-1)).toMatchObject({ percentile: 100, customers: 1 });
      expect(curve.at(-1)?.value).toBeCloseTo(1, 12);
    }
  });

  test("values what the ledger holds: the past is the orders, net of their returns", async () => {
    const ledger = await one(`SELECT CAST(sum(amount) AS DOUBLE) AS amount FROM orders
      WHERE customer_id IN (SELECT customer_id FROM customer_summary)`);
    const [first] = await readEquity(shop.engine);
    expect(first?.revenueHistoric).toBeCloseTo(Number(ledger.amount), 2);
  });

  test("expects more of a longer time, and discounts it more", async () => {
    const [year, two, three] = await readEquity(shop.engine);
    const ratio = (equity = year) =>
      Number(equity?.revenueDiscounted) / Number(equity?.revenuePredicted);
    expect(Number(two?.expectedPurchases)).toBeGreaterThan(Number(year?.expectedPurchases));
    expect(Number(three?.expectedPurchases)).toBeGreaterThan(Number(two?.expectedPurchases));
    expect(ratio(two)).toBeLessThan(ratio(year));
    expect(ratio(three)).toBeLessThan(ratio(two));
    // A year of an even stream at 10 %: (1 − 1 / 1.1) / ln 1.1 is 0.954; it thins out, so more.
    expect(ratio(year)).toBeGreaterThan(0.954);
    expect(ratio(year)).toBeLessThan(0.97);
  });

  test("makes nothing again where nothing has changed", async () => {
    expect(await done(shop)).toEqual([]);
    await importFile(shop, orders);
    expect(await done(shop)).toEqual([]);
  });

  test("makes again only what hangs on a setting that changed", async () => {
    const dearer = withSettings(shop, { discountRate: 0.2 });
    const value = ["purchase_score", "customer_value", "equity", "value_decile", "value_lorenz"];
    const untouched = ["return_link", "purchase_day", "customer_summary", "fits", "backtest"];
    const hangsOn = async (settings: Workspace, steps: readonly string[]) => {
      const names = await done(settings);
      expect(names).toEqual(expect.arrayContaining([...steps]));
      expect(names.filter((name) => untouched.includes(name))).toEqual([]);
      return names;
    };
    expect(await hangsOn(dearer, value)).not.toContain("horizon");
    expect(await hangsOn(shop, value)).not.toContain("horizon");
    await hangsOn(withSettings(shop, { horizons: [6] }), ["horizon", ...value]);
    expect((await readEquity(shop.engine)).map(({ horizonMonths }) => horizonMonths)).toEqual([6]);
    await run(shop);
  });

  test("follows the user's method, and still says how it did", async () => {
    const report = await run(shop, { method: "repeat-rate" });
    expect(report).toMatchObject({
      method: "repeat-rate",
      reason: { code: "CHOSEN_BY_USER" },
      verified: true,
    });
    expect(await one("SELECT DISTINCT method FROM customer_value")).toEqual({
      method: "repeat-rate",
    });
    const [alive] = await more("SELECT count(probability_alive) AS n FROM customer_value");
    expect(Number(alive?.n)).toBe(0);
  });

  test("marks the values unverified where the backtest is left out", async () => {
    const report = await run(shop, { backtest: false });
    expect(report).toMatchObject({
      method: "mbg-nbd",
      reason: { code: "TOO_LITTLE_HISTORY" },
      verified: false,
    });
    expect(report.steps.map(({ name }) => name)).not.toContain("backtest");
    expect((await readEquity(shop.engine)).map(({ verified }) => verified)).toEqual(
      Array(3).fill(false),
    );
  });

  test("knows nothing of what came after the day it looks from", async () => {
    const report = await run(shop, { asOf: new Date("2025-12-31") });
    expect(report.asOf).toBe("2025-12-31");
    const span = await one(
      "SELECT max(first_day) AS first, max(last_day) AS last FROM customer_value",
    );
    expect(String(span.first) <= "2025-12-31").toBe(true);
    expect(String(span.last) <= "2025-12-31").toBe(true);
    const backtest = await readReport<BacktestReport>(shop.engine, "backtest");
    expect(backtest).toMatchObject({ calibrationEnd: "2024-12-31", holdoutEnd: "2025-12-31" });
    const ledger = await one(`SELECT CAST(sum(amount) AS DOUBLE) AS amount FROM orders
      WHERE CAST(ordered_at AS DATE) <= DATE '2025-12-31'
        AND customer_id IN (SELECT customer_id FROM customer_summary)`);
    const [first] = await readEquity(shop.engine);
    expect(first?.revenueHistoric).toBeCloseTo(Number(ledger.amount), 2);
  });

  test("can be stopped during any step, and the next run finishes", async () => {
    await run(shop);
    const before = await readEquity(shop.engine);
    const settings = withSettings(shop, { spend: "repeat" });
    const affected = await done(settings);
    expect(affected).toContain("fits");
    await run(shop);
    // Every third stands for its neighbours: a try costs a look at all that is not stale.
    const chosen = affected.filter((_, place) => place % 3 === 0);
    const stopped: string[] = [];
    for (const name of chosen) {
      const controller = new AbortController();
      const onProgress = ({ step, state }: RunEvent) => {
        if (step === name && state === "started") controller.abort();
      };
      // What is done by then stays, so every try comes a step further.
      await run(settings, { signal: controller.signal, onProgress }).catch((error) => {
        expect(error).toMatchObject({ code: "ENGINE_CANCELLED" });
        stopped.push(name);
      });
    }
    await run(shop);
    expect(differences(await readEquity(shop.engine), before)).toEqual([]);
    expect(stopped).toEqual(chosen);
  });

  test("refuses to value an empty ledger, also one that was emptied", async () => {
    await undoImport(shop, 1);
    await expect(run(shop)).rejects.toMatchObject({ code: "NO_ORDERS" });
  });
});

test("foresees purchases, and no value, where there are no amounts", async () => {
  const mapping = { amount: null, unitPrice: null, gross: null, tax: null, cost: null };
  const workspace = await workspaceOf("no-amounts", orders, mapping);
  const report = await run(workspace);
  expect(report).toMatchObject({
    hasAmounts: false,
    marginRate: null,
    reason: { code: "ONLY_PURCHASES", target: "purchases" },
  });
  const [first] = await readEquity(workspace.engine);
  expect(first).toMatchObject({ revenueDiscounted: null, revenueLow: null, revenueHistoric: null });
  expect(first?.expectedPurchases).toBeGreaterThan(0);
  const [top] = await workspace.engine.rows(
    `SELECT class, decile, CAST(expected_purchases = (SELECT max(expected_purchases)
       FROM customer_value WHERE horizon_months = 12) AS INTEGER) AS is_most
     FROM customer_value WHERE rank_place = 1 AND horizon_months = 12`,
  );
  expect(top).toEqual({ class: "A", decile: 1, is_most: 1 });
  await workspace.close();
});

/** A file of orders of 10 €, one a line. */
function fileOf(name: string, lines: readonly (readonly [customer: string, day: string])[]) {
  const file = join(directory, `${name}.csv`);
  const rows = lines.map(([customer, day]) => `${customer},${day},10.50`);
  writeFileSync(file, ["customer,date,amount", ...rows, ""].join("\n"));
  return file;
}

test("takes the repeat rate, unverified, where the history is too short to prove anything", async () => {
  const lines = Array.from({ length: 30 }, (_, i) => {
    return [`c${i}`, `2026-0${1 + (i % 2)}-${10 + (i % 15)}`] as const;
  });
  const workspace = await workspaceOf("short", fileOf("short", lines));
  const report = await run(workspace);
  expect(report).toMatchObject({
    method: "repeat-rate",
    reason: { code: "TOO_LITTLE_HISTORY", target: "revenue" },
    verified: false,
  });
  const [first] = await readEquity(workspace.engine);
  expect(first).toMatchObject({ customers: 30, revenueHistoric: 315, revenueDiscounted: 0 });
  await workspace.close();
});

test("says so where nobody was observed for any time", async () => {
  const lines = ["a", "b", "c"].map((customer) => [customer, "2026-01-31"] as const);
  const workspace = await workspaceOf("one-day", fileOf("one-day", lines));
  await expect(run(workspace)).rejects.toMatchObject({
    code: "NO_TIME_OBSERVED",
    details: { customers: 3 },
  });
  await workspace.close();
});

test("refuses a workspace without orders", async () => {
  const workspace = await openWorkspace(join(directory, "empty"));
  await expect(run(workspace)).rejects.toMatchObject({ code: "NO_ORDERS" });
  expect(await lastRun(workspace.engine)).toBeUndefined();
  await workspace.close();
});
