import { afterEach, beforeEach, expect, test } from "vitest";
import { later, year } from "../../../test/feature-ledger.ts";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine, Row } from "../../engines/engine.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { type RunnerOptions, runSteps, type StepReport } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { planFeatures } from "./feature-plan.ts";
import { monthEnds, snapshotSteps } from "./snapshot.ts";

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

async function takeSnapshots(options: RunnerOptions = {}): Promise<StepReport[]> {
  const plan = await planFeatures(engine);
  return runSteps([returnLink, purchaseDay, ...snapshotSteps(plan)], context, options);
}

async function snapshotAt(end: string): Promise<Record<string, Row>> {
  const rows = await engine.rows(
    "SELECT * FROM snapshot WHERE period_end = CAST($end AS DATE) ORDER BY customer_id",
    { end },
  );
  return Object.fromEntries(rows.map((row) => [row.customer_id, row]));
}

async function importedOn(importId: number, day: string): Promise<void> {
  await engine.run(
    "UPDATE imports SET imported_at = CAST($day AS TIMESTAMP) WHERE import_id = $id",
    {
      day,
      id: importId,
    },
  );
}

/** Bob's row comes again with other content, as an import by key leaves the ledger. */
async function supersede(
  changed: Readonly<Record<string, string>>,
  importId: number,
  day: string,
): Promise<void> {
  const [row = {}] = await engine.rows(
    `SELECT customer_id, CAST(registered_on AS VARCHAR) AS registered_on, country, city
     FROM customers WHERE customer_id = 'bob'`,
  );
  await engine.run(
    "INSERT INTO customers_superseded SELECT CAST($id AS INTEGER), * FROM customers WHERE customer_id = 'bob'",
    { id: importId },
  );
  await engine.run("DELETE FROM customers WHERE customer_id = 'bob'");
  await addRows(engine, { customers: [{ ...row, ...changed }] }, importId);
  await importedOn(importId, day);
}

