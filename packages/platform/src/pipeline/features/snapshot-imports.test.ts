import { afterEach, beforeEach, expect, test } from "vitest";
import { later, year } from "../../../test/feature-ledger.ts";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import { snapshotAt, takeSnapshots } from "../../../test/snapshots.ts";
import type { Engine } from "../../engines/engine.ts";
import type { RunContext } from "../step.ts";

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

test("nothing that happens after the end of a period changes one value of it", async () => {
  await addRows(engine, year);
  await takeSnapshots(context);
  const before = [await snapshotAt(engine, "2026-01-31"), await snapshotAt(engine, "2026-02-28")];
  await addRows(engine, later, 2);
  // Made from nothing, not kept.
  await engine.run("DROP TABLE snapshot");
  await takeSnapshots(context);
  const after = [await snapshotAt(engine, "2026-01-31"), await snapshotAt(engine, "2026-02-28")];
  expect(after).toEqual(before);
  // The rows did arrive: every source moved March.
  const { ann, bob, cem, dan, eva } = await snapshotAt(engine, "2026-03-31");
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
  await takeSnapshots(context);
  const before = await snapshotAt(engine, "2026-01-31");
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
  await takeSnapshots(context);
  expect((await snapshotAt(engine, "2026-01-31")).bob).toEqual(before.bob);
  const phases = await engine.rows(
    "SELECT city, valid_from, valid_until FROM master_phase WHERE customer_id = 'bob' ORDER BY valid_from",
  );
  expect(phases).toEqual([
    { city: "Linz", valid_from: "2026-01-05", valid_until: "2026-02-10" },
    { city: "Wien", valid_from: "2026-02-10", valid_until: "9999-12-31" },
  ]);
  // The correction of a value that was over by then changes nothing.
  expect((await snapshotAt(engine, "2026-02-28")).bob).toMatchObject({
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
  await takeSnapshots(context);
  expect((await snapshotAt(engine, "2026-02-28")).bob?.country).toBe("AT");
  expect((await snapshotAt(engine, "2026-03-31")).bob?.country).toBe("FR");
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
  await takeSnapshots(context);
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
  await takeSnapshots(context);
  expect((await made()).map(({ step }) => step)).toEqual(["snapshot/2026-03-31"]);
  await addRows(engine, orders("2026-02-11"), 3);
  await takeSnapshots(context);
  expect((await made()).map(({ step }) => step)).toEqual([
    "snapshot/2026-02-28",
    "snapshot/2026-03-31",
  ]);
  expect((await snapshotAt(engine, "2026-02-28")).bob).toMatchObject({ purchases: 1, revenue: 8 });
});
