import { expect, test } from "vitest";
import { type Line, ledgerOf } from "../../test/orders-table.ts";
import type { Settings } from "../workspace/settings.ts";
import { readBody, writeBody } from "./body.ts";
import { customerSummary } from "./customer-summary.ts";
import { type DoctorReport, doctor } from "./doctor.ts";
import { findingsOf } from "./doctor-findings.ts";
import type { Fits } from "./fits.ts";
import { purchaseDay } from "./purchase-day.ts";
import { returnLink } from "./return-link.ts";
import { runSteps } from "./runner.ts";

const noFits: Fits = { models: {}, refused: {} };
const asOf = new Date("2026-03-31");

async function examine(lines: readonly Line[], settings: Partial<Settings> = {}) {
  const ledger = await ledgerOf(lines, { asOf });
  const { engine } = ledger;
  const context = { ...ledger.context, settings: { ...ledger.context.settings, ...settings } };
  await engine.run("INSERT INTO imports (import_id, rows_read) VALUES (1, 15), (2, 100)");
  await engine.run("UPDATE imports SET undone_at = current_timestamp WHERE import_id = 2");
  await engine.run("INSERT INTO rejects (import_id, line) VALUES (1, 3), (1, 4), (2, 1)");
  await runSteps([returnLink, purchaseDay, customerSummary], context);
  await writeBody(engine, "fits", noFits);
  await runSteps([doctor], context);
  const report = await readBody<DoctorReport>(engine, "doctor");
  return { report, engine, context };
}

/** One of each oddity. */
const odd: readonly Line[] = [
  { customer: "ann", at: "2026-01-10", order: "o1", product: "p", amount: 100 },
  { customer: "ann", at: "2026-01-10", order: "o2", product: "q", amount: 50 },
  { customer: "ann", at: "2026-02-01", order: "r1", product: "p", amount: -100 },
  { customer: "bob", at: "2026-01-15", order: "o3", product: "p", amount: 80 },
  { customer: "bob", at: "2026-02-15", order: "r2", product: "p", amount: -80 },
  { customer: "bob", at: "2026-02-20", order: "r3", product: "z", amount: -5 },
  { customer: null, at: "2026-01-20", order: "o4", product: "p", amount: 30 },
  { customer: "cat", at: "2026-01-25", order: "o5", product: "p", amount: 0 },
  { customer: "dan", at: "2026-02-02", order: "o6", product: "p", amount: 20 },
  { customer: "dan", at: "2026-02-02", order: "o6", product: "p", amount: 20 },
  { customer: "eve", at: "2026-02-03", order: "o7", product: "p", amount: 10, currency: "USD" },
  { customer: "fay", at: "2027-01-01", order: "o8", product: "p", amount: 40 },
  { customer: "ann", at: "2026-03-01", order: "o9", product: "p", amount: 5000 },
];

