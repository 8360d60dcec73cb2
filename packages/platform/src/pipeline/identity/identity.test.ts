import { expect, test } from "vitest";
import { addRows, type LedgerRow } from "../../../test/ledger-rows.ts";
import { type Line, ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { readCustomer360 } from "../customer-360/customer-360.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import { decide, reviewList } from "./decide.ts";
import { listAliases, resolveIdentities } from "./resolve.ts";

const mark = (customer_id: string, kind: string, value: string, source?: string): LedgerRow => ({
  customer_id,
  kind,
  value,
  ...(source ? { source } : {}),
});
const person = { reason: "seen at the till", decidedBy: "eva" };

async function shop(identifiers: readonly LedgerRow[], lines: readonly Line[] = []) {
  const { engine, context } = await ledgerOf(lines);
  await addRows(engine, { identifiers });
  return { engine, context };
}

const aliases = async (engine: Engine) =>
  (await listAliases(engine)).map(
    ({ customer_id, canonical_id, reason }) => `${customer_id} = ${canonical_id} (${reason})`,
  );
const log = async (engine: Engine) =>
  (
    await engine.rows(
      "SELECT action, customer_id, other_id, decided_by FROM identity_log ORDER BY entry",
    )
  ).map((row) => Object.values(row).join(" "));

/** A and B share an e-mail, B and C a phone number. */
const CHAIN = [
  mark("A", "email", " Ann@Web.de "),
  mark("B", "email", "ann@web.de"),
  mark("B", "phone", "0170 123 45-67"),
  mark("C", "phone", "+49 (0)170 1234567"),
];

test("merges a chain into the number that was seen first, and says by what", async () => {
  const { engine } = await shop(CHAIN);
  expect(await resolveIdentities(engine)).toEqual({ merged: 2, released: 0, aliases: 2 });
  expect(await aliases(engine)).toEqual(["B = A (email, phone)", "C = A (phone)"]);
  expect(await log(engine)).toEqual(["merged B A rule", "merged C A rule"]);
  await engine.close();
});

test("changes nothing when it runs again, also after an import that brings nothing new", async () => {
  const { engine } = await shop(CHAIN);
  await resolveIdentities(engine);
  const before = await listAliases(engine);
  await addRows(engine, { identifiers: [mark("D", "email", "dora@web.de")] }, 2);
  expect(await resolveIdentities(engine)).toEqual({ merged: 0, released: 0, aliases: 2 });
  expect(await listAliases(engine)).toEqual(before);
  expect(await log(engine)).toHaveLength(2);
  await engine.close();
});

test("a split in the middle of a chain leaves three people, and a merge brings one back", async () => {
  const { engine } = await shop(CHAIN);
  await addRows(engine, { customers: ["A", "B", "C"].map((customer_id) => ({ customer_id })) }, 2);
  await resolveIdentities(engine);
  const split = { action: "split", customerId: "B", otherId: null, ...person } as const;
  expect(await decide(engine, split)).toEqual({ merged: 0, released: 2, aliases: 0 });
  expect(await resolveIdentities(engine)).toEqual({ merged: 0, released: 0, aliases: 0 });
  const merge = { action: "merge", customerId: "B", otherId: "C", ...person } as const;
  await decide(engine, merge);
  expect(await aliases(engine)).toEqual(["B = C (seen at the till)"]);
  expect(await log(engine)).toEqual([
    "merged B A rule",
    "merged C A rule",
    "split B  eva",
    "released B A rule",
    "released C A rule",
    "merge B C eva",
    "merged B C eva",
  ]);
  await engine.close();
});

test("knows a customer number within its own source only", async () => {
  const { engine } = await shop([
    mark("web-1", "customer_number", "4711", "shop"),
    mark("erp-1", "customer_number", "4711", "erp"),
    mark("erp-2", "customer_number", "47 11", "erp"),
  ]);
  await resolveIdentities(engine);
  expect(await aliases(engine)).toEqual(["erp-2 = erp-1 (customer_number)"]);
  await engine.close();
});

test("reads a number that means two people in two sources as two, once that was decided", async () => {
  const { engine, context } = await ledgerOf([
    { customer: "1001", at: "2026-01-05", amount: 30 },
    { customer: "S-7", at: "2026-01-06", amount: 8 },
  ]);
  await engine.run("UPDATE orders SET import_id = 3 WHERE customer_id = 'S-7'");
  await engine.run(
    `INSERT INTO orders (import_id, line, customer_id, ordered_at, amount)
     SELECT 2, 1, '1001', TIMESTAMP '2026-01-07 00:00:00', 500`,
  );
  for (const [id, source] of [
    [1, "shop"],
    [2, "till"],
    [3, "app"],
  ] as const) {
    await engine.run("INSERT INTO imports (import_id, source) SELECT $id, $source", { id, source });
  }
  const marks = [
    ["1001", "a@web.de", 1],
    ["1001", "b@web.de", 2],
    ["S-7", "b@web.de", 3],
  ] as const;
  for (const [customer, value, id] of marks) {
    await engine.run(
      `INSERT INTO identifiers (import_id, line, customer_id, kind, value)
       SELECT $id, 1, $customer, 'email', $value`,
      { id, customer, value },
    );
  }
  // Shop and till know different people by 1001: neither may be merged with S-7 by itself.
  expect(await resolveIdentities(engine)).toMatchObject({ aliases: 0 });
  expect(await reviewList(engine)).toMatchObject([
    { customer_id: "1001", reason: "two_sources", evidence: "shop, till" },
  ]);
  await decide(engine, { action: "split", customerId: "1001", otherId: "till", ...person });
  expect(await aliases(engine)).toEqual([
    "1001 = till:1001 (seen at the till)",
    "S-7 = till:1001 (email)",
  ]);
  const run = { ...context, hasAliases: true };
  await runSteps([returnLink, purchaseDay], run);
  const rows = await engine.rows(
    "SELECT customer_id, CAST(sum(revenue) AS DOUBLE) AS revenue FROM purchase_day GROUP BY customer_id ORDER BY customer_id",
  );
  expect(rows).toEqual([
    { customer_id: "1001", revenue: 30 },
    { customer_id: "till:1001", revenue: 508 },
  ]);
  const workspace = { engine, settings: context.settings } as Workspace;
  const orders = async (id: string) =>
    (await readCustomer360(workspace, id)).counts.map(({ entries_of_kind }) => entries_of_kind);
  expect(await orders("1001")).toEqual([1]);
  expect(await orders("S-7")).toEqual([2]);
  await engine.close();
});

test("never merges by device, address or name, nor by a mark that many have", async () => {
  const desk = Array.from({ length: 11 }, (_, i) => mark(`K${i}`, "email", "kasse@shop.de"));
  const { engine } = await shop([
    mark("A", "device", "d1"),
    mark("B", "device", "d1"),
    mark("A", "address", "Hauptstr. 1, Ulm"),
    mark("B", "address", "Hauptstr. 1, Ulm"),
    ...desk,
  ]);
  expect(await resolveIdentities(engine)).toMatchObject({ aliases: 0 });
  const review = await reviewList(engine);
  expect(review).toHaveLength(10);
  expect(review[0]).toMatchObject({ customer_id: "K0", reason: "shared_by_many" });
  await engine.close();
});

test("keeps dots in e-mails apart and puts near matches on the list only, until they are settled", async () => {
  const { engine } = await shop([
    mark("A", "email", "ann.meier@gmail.com"),
    mark("B", "email", "annmeier@gmail.com"),
    mark("C", "name", "Jörg Weiß"),
    mark("D", "name", "joerg weiss"),
    mark("E", "name", "Jörg Weiß"),
  ]);
  const customers = ["A", "B", "C", "D"].map((customer_id) => ({
    customer_id,
    postcode: "89073",
    birth_year: 1980,
  }));
  await addRows(engine, { customers }, 2);
  expect(await resolveIdentities(engine)).toMatchObject({ aliases: 0 });
  const pairs = async () =>
    (await reviewList(engine)).map(
      ({ customer_id, other_id, reason }) => `${customer_id} ${other_id} ${reason}`,
    );
  // E has the name only: that is too little even for the list.
  expect(await pairs()).toEqual(["C D same_person", "A B similar_email"]);
  await decide(engine, { action: "apart", customerId: "D", otherId: "C", ...person });
  await decide(engine, { action: "merge", customerId: "B", otherId: "A", ...person });
  expect(await pairs()).toEqual([]);
  await engine.close();
});

const LINES: Line[] = [
  { customer: "A", at: "2026-01-05 09:00", order: "o1", product: "p", amount: 30 },
  { customer: "B", at: "2026-01-05 18:00", order: "o2", product: "q", amount: 20 },
  { customer: "B", at: "2026-02-01", order: "r1", product: "p", amount: -30 },
  { customer: "Z", at: "2026-01-09", order: "o3", amount: 7 },
];

/** purchase_day as of now, made by a run that knows whether there are aliases. */
async function purchases(shopOf: Awaited<ReturnType<typeof shop>>) {
  const { engine, context } = shopOf;
  const { aliases: n } = await resolveIdentities(engine);
  await runSteps([returnLink, purchaseDay], { ...context, hasAliases: n > 0 });
  return engine.rows(
    "SELECT customer_id, day, orders, revenue FROM purchase_day ORDER BY customer_id, day",
  );
}

test("orders of merged numbers are one customer's, a split restores exactly what was", async () => {
  const made = await shop([], LINES);
  const before = await purchases(made);
  expect(before).toHaveLength(4);
  await addRows(made.engine, { identifiers: CHAIN.slice(0, 2) }, 2);
  // One day of purchase: 30 + 20, and the return of what the other number bought comes off it.
  expect(await purchases(made)).toEqual([
    { customer_id: "A", day: "2026-01-05", orders: 2, revenue: 20 },
    { customer_id: "Z", day: "2026-01-09", orders: 1, revenue: 7 },
  ]);
  await decide(made.engine, { action: "split", customerId: "B", otherId: null, ...person });
  expect(await purchases(made)).toEqual(before);
  await made.engine.close();
});

test("a consent is not passed on by a merge, an objection is", async () => {
  const { engine, context } = await shop(CHAIN.slice(0, 2));
  const consent = (customer_id: string, purpose: string, granted: boolean, decided_at: string) => ({
    customer_id,
    purpose,
    channel: "email",
    granted,
    decided_at,
  });
  await addRows(
    engine,
    {
      customers: [{ customer_id: "A" }, { customer_id: "B" }],
      consents: [
        consent("B", "newsletter", true, "2026-01-01 00:00:00"),
        consent("A", "survey", true, "2026-01-01 00:00:00"),
        consent("A", "offers", true, "2026-01-01 00:00:00"),
        consent("B", "offers", false, "2026-02-01 00:00:00"),
        consent("B", "survey", false, "2025-12-01 00:00:00"),
      ],
    },
    2,
  );
  await resolveIdentities(engine);
  const view = await readCustomer360({ engine, settings: context.settings } as Workspace, "B");
  expect(view.person.customerId).toBe("A");
  expect(view.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual([
    ["offers", 0],
    ["survey", 1],
  ]);
  await engine.close();
});

test("refuses numbers nobody has and a merge with itself", async () => {
  const { engine } = await shop(CHAIN);
  const merge = (customerId: string, otherId: string) =>
    decide(engine, { action: "merge", customerId, otherId, ...person });
  await expect(merge("A", "nobody")).rejects.toMatchObject({ code: "CUSTOMER_UNKNOWN" });
  await expect(merge("A", "A")).rejects.toMatchObject({ code: "MERGE_WITH_ITSELF" });
  await engine.close();
});
