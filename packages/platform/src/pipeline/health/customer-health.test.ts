import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows, type LedgerRow } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import type { HealthPart } from "../../workspace/health-settings.ts";
import type { Settings } from "../../workspace/settings.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { snapshotSteps } from "../features/snapshot.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { healthSteps } from "./customer-health.ts";
import { planHealth } from "./health-parts.ts";
import { type HealthReport, readHealthReport } from "./health-report.ts";
import { readCustomerHealth } from "./read-health.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], {
    asOf: new Date("2026-12-31"),
    hasReturns: true,
    hasOrderIds: true,
  }));
});
afterEach(() => engine.close());

const order = (customer_id: string, ordered_at: string, more: LedgerRow = {}): LedgerRow => ({
  order_id: `${customer_id} ${ordered_at}`,
  customer_id,
  ordered_at,
  amount: 100,
  ...more,
});

async function makeHealth(health: Partial<Settings["health"]> = {}): Promise<HealthReport> {
  const settings = { ...context.settings, health: { ...context.settings.health, ...health } };
  context = { ...context, settings };
  const plan = await planFeatures(engine);
  const steps = [...snapshotSteps(plan), ...healthSteps(plan.features, settings)];
  await runSteps([returnLink, purchaseDay, ...steps], context);
  return (await readHealthReport(engine, 1)) as HealthReport;
}

