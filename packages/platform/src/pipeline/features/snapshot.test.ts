import { afterEach, beforeEach, expect, test } from "vitest";
import { year } from "../../../test/feature-ledger.ts";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import { snapshotAt, takeSnapshots } from "../../../test/snapshots.ts";
import type { Engine } from "../../engines/engine.ts";
import type { RunContext } from "../step.ts";
import { planFeatures } from "./feature-plan.ts";
import { monthEnds } from "./snapshot.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], {
    asOf: new Date("2026-03-31"),
    hasReturns: true,
    hasOrderIds: true,
  }));
});
afterEach(() => engine.close());

test("three customers at the end of January, worked by hand", async () => {
  await addRows(engine, year);
  await takeSnapshots(context);
  const { ann, bob, cem, ...others } = await snapshotAt(engine, "2026-01-31");
  // Bob is not known yet.
  expect(bob).toBeUndefined();
  expect(others).toEqual({});
  // Two purchases, 20 days apart; the return of the second one is not known yet.
  expect(ann).toMatchObject({
    purchases_1m: 2,
    purchases: 2,
    revenue_1m: 150,
    revenue: 150,
    returned_12m: 0,
    contribution_12m: 70,
    revenue_per_purchase: 75,
    first_purchase_day: "2026-01-05",
    last_purchase_day: "2026-01-25",
    days_since_first_purchase: 26,
    days_since_purchase: 6,
    last_gap: 20,
    gap_squares: 400,
    last_revenue: 50,
    categories: 2,
    products: 2,
    channels: 1,
    days_known: 30,
    customer_age: 46,
    gender: "f",
    is_business: 0,
    contacts_3m: 1,
    contact_minutes_12m: 12,
    contact_cost_12m: 6,
    contacts_anfrage_3m: 1,
    contacts_retoure_3m: 0,
    first_response_minutes_12m: 30,
    // Settled in February.
    resolution_minutes_12m: null,
    nps_last: 9,
    nps_mean_12m: 9,
    review_mean_12m: null,
    campaigns_1m: 1,
    // Whether she responded is known a month later.
    campaign_responses_12m: 0,
    consents: 1,
    referrals: 0,
    attribute_groesse: "L",
    attribute_punkte: 7,
    contracts: 0,
    usage_1m: 0,
  });
  // A contract that will change is one that runs.
  expect(cem).toMatchObject({
    purchases: 0,
    days_since_purchase: null,
    days_known: 16,
    contracts: 1,
    monthly_fee: 10,
    plan: "S",
    usage_1m: 2,
    usage_functions_1m: 1,
    days_since_usage: 11,
    gender: null,
  });
});

test("the same customers a month later", async () => {
  await addRows(engine, year);
  await takeSnapshots(context);
  const { ann, bob, cem } = await snapshotAt(engine, "2026-02-28");
  // The purchase of 25 January is undone: what is left lies 40 days apart.
  expect(ann).toMatchObject({
    purchases_1m: 1,
    purchases_3m: 2,
    purchases: 2,
    revenue_1m: 30,
    revenue: 130,
    returned_12m: 50,
    contribution_12m: 60,
    revenue_per_purchase: 65,
    last_purchase_day: "2026-02-14",
    last_gap: 40,
    gap_squares: 1600,
    last_revenue: 30,
    channels: 2,
    contacts_3m: 2,
    contact_cost_12m: 8.5,
    first_response_minutes_12m: 20,
    resolution_minutes_12m: 3 * 1440,
    nps_last: 4,
    nps_mean_12m: 6.5,
    review_mean_12m: 2,
    campaign_responses_12m: 1,
    consents: 0,
    referrals: 1,
    attribute_groesse: "XL",
  });
  expect(bob).toMatchObject({
    purchases: 0,
    revenue: -1,
    customer_age: 36,
    is_business: 1,
    days_known: 18,
    campaigns_1m: 1,
    campaign_responses_12m: 0,
    attribute_punkte: 8.5,
  });
  expect(cem).toMatchObject({
    contracts: 1,
    monthly_fee: 20,
    plan: "M",
    usage_1m: 5,
    usage_3m: 7,
    usage_days_3m: 2,
    usage_functions_1m: 2,
  });
});

