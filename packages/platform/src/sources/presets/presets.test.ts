import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace } from "../../../test/scratch-workspace.ts";
import { importFile } from "../import-file.ts";
import type { ImportReport } from "../import-record.ts";
import { rejectsCsv } from "../rejects-csv.ts";

const scratch = scratchWorkspace();
const exported = (name: string) => join(import.meta.dirname, "../../../test/presets", name);

/** Rows of the ledger: customer, time, order, product, quantity, amount, return of. */
async function orders() {
  const rows = await scratch.workspace.engine.rows(
    `SELECT customer_id, CAST(ordered_at AS VARCHAR) AS at, order_id, product_id, quantity,
       CAST(amount AS DOUBLE) AS amount, return_of
     FROM orders ORDER BY order_id, orders.line`,
  );
  return rows.map((row) => Object.values(row));
}

async function subscriptions() {
  const rows = await scratch.workspace.engine.rows(
    `SELECT subscription_id, plan, CAST(started_on AS VARCHAR) AS start, CAST(ended_on AS VARCHAR)
       AS end, CAST(monthly_fee AS DOUBLE) AS fee, currency, state FROM subscriptions ORDER BY line`,
  );
  return rows.map((row) => Object.values(row));
}

const refused = ({ rejects }: ImportReport) =>
  rejects.map(({ reason, count, line }) => [reason, count, line]);

/** Systems that do not say whether amounts are net or gross. */
const OPEN = ["emarsys", "stripe", "stripe-csv"];

/** Imports a file without a word, and once more: nothing may change. */
async function bring(name: string, preset: string): Promise<ImportReport> {
  const report = await importFile(scratch.workspace, exported(name));
  expect(report.format.preset).toBe(preset);
  const warned = report.warnings
    .map(({ code }) => code)
    .filter((code) => code !== "AMOUNT_IS_GROSS");
  expect(warned).toEqual(OPEN.includes(preset) ? ["BASIS_ASSUMED"] : []);
  const again = await importFile(scratch.workspace, exported(name), { preset });
  expect(again.alreadyImported).toBe(true);
  return report;
}

test("Shopware 5: positions are net of their tax, dropped baskets are no orders", async () => {
  const report = await bring("shopware-5.csv", "shopware-5");
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 4]]);
  expect(await orders()).toEqual([
    // 39.95 / 1.19 and 2 × 8.025 / 1.07; the third order is net.
    ["7", "2025-03-24 12:34:27", "20001", "SW10170", 1, 33.5714, null],
    ["7", "2025-03-24 12:34:27", "20001", "SW10178", 2, 15, null],
    ["9", "2025-03-26 09:00:00", "20003", "SW10171", 2, 100, null],
  ]);
});

test("Shopware 6: semicolons and decimal points, net amounts, times in the business zone", async () => {
  const report = await bring("shopware-6.csv", "shopware-6");
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 4]]);
  expect(await orders()).toEqual([
    ["10023", "2025-05-02 12:11:12", "10001", null, null, 100, null],
    ["10024", "2025-05-04 00:30:00", "10002", null, null, 4.2, null],
  ]);
});

test("JTL-Wawi: invoices count, corrections in a file of their own count negative", async () => {
  await bring("jtl-rechnungen.csv", "jtl-wawi");
  await bring("jtl-rechnungskorrekturen.csv", "jtl-wawi");
  expect(await orders()).toEqual([
    ["K1001", "2025-03-05 00:00:00", "RE2025-17", "A-1", 2, 2099, null],
    ["K1002", "2025-03-25 00:00:00", "RE2025-18", "A-2", 10, 8.5, null],
    ["K1001", "2025-03-28 00:00:00", "RK2025-3", "A-1", -1, -1049.5, "RE2025-17"],
  ]);
});