test("two customers of a shop, worked by hand", async () => {
  await addRows(engine, {
    orders: [
      // Four purchases in twelve months, the last one 36 days ago.
      ...["2026-01-20", "2026-04-01", "2026-08-01", "2026-11-25"].map((day) => order("ann", day)),
      // One purchase in twelve months, 180 days ago; a quarter of its revenue came back in 2026.
      order("bob", "2026-07-04"),
      order("bob", "2025-12-05", { order_id: "old" }),
      order("bob", "2026-07-20", { order_id: "r", amount: -20, return_of: "bob 2026-07-04" }),
      // Long gone: nothing to lose any more.
      order("cem", "2024-06-01"),
    ],
    feedback: [{ customer_id: "ann", given_at: "2026-12-01", kind: "nps", score: 9 }],
  });
  const report = await makeHealth();
  // The features of contacts, contracts, use and campaigns are those of other workspaces.
  expect(report.missing).toEqual([
    "response",
    "usage_recency",
    "usage_trend",
    "tenure",
    "pause",
    "csat",
    "resolution",
  ]);
  const ann = await readCustomerHealth(engine, "ann");
  // Recency 100 × (1 − 36 / 360) = 90 by 35, frequency 100 by 25, returns 100 by 10, NPS 100 by 15:
  // 8150 / 85 = 95.9.
  expect(ann).toMatchObject({ kind: "shop", score: 95.9, band: "green", coverage: 1 });
  const points = (view: typeof ann) =>
    Object.fromEntries(view?.parts.map((part) => [part.part, part.points]) ?? []);
  expect(points(ann)).toMatchObject({ frequency: 100, returns: 100, nps: 100 });
  expect(points(ann).recency).toBeCloseTo(90, 10);
  // Recency 50 by 35; one purchase of four 25 by 25; 20 of 80 came back: 50 by 10; no NPS: its 15
  // are shared among the rest. (1750 + 625 + 500) / 70 = 41.1.
  const bob = await readCustomerHealth(engine, "bob");
  expect(bob).toMatchObject({ score: 41.1, band: "yellow", coverage: 0.8235 });
  expect(points(bob).nps).toBeNull();
  expect(bob?.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  const sum = bob?.parts.reduce((all, { share, points: own }) => all + share * (own ?? 0), 0);
  expect(sum).toBeCloseTo(41.07, 2);
  expect(await readCustomerHealth(engine, "cem")).toBeUndefined();
  expect(report.stock).toEqual([
    { kind: "shop", band: "green", customers: 1, meanScore: 95.9 },
    { kind: "shop", band: "yellow", customers: 1, meanScore: 41.1 },
  ]);
});

test("below the least coverage there is no score, and no band", async () => {
  await addRows(engine, {
    orders: [order("ann", "2026-12-01"), order("bob", "2026-12-01")],
    feedback: [{ customer_id: "ann", given_at: "2026-12-01", kind: "nps", score: 9 }],
  });
  const parts: HealthPart[] = [
    { part: "buys", feature: "purchases_12m", worst: 0, best: 1, weight: 4 },
    { part: "likes", feature: "nps_last", worst: 0, best: 10, weight: 6 },
  ];
  await makeHealth({ parts });
  expect(await readCustomerHealth(engine, "ann")).toMatchObject({ score: 94, coverage: 1 });
  const unknown = { score: null, band: "none", coverage: 0.4 };
  expect(await readCustomerHealth(engine, "bob")).toMatchObject(unknown);
  await makeHealth({ parts, leastCoverage: 0.4 });
  expect(await readCustomerHealth(engine, "bob")).toMatchObject({ score: 100, band: "green" });
});

test("a contract that runs is told by contracts, and a shop by who bought again", async () => {
  const many = (kind: string, n: number) => Array.from({ length: n }, (_, i) => `${kind}${i}`);
  await addRows(engine, {
    orders: [
      // 12 bought all along, 12 stopped a year before the origin's outcome; 10 of them never came back.
      ...many("keeps", 12).flatMap((id) =>
        ["2026-03-01", "2026-05-30", "2026-06-20", "2026-09-01"].map((day) => order(id, day)),
      ),
      ...many("stops", 12).map((id) => order(id, "2025-10-01")),
      order("stops0", "2026-12-01"),
      order("stops1", "2026-12-01"),
    ],
    subscriptions: [
      ...many("stays", 11).map((id) => ({
        subscription_id: id,
        customer_id: id,
        started_on: "2024-06-30",
        monthly_fee: 10,
      })),
      ...many("ends", 11).map((id) => ({
        subscription_id: id,
        customer_id: id,
        started_on: "2026-05-01",
        ended_on: "2026-10-01",
        monthly_fee: 10,
      })),
    ],
  });
  const { proofs } = await makeHealth();
  const [contract, ...others] = proofs.filter(({ origin }) => origin === "2026-06-30");
  // Tenure alone: 730 days are 100 points, 60 days are 8.2; and nobody has paused.
  expect(contract).toMatchObject({
    kind: "contract",
    outcomeEnd: "2026-12-31",
    customers: 22,
    churned: 11,
    health: { auc: 1 },
    days: { auc: 1 },
    verdict: "foresees",
  });
  expect(contract?.bands.map(({ band, churned }) => [band, churned])).toEqual([
    ["red", 11],
    ["green", 0],
  ]);
  // Those who bought all along stayed; of the 12 others 10 left: (10 × 12 + 10 × 2 / 2) / (10 × 14).
  expect(others).toHaveLength(1);
  expect(others[0]).toMatchObject({ kind: "shop", customers: 24, churned: 10 });
  expect(others[0]?.health?.auc).toBeCloseTo(130 / 140, 12);
  // Of 12 in the red 10 left. Wilson: (0.8333 + 0.1601 ± 0.2419…) ÷ 1.3201.
  expect(others[0]?.bands[0]).toMatchObject({ band: "red", customers: 12, churned: 10 });
  expect(others[0]?.bands[0]?.low).toBeCloseTo(0.552, 3);
  expect(others[0]?.bands[0]?.high).toBeCloseTo(0.953, 3);
});

test("refuses parts that are no features or no numbers, and bands out of order", async () => {
  await addRows(engine, { orders: [order("ann", "2026-12-01")] });
  const { features } = await planFeatures(engine);
  const plan = (health: Partial<Settings["health"]>) => () =>
    planHealth(
      { ...context.settings, health: { ...context.settings.health, ...health } },
      features,
    );
  const part = { part: "x", feature: "purchases", worst: 0, best: 1, weight: 1 };
  const refused = { code: "SETTINGS_INVALID" };
  expect(plan({ parts: [{ ...part, feature: "mood" }] })).toThrow(expect.objectContaining(refused));
  expect(plan({ parts: [{ ...part, per: "gender" }] })).toThrow(expect.objectContaining(refused));
  expect(plan({ parts: [{ ...part, best: 0 }] })).toThrow(expect.objectContaining(refused));
  expect(plan({ redBelow: 80 })).toThrow(expect.objectContaining(refused));
  // What the workspace has no data for is no fault.
  expect(plan({ parts: [part, { ...part, part: "y", feature: "nps_last" }] })()).toMatchObject({
    parts: [part],
    missing: ["y"],
  });
});