test("a ledger of orders alone has the features of orders, and no others", async () => {
  context = { ...context, hasOrderIds: false, hasReturns: false };
  await addRows(engine, { orders: [{ customer_id: "ann", ordered_at: "2026-01-05" }] });
  const { features, sources } = await planFeatures(engine);
  expect(sources).toEqual(["known_customer", "purchase_activity"]);
  expect(features.map(({ name }) => name)).not.toContain("revenue");
  await takeSnapshots(context);
  expect((await snapshotAt(engine, "2026-03-31")).ann).toMatchObject({
    purchases: 1,
    purchases_1m: 0,
  });
});

test("month ends reach back from the last day that counts, not before the first customer", () => {
  const iso = (ends: Date[]) => ends.map((end) => end.toISOString().slice(0, 10));
  const first = new Date("2024-01-15");
  expect(iso(monthEnds(first, new Date("2024-03-31"), 36))).toEqual([
    "2024-01-31",
    "2024-02-29",
    "2024-03-31",
  ]);
  expect(iso(monthEnds(first, new Date("2024-03-31"), 2))).toEqual(["2024-02-29", "2024-03-31"]);
  // No order on the last two days of a month does not make it incomplete.
  expect(iso(monthEnds(first, new Date("2024-03-29"), 1))).toEqual(["2024-03-31"]);
  expect(iso(monthEnds(first, new Date("2024-03-28"), 1))).toEqual(["2024-02-29"]);
  expect(iso(monthEnds(first, new Date("2024-01-20"), 9))).toEqual([]);
});

test("what the snapshot before tells need not be read again, and comes out as from all rows", async () => {
  await addRows(engine, year);
  const longAgo = "2024-05-03";
  await addRows(
    engine,
    {
      customers: [
        { customer_id: "old", registered_on: "2024-01-01", country: "DE" },
        // All that zoe did was done before anybody knew that she is a customer.
        { customer_id: "zoe", registered_on: "2026-03-10", country: "AT" },
      ],
      usage: ["old", "zoe"].map((customer_id) => ({
        customer_id,
        used_at: longAgo,
        feature: "film",
      })),
      interactions: ["old", "zoe"].map((customer_id) => ({
        customer_id,
        happened_at: longAgo,
        kind: "Anfrage",
      })),
      feedback: ["old", "zoe"].flatMap((customer_id) => [
        { customer_id, given_at: longAgo, kind: "nps", score: 7 },
        { customer_id, given_at: "2024-06-01", kind: "csat", score: 2 },
      ]),
      campaign_members: ["old", "zoe"].map((customer_id) => ({
        campaign_id: "c0",
        customer_id,
        contacted_at: "2024-05-04",
      })),
      referrals: [
        { referrer_id: "zoe", referred_id: "x1", referred_on: "2025-12-01" },
        { referrer_id: "zoe", referred_id: "x2", referred_on: "2026-03-11" },
        { referrer_id: "old", referred_id: "x3", referred_on: "2024-02-01" },
      ],
    },
    2,
  );
  await takeSnapshots(context);
  const carried = await snapshotAt(engine, "2026-03-31");
  const before = await engine.rows("SELECT DISTINCT period_end FROM snapshot");
  expect(before).toHaveLength(27);
  await engine.run("DROP TABLE snapshot");
  await engine.run("DELETE FROM journal WHERE step LIKE 'snapshot%'");
  context = { ...context, settings: { ...context.settings, snapshotMonths: 1 } };
  await takeSnapshots(context);
  expect(await engine.rows("SELECT DISTINCT period_end FROM snapshot")).toHaveLength(1);
  expect(carried).toEqual(await snapshotAt(engine, "2026-03-31"));
  // From the third of May 2024 to the end of March 2026.
  expect(carried.old).toMatchObject({ days_since_usage: 697, nps_last: 7, referrals: 1 });
  expect(carried.zoe).toMatchObject({ days_since_contact: 697, csat_last: 2, referrals: 2 });
  expect(carried.ann).toMatchObject({ categories: 2, products: 2, channels: 2, referrals: 1 });
});
