import type { CustomerLifecycle, FeatureReport, Lifecycle } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";
import { emptyWorkspace } from "../../../test/valued-workspace.ts";
import type { Row } from "../../engines/engine.ts";
import { readLifecycle } from "../../pipeline/lifecycle/read-lifecycle.ts";
import { createApp } from "../app.ts";

const { get, inject, workspace } = valuedApp();

test("features say what they are in both languages, and what they add", async () => {
  const { customers, features, judged } = await get<FeatureReport>("/features");
  expect(customers).toBe(300);
  expect(judged?.purchases).toBeGreaterThan(50);
  for (const { name, meaning, coverage, gain, low, high } of features) {
    expect(meaning.de, name).not.toBe("");
    expect(meaning.en, name).not.toBe("");
    expect(coverage, name).toBeGreaterThan(0);
    expect(gain, name).toBeGreaterThanOrEqual(low as number);
    expect(gain, name).toBeLessThanOrEqual(high as number);
  }
});

test("small groups of stages and classes are left out, and said so", async () => {
  const { stock, moves, intents, suppressed, smallestGroup } = await get<Lifecycle>("/lifecycle");
  expect(smallestGroup).toBe(5);
  expect(suppressed).toBeGreaterThan(0);
  const all = [...stock, ...moves, ...intents].map(({ customers }) => customers);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(5);
});

test("stages of a month end hold every customer once, and what one leaves another enters", async () => {
  const { stock, moves, intents } = await readLifecycle(workspace().engine, 1);
  const sum = (rows: readonly Row[]) =>
    rows.reduce((all, { customers }) => all + Number(customers), 0);
  const at = (rows: readonly Row[], month: unknown) =>
    rows.filter(({ period_end }) => period_end === month);
  const months = [...new Set(moves.map(({ period_end }) => period_end))];
  expect(months.length).toBe(36);
  for (const [place, month] of months.entries()) {
    expect(sum(at(stock, month)), String(month)).toBe(sum(at(moves, month)));
    if (place === 0) continue;
    const stayed = at(moves, month).filter(({ previous_stage }) => previous_stage !== "");
    expect(sum(stayed), String(month)).toBe(sum(at(moves, months[place - 1])));
  }
  expect(sum(at(stock, months.at(-1)))).toBe(300);
  expect(sum(intents)).toBe(300);
});

test("a customer's history tells stage and rank, and its effects add up to the change", async () => {
  const found = await get<CustomerLifecycle>("/customers/K-1003/lifecycle");
  expect(found.customerId).toBe("K-1003");
  expect(found.ranks).toHaveLength(12);
  for (const { change, effectPurchases, effectSpend, effectMargin, worth } of found.ranks.slice(
    1,
  )) {
    const effects = Number(effectPurchases) + Number(effectSpend) + Number(effectMargin);
    // Sums of doubles: equal to a millionth of the worth.
    expect(Math.abs(effects - Number(change))).toBeLessThan(1e-6 * (1 + worth));
  }
  expect(["A", "B", "C"]).toContain(found.intent?.valueClass);
});

test("nobody's history is a 404, and so are features before a run", async () => {
  const unknown = await inject("/api/customers/nobody/lifecycle");
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, "CUSTOMER_UNKNOWN"]);
  const empty = await emptyWorkspace();
  const early = await createApp(empty.workspace);
  const answer = await early.inject("/api/features");
  expect([answer.statusCode, answer.json().code]).toEqual([404, "NO_RUN_YET"]);
  await early.close();
  await empty.remove();
});