test("Shopify: the order's subtotal is spread over its items, refunds are lines of their own", async () => {
  const report = await bring("shopify.csv", "shopify");
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 6]]);
  // #1001: prices include tax. Of 15.97 tax, 90 % is on goods: 90 - 14.373 = 75.627 net, shared
  // 60 : 40. Half of the total is given back. #1002: tax is beside the price. #1003 is voided.
  expect(await orders()).toEqual([
    ["anna@example.org", "2025-02-01 10:00:00", "#1001", "SH-1", 1, 45.3762, null],
    ["anna@example.org", "2025-02-01 10:00:00", "#1001", "SO-1", 2, 30.2508, null],
    ["anna@example.org", "2025-02-01 10:00:00", "#1001-refund", null, null, -37.8135, "#1001"],
    ["bob@example.org", "2025-02-02 23:30:00", "#1002", "SO-1", 1, 20, null],
    ["bob@example.org", "2025-02-03 08:00:00", "#1003", "SO-1", 1, 20, null],
    ["bob@example.org", "2025-02-03 09:00:00", "#1003-refund", null, null, -20, "#1003"],
  ]);
});

test("WooCommerce, JSON: items are net, customer 0 is a guest, the shop's own clock counts", async () => {
  const report = await bring("woocommerce.jsonl", "woocommerce");
  expect(refused(report)).toEqual([
    ["JSON_UNREADABLE", 1, 4],
    ["OF_ANOTHER_KIND", 1, 3],
  ]);
  expect(await orders()).toEqual([
    ["26", "2025-01-10 23:30:00", "727", "L-1", 2, 90, null],
    ["26", "2025-01-10 23:30:00", "727", "94", 1, 10, null],
    // Half of 129.00, so half of the net 100.
    ["26", "2025-01-10 23:30:00", "727-refund", null, null, -50, "727"],
    [null, "2025-01-11 08:00:00", "728", "94", 1, 10, null],
  ]);
});

test("WooCommerce, table: totals less tax, refunds name their order", async () => {
  const report = await bring("woocommerce.csv", "woocommerce-csv");
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 4]]);
  expect(await orders()).toEqual([
    ["26", "2025-01-10 23:30:00", "727", null, null, 110, null],
    [null, "2025-01-11 08:00:00", "728", null, null, 10, null],
    ["26", "2025-01-20 10:00:00", "731", null, null, -55, "727"],
  ]);
});

test("Stripe: cents, seconds, intervals; a request to cancel does not end a contract", async () => {
  const report = await importFile(scratch.workspace, exported("stripe.jsonl"));
  expect(report.format.preset).toBe("stripe");
  expect(report.warnings.map(({ code }) => code)).toEqual(["BASIS_ASSUMED", "CURRENCY_DIFFERS"]);
  expect(await subscriptions()).toEqual([
    // 3 seats at 120.00 a year are 30 a month; 9.90 for three months are 3.30.
    ["sub_1", "Pro", "2025-01-01", null, 30, "EUR", "active"],
    ["sub_2", "price_basic", "2025-01-01", "2025-04-01", 3.3, "EUR", "active"],
    ["sub_3", "Japan", "2025-01-01", "2025-02-01", 1500, "JPY", "active"],
    ["sub_4", "Basic", "2025-01-01", null, 9.9, "EUR", "trial"],
  ]);
});

test("Stripe, table: the same from columns", async () => {
  await bring("stripe.csv", "stripe-csv");
  expect(await subscriptions()).toEqual([
    ["sub_1", "Pro", "2025-01-01", null, 30, "EUR", "active"],
    ["sub_3", "Basic", "2025-01-01", "2025-02-01", 9.9, "EUR", "active"],
  ]);
});

test("SAP SD: credit memos count negative, filling zeros go, pro forma is no sale", async () => {
  const report = await bring("sap-sd.txt", "sap-sd");
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 5]]);
  expect(await orders()).toEqual([
    ["12345", "2025-03-14 00:00:00", "90000123", "4711", 2, 1250.5, null],
    ["12345", "2025-03-14 00:00:00", "90000123", "ABC-1", 1, 99.95, null],
    ["12345", "2025-04-01 00:00:00", "90000140", "ABC-1", -1, -99.95, "90000123"],
    ["99999", "2025-04-03 00:00:00", "90000151", "ABC-1", 1, -10, null],
  ]);
});