test("finds one of each oddity, with numbers worked by hand", async () => {
  const { report, engine } = await examine(odd);
  await engine.close();
  const of = (code: string) => {
    const found = report.findings.filter((finding) => finding.code === code);
    expect(found, code).toHaveLength(1);
    const [{ severity, count, share, amount, details }] = found as [(typeof found)[number]];
    return [severity, count, share, amount, details];
  };
  expect(report).toMatchObject({
    asOf: "2026-03-31",
    rows: 13,
    // ann, cat and dan kept a purchase: bob sent his back, eve and fay do not count.
    customers: 3,
    firstDay: "2026-01-10",
    lastDay: "2027-01-01",
  });
  // Of the 15 rows of the import that stands.
  expect(of("REJECTED_ROWS")).toEqual(["warning", 2, 2 / 15, null, {}]);
  expect(of("ROWS_WITHOUT_CUSTOMER")).toEqual(["warning", 1, 1 / 13, 30, {}]);
  expect(of("EXACT_DUPLICATES")).toEqual(["warning", 1, 1 / 13, 20, {}]);
  expect(of("FUTURE_DATES")).toEqual(["problem", 1, 1 / 13, null, { lastDay: "2027-01-01" }]);
  expect(of("OTHER_CURRENCY")).toEqual(["problem", 1, 1 / 13, null, { currency: "EUR" }]);
  expect(of("NO_COSTS")).toEqual(["info", 13, 1, null, {}]);
  expect(of("LARGE_ORDERS")).toEqual(["warning", 1, 5000 / 5350, 5000, {}]);
  expect(of("NEGATIVE_LINES")).toEqual(["info", 3, 3 / 13, -185, {}]);
  expect(of("RETURNS_LINKED")).toEqual(["info", 2, 2 / 3, -180, {}]);
  expect(of("RETURNS_UNLINKED")).toEqual(["warning", 1, 1 / 3, -5, {}]);
  // bob's first day; the day of his unlinked return was no day of purchase.
  expect(of("ORDERS_FULLY_RETURNED")).toEqual(["info", 1, 1 / 5, -80, {}]);
  expect(of("ZERO_AMOUNTS")).toEqual(["info", 1, 1 / 13, null, {}]);
  // Of the five orders of ann (3), cat and dan, ann's o2 follows o1.
  expect(of("SAME_DAY_ORDERS")).toEqual(["info", 1, 1 / 5, null, {}]);
  expect(of("ONE_TIME_BUYERS")).toEqual(["info", 2, 2 / 3, null, {}]);
  // 22 days of January, 28 and 31.
  const history = { firstDay: "2026-01-10", lastDay: "2026-03-31" };
  expect(of("HISTORY_LENGTH")).toEqual(["warning", 81, null, null, history]);
  expect(report.findings).toHaveLength(15);
});

test("says no more of clean data than how long it is and who bought once", async () => {
  const clean = ["ann", "bob"].flatMap((customer): Line[] =>
    ["2023-06-01", "2024-06-01", "2025-06-01"].map((at, year) => ({
      customer,
      at,
      order: `${customer}${at}`,
      amount: 100 + year,
      cost: 60,
    })),
  );
  // Among so few lines each is a large one: 300 more of a third customer make them small.
  const many = Array.from({ length: 300 }, (_, i): Line => {
    const at = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return { customer: "cat", at, order: `c${i}`, amount: 100, cost: 60 };
  });
  const { report, engine } = await examine([...clean, ...many]);
  await engine.close();
  expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual([
    ["REJECTED_ROWS", "warning"],
    ["HISTORY_LENGTH", "info"],
  ]);
});

test("tells that no line has an amount once, and asks for no costs then", async () => {
  const { report, engine } = await examine([{ customer: "ann", at: "2026-01-10", amount: null }]);
  await engine.close();
  expect(report.findings).toContainEqual({
    code: "NO_AMOUNTS",
    severity: "problem",
    count: 1,
    share: 1,
    amount: null,
    details: {},
  });
  expect(report.findings.map(({ code }) => code)).not.toContain("NO_COSTS");
});

test("is examined anew when the margin becomes known", async () => {
  const { report, engine, context } = await examine(odd);
  const settings = { ...context.settings, marginRate: 0.4 };
  await runSteps([doctor], { ...context, settings });
  const codes = (await readBody<DoctorReport>(engine, "doctor")).findings.map(({ code }) => code);
  await engine.close();
  expect(report.findings.map(({ code }) => code)).toContain("NO_COSTS");
  expect(codes).not.toContain("NO_COSTS");
});

test("suspects running totals where frequent buyers spend far more each time", async () => {
  const { engine, context } = await ledgerOf([]);
  await engine.close();
  const correlated = (low: number): Fits => ({
    ...noFits,
    spend: {
      model: "gamma-gamma",
      mean: 50,
      strength: 2,
      fit: {},
      correlation: { correlation: low + 0.05, low, high: low + 0.1, customers: 100 },
      warnings: [],
    },
  });
  const severities = (low: number) =>
    findingsOf({ customers: 120 }, correlated(low), context.settings).map(
      ({ code, severity, count }) => [code, severity, count],
    );
  expect(severities(0.4)).toEqual([["SPEND_FREQUENCY_CORRELATION", "info", 120]]);
  expect(severities(0.6)).toEqual([
    ["SPEND_FREQUENCY_CORRELATION", "warning", 120],
    ["SUM_VERSUS_MEAN", "warning", 120],
  ]);
});