test("three customers at the end of January, worked by hand", async () => {
  await addRows(engine, year);
  await takeSnapshots();
  const { ann, bob, cem, ...others } = await snapshotAt("2026-01-31");
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
  await takeSnapshots();
  const { ann, bob, cem } = await snapshotAt("2026-02-28");
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

test("nothing that happens after the end of a period changes one value of it", async () => {
  await addRows(engine, year);
  await takeSnapshots();
  const before = [await snapshotAt("2026-01-31"), await snapshotAt("2026-02-28")];
  await addRows(engine, later, 2);
  // Made from nothing, not kept.
  await engine.run("DROP TABLE snapshot");
  await takeSnapshots();
  const after = [await snapshotAt("2026-01-31"), await snapshotAt("2026-02-28")];
  expect(after).toEqual(before);
  // The rows did arrive: every source moved March.
  const { ann, bob, cem, dan, eva } = await snapshotAt("2026-03-31");
  expect(ann).toMatchObject({
    revenue: 520,
    first_purchase_day: "2026-02-14",
    returned_12m: 160,
    nps_last: 0,
    gender: "x",
    consents: 1,
    campaigns_1m: 1,
    contacts_anfrage_3m: 2,
    attribute_groesse: "M",
  });
  expect(bob).toMatchObject({ monthly_fee: 99, csat_last: 1, referrals: 1 });
  expect(cem).toMatchObject({ usage_1m: 99, attribute_punkte: 1, country: "CH" });
  expect(dan).toMatchObject({ purchases: 1 });
  expect(eva).toMatchObject({ purchases: 0, days_known: 30 });
});

test("what a later import replaces holds until that import, and no longer than its file said", async () => {
  const bob = { customer_id: "bob", registered_on: "2026-01-05", country: "AT" };
  const cem = { customer_id: "cem", registered_on: "2026-01-06", city: "Graz" };
  const size = { customer_id: "bob", attribute: "Größe", valid_from: "2026-01-05" };
  const weight = { customer_id: "bob", attribute: "Punkte" };
  await addRows(engine, {
    customers: [{ ...bob, city: "Linz" }, cem],
    customer_attributes: [
      { ...size, value: "S" },
      { ...size, customer_id: "cem", value: "XS" },
      { ...weight, value: "7", valid_from: "2026-01-05" },
      { ...weight, value: "8", valid_from: "2026-02-01" },
    ],
  });
  await importedOn(1, "2026-01-07");
  await takeSnapshots();
  const before = await snapshotAt("2026-01-31");
  // As an import leaves it that brings the same keys with other content, and one file twice a key.
  await supersede({ city: "Wien", registered_on: "2026-01-05" }, 2, "2026-02-10");
  await engine.run(`INSERT INTO customers_superseded BY NAME
    SELECT * REPLACE ('Bonn' AS city), 2 AS superseded_by FROM customers WHERE customer_id = 'bob'`);
  await addRows(
    engine,
    {
      customer_attributes: [
        { ...size, value: "M" },
        { ...weight, value: "6", valid_from: "2026-01-05" },
      ],
    },
    3,
  );
  await importedOn(3, "2026-02-12");
  await takeSnapshots();
  expect((await snapshotAt("2026-01-31")).bob).toEqual(before.bob);
  const phases = await engine.rows(
    "SELECT city, valid_from, valid_until FROM master_phase WHERE customer_id = 'bob' ORDER BY valid_from",
  );
  expect(phases).toEqual([
    { city: "Linz", valid_from: "2026-01-05", valid_until: "2026-02-10" },
    { city: "Wien", valid_from: "2026-02-10", valid_until: "9999-12-31" },
  ]);
  // The correction of a value that was over by then changes nothing.
  expect((await snapshotAt("2026-02-28")).bob).toMatchObject({
    attribute_groesse: "M",
    attribute_punkte: 8,
  });
});

test("an import that is taken back has never held", async () => {
  const cem = { customer_id: "cem", registered_on: "2026-01-06", country: "CH" };
  await addRows(engine, {
    customers: [{ customer_id: "bob", registered_on: "2026-01-05", country: "AT" }, cem],
  });
  await supersede({ country: "DE" }, 2, "2026-02-10");
  // Bob's row of the second import is replaced by a third one; then the second is taken back.
  await supersede({ country: "FR" }, 3, "2026-03-10");
  await engine.run(
    "UPDATE imports SET undone_at = TIMESTAMP '2026-03-20 00:00:00' WHERE import_id = 2",
  );
  await engine.run("UPDATE customers_superseded SET superseded_by = 3 WHERE import_id = 1");
  await takeSnapshots();
  expect((await snapshotAt("2026-02-28")).bob?.country).toBe("AT");
  expect((await snapshotAt("2026-03-31")).bob?.country).toBe("FR");
});

test("an appended month makes one period, a late row every period from its month on", async () => {
  await addRows(engine, year);
  context = { ...context, asOf: new Date("2026-02-28") };
  const made = () =>
    engine.rows(
      "SELECT step FROM journal WHERE step LIKE 'snapshot/2%' AND published_at > CAST($since AS TIMESTAMP) ORDER BY step",
      { since },
    );
  let since = "2000-01-01";
  await takeSnapshots();
  expect((await made()).map(({ step }) => step)).toEqual([
    "snapshot/2026-01-31",
    "snapshot/2026-02-28",
  ]);
  const [mark] = await engine.rows("SELECT CAST(max(published_at) AS VARCHAR) AS at FROM journal");
  since = String(mark?.at);
  const orders = (ordered_at: string) => ({
    orders: [
      {
        customer_id: "bob",
        ordered_at,
        amount: 9,
        cost: 5,
        order_id: ordered_at,
        product_id: "p1",
        channel: "shop",
        category: "x",
      },
    ],
  });
  await addRows(engine, orders("2026-03-09"), 2);
  context = { ...context, asOf: new Date("2026-03-31") };
  await takeSnapshots();
  expect((await made()).map(({ step }) => step)).toEqual(["snapshot/2026-03-31"]);
  await addRows(engine, orders("2026-02-11"), 3);
  await takeSnapshots();
  expect((await made()).map(({ step }) => step)).toEqual([
    "snapshot/2026-02-28",
    "snapshot/2026-03-31",
  ]);
  expect((await snapshotAt("2026-02-28")).bob).toMatchObject({ purchases: 1, revenue: 8 });
});

test("a ledger of orders alone has the features of orders, and no others", async () => {
  context = { ...context, hasOrderIds: false, hasReturns: false };
  await addRows(engine, { orders: [{ customer_id: "ann", ordered_at: "2026-01-05" }] });
  const { features, sources } = await planFeatures(engine);
  expect(sources).toEqual(["known_customer", "purchase_activity"]);
  expect(features.map(({ name }) => name)).not.toContain("revenue");
  await takeSnapshots();
  expect((await snapshotAt("2026-03-31")).ann).toMatchObject({ purchases: 1, purchases_1m: 0 });
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
  await takeSnapshots();
  const carried = await snapshotAt("2026-03-31");
  const before = await engine.rows("SELECT DISTINCT period_end FROM snapshot");
  expect(before).toHaveLength(27);
  await engine.run("DROP TABLE snapshot");
  await engine.run("DELETE FROM journal WHERE step LIKE 'snapshot%'");
  context = { ...context, settings: { ...context.settings, snapshotMonths: 1 } };
  await takeSnapshots();
  expect(await engine.rows("SELECT DISTINCT period_end FROM snapshot")).toHaveLength(1);
  expect(carried).toEqual(await snapshotAt("2026-03-31"));
  // From the third of May 2024 to the end of March 2026.
  expect(carried.old).toMatchObject({ days_since_usage: 697, nps_last: 7, referrals: 1 });
  expect(carried.zoe).toMatchObject({ days_since_contact: 697, csat_last: 2, referrals: 2 });
  expect(carried.ann).toMatchObject({ categories: 2, products: 2, channels: 2, referrals: 1 });
});