test("Business Central: sales, not amounts; payments are none; employees are kept nowhere", async () => {
  const report = await bring("business-central.csv", "business-central");
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 3]]);
  expect(await orders()).toEqual([
    ["C100", "2025-03-20 00:00:00", "CM-1", null, null, -20, "INV-1"],
    ["C100", "2025-03-01 00:00:00", "INV-1", null, null, 100, null],
  ]);
  const costs = await scratch.workspace.engine.rows(
    "SELECT CAST(cost AS DOUBLE) AS cost FROM orders ORDER BY line_id",
  );
  expect(costs).toEqual([{ cost: 60 }, { cost: -12 }]);
  const pieces: string[] = [];
  for await (const piece of rejectsCsv(scratch.workspace, report.importId)) pieces.push(piece);
  expect(pieces.join("")).toContain("PAY-1");
  expect(pieces.join("")).not.toContain("CONTOSO");
});

test("DATEV: Soll and Haben are the sign, the first line has the year, payments are no sales", async () => {
  const report = await bring("datev.csv", "datev");
  // Whatever the workspace counts: what a posting says is gross.
  expect(report.basis).toBe("gross");
  expect(report.warnings.map(({ code }) => code)).toEqual(["AMOUNT_IS_GROSS"]);
  expect(refused(report)).toEqual([["OF_ANOTHER_KIND", 1, 5]]);
  expect(await orders()).toEqual([
    ["10001", "2025-03-15 00:00:00", "GU-1", null, null, -119, null],
    // The fiscal year began in July 2024: March is in 2025, December in 2024.
    ["10001", "2025-03-05 00:00:00", "RE-1", null, null, 1190, null],
    ["10002", "2024-12-10 00:00:00", "RE-2", null, null, 59.5, null],
  ]);
});

test("Emarsys: times without a zone are UTC, across the change to summer time", async () => {
  await bring("emarsys.csv", "emarsys");
  expect(await orders()).toEqual([
    ["C1", "2025-03-30 00:30:00", "O-1", "SKU-1", 1, 29.9, null],
    ["C1", "2025-03-30 01:30:00", "O-2", "SKU-2", 1, -29.9, null],
  ]);
});

test("a preset can be forced, refused for want of columns, and left out", async () => {
  const path = exported("woocommerce.csv");
  const forced = importFile(scratch.workspace, path, { preset: "shopify" });
  await expect(forced).rejects.toMatchObject({
    code: "PRESET_MISMATCH",
    details: { preset: "shopify" },
  });
  const wrong = importFile(scratch.workspace, path, { preset: "oxid" });
  await expect(wrong).rejects.toMatchObject({ code: "OPTION_INVALID" });
  const plain = await importFile(scratch.workspace, path, { preset: "none" });
  expect(plain.format.preset).toBeUndefined();
  expect(plain.rows).toMatchObject({ read: 4, added: 4 });
});

test("European Central Bank: a column a currency, units per euro, and N/A is no rate", async () => {
  const report = await bring("eurofxref-hist.csv", "ecb");
  expect(report.target).toBe("exchange_rates");
  expect(report.rows).toMatchObject({ read: 60, added: 60, rejected: 0 });
  const rows = await scratch.workspace.engine.rows(
    `SELECT CAST(day AS VARCHAR) AS day, base, rate FROM exchange_rates
     WHERE currency = 'USD' ORDER BY day`,
  );
  expect(rows).toEqual([
    { day: "2026-01-02", base: "EUR", rate: 1.08 },
    { day: "2026-01-05", base: "EUR", rate: 1.0812 },
  ]);
});
