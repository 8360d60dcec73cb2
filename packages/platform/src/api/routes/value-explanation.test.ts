import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomerDetail, CustomerPage, ValueCorrections, WhatIf } from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeDemo } from "../../demo/index.ts";
import { run } from "../../pipeline/run.ts";
import { importFile } from "../../sources/import-file.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { createApp } from "../app.ts";

let directory: string;
let shop: Workspace;
let app: FastifyInstance;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-explanation-"));
  const { files } = await writeDemo(join(directory, "shop"), { customers: 2500, seed: 5 });
  shop = await openWorkspace(join(directory, "workspace"));
  await importFile(shop, files.bestellungen);
  await run(shop, { method: "transition", insights: false, backtest: false });
  app = await createApp(shop);
});
afterAll(async () => {
  await app.close();
  await shop.close();
  rmSync(directory, { recursive: true });
});

async function get<T>(url: string): Promise<T> {
  const response = await app.inject(`/api${url}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<T>();
}

test("corrections have a rule in two languages, an n and an interval", async () => {
  const { horizonMonths, corrections } = await get<ValueCorrections>("/value-corrections");
  expect(horizonMonths).toBe(12);
  expect(corrections.length).toBeGreaterThan(1);
  expect(corrections.length).toBeLessThanOrEqual(8);
  for (const { ruleDe, ruleEn, seen, observed, low, high, applied } of corrections) {
    expect(ruleEn).toMatch(/ over | up to | known/);
    expect(ruleDe).toMatch(/ über | bis | bekannt/);
    expect(seen).toBeGreaterThanOrEqual(40);
    expect(low).toBeLessThan(observed);
    expect(high).toBeGreaterThan(observed);
    expect(applied).toBeGreaterThan(-1);
  }
  const customers = corrections.reduce((all, one) => all + one.customers, 0);
  const [buyers] = await shop.engine.rows("SELECT count(*) AS n FROM customer_summary");
  expect(customers).toBe(Number(buyers?.n));
});

test("what is applied to the customers of all rules is the correction of their sum", async () => {
  const { corrections } = await get<ValueCorrections>("/value-corrections?horizon=12");
  const [sum] = await shop.engine.rows(`SELECT sum(base_purchases * base_spend) AS base,
      sum(base_purchases * base_spend * segment_factor) AS corrected
    FROM transition_value WHERE horizon_months = 12`);
  const all = Number(sum?.corrected) / Number(sum?.base) - 1;
  const applied = corrections.map((one) => one.applied ?? 0);
  expect(Math.min(...applied)).toBeLessThanOrEqual(all);
  expect(Math.max(...applied)).toBeGreaterThanOrEqual(all);
});

test("a customer is told of the rule that holds, and what would change the value", async () => {
  const page = await get<CustomerPage>("/customers?limit=1");
  const id = page.items[0]?.customerId as string;
  const detail = await get<CustomerDetail>(`/customers/${id}`);
  const told = detail.reasons[0]?.transition?.correction;
  const { corrections } = await get<ValueCorrections>("/value-corrections");
  expect(corrections.map(({ ruleEn }) => ruleEn)).toContain(told?.ruleEn);
  const { changes, currency } = await get<WhatIf>(`/customers/${id}/what-if`);
  expect(currency).toBe("EUR");
  expect(changes.map(({ code }) => code)).toEqual(["BUYS_TODAY", "STAYS_SILENT"]);
  const [, silent] = changes;
  const predicted = detail.values[0]?.revenuePredicted;
  expect(Number(silent?.revenue) - Number(silent?.revenueChange)).toBeCloseTo(Number(predicted), 6);
});

test("nobody and horizons that were not looked at are refused", async () => {
  for (const [url, code] of [
    ["/customers/nobody/what-if", "CUSTOMER_UNKNOWN"],
    ["/value-corrections?horizon=7", "HORIZON_UNKNOWN"],
  ]) {
    const response = await app.inject(`/api${url}`);
    expect(response.statusCode).toBe(404);
    expect(response.json().code).toBe(code);
  }
});

test("there are none of either once another method values the customers", async () => {
  await run(shop, { method: "mbg-nbd", insights: false, backtest: false });
  expect((await get<ValueCorrections>("/value-corrections")).corrections).toEqual([]);
  const page = await get<CustomerPage>("/customers?limit=1");
  const { changes } = await get<WhatIf>(`/customers/${page.items[0]?.customerId}/what-if`);
  expect(changes).toEqual([]);
});
