import type {
  AlertPage,
  CustomerWarnings,
  SegmentCharts,
  WarningReport,
} from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";
import { emptyWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

const { get, inject } = valuedApp();

test("beside the warnings stands how good they were on the past", async () => {
  const { periodEnd, budget, kinds } = await get<WarningReport>("/warnings");
  expect(periodEnd).toBe("2026-06-30");
  expect(budget).toBe(0.1);
  const [undesired, desired] = kinds;
  expect([undesired?.kind, desired?.kind]).toEqual(["undesired", "desired"]);
  for (const { eligible, alerts, quality, terms } of kinds) {
    expect(alerts).toBe(Math.ceil(eligible * 0.1));
    expect(terms.length).toBeGreaterThan(5);
    const { probability, stake } = quality?.rankings ?? {};
    expect(quality?.events).toBeGreaterThan(10);
    expect(probability?.auc.lower).toBeLessThan(probability?.auc.estimate as number);
    expect(probability?.difference).not.toBeNull();
    expect(stake?.precision.estimate).toBeGreaterThanOrEqual(0);
  }
});

test("the list is ordered by what is at stake, and says what speaks for each", async () => {
  const page = await get<AlertPage>("/warnings/alerts?kind=undesired&limit=3");
  expect(page.alerts.map(({ rankPlace }) => rankPlace)).toEqual([1, 2, 3]);
  const { alerts } = await get<AlertPage>("/warnings/alerts?kind=undesired&all=true&limit=500");
  const stakes = alerts.map(({ atStake }) => atStake);
  expect(stakes).toEqual(stakes.toSorted((one, other) => other - one));
  for (const { probability, customerWorth, atStake, drivers } of alerts) {
    expect(atStake).toBeCloseTo(probability * Math.max(customerWorth, 0), 6);
    for (const { effect, words } of drivers) {
      expect(effect).toBeGreaterThan(0);
      expect(words.de).not.toMatch(/\{n\}|NaN/);
      expect(words.en).not.toMatch(/\{n\}|NaN/);
    }
  }
  const next = await get<AlertPage>("/warnings/alerts?kind=undesired&after=1&limit=1");
  expect(next.alerts[0]?.customerId).toBe(page.alerts[1]?.customerId);
});

test("a customer's warnings are those of the list", async () => {
  const { alerts } = await get<AlertPage>("/warnings/alerts?limit=1");
  const [first] = alerts;
  const found = await get<CustomerWarnings>(`/customers/${first?.customerId}/warnings`);
  expect(found.warnings).toContainEqual(first);
});

test("the charts hold every month, and limits around the centre", async () => {
  const { points } = await get<SegmentCharts>("/warnings/charts");
  const active = points.filter(({ macro, move }) => macro === "active" && move === "bought");
  expect(active.length).toBe(35);
  for (const { centre, lowerLimit, upperLimit } of active) {
    if (centre === null) continue;
    expect(lowerLimit).toBeLessThanOrEqual(centre);
    expect(upperLimit).toBeGreaterThanOrEqual(centre);
  }
});

test("the file holds all alerts of a kind", async () => {
  const response = await inject("/api/exports/alerts.csv?kind=desired");
  const lines = response.body.trimEnd().split("\n");
  expect(lines.length - 1).toBe(Number(response.headers["x-row-count"]));
  expect(lines[0]).toContain("customer_id,kind,period_end,macro,probability");
  expect(lines[1]).toContain("desired,2026-06-30");
});

test("before a run there are no warnings, and nobody has any who is none", async () => {
  const unknown = await inject("/api/customers/nobody/warnings");
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, "CUSTOMER_UNKNOWN"]);
  const empty = await emptyWorkspace();
  const early = await createApp(empty.workspace);
  const answer = await early.inject("/api/warnings");
  expect([answer.statusCode, answer.json().code]).toEqual([404, "NO_RUN_YET"]);
  await early.close();
  await empty.remove();
});
