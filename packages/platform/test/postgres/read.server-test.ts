import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { importPostgres, samplePostgres } from "../../src/sources/postgres/import-postgres.ts";
import { previewFile } from "../../src/sources/preview-file.ts";
import { scratchWorkspace } from "../scratch-workspace.ts";
import { postgresServer } from "./server.ts";

const server = postgresServer();
const scratch = scratchWorkspace();
const read = (options: Partial<Parameters<typeof importPostgres>[1]>) =>
  importPostgres(scratch.workspace, { url: server.url(), ...options });
const ledger = (sql: string) => scratch.workspace.engine.rows(sql);

beforeAll(async () => {
  await server.run(`
    CREATE TABLE purchases (
      id bigint PRIMARY KEY, customer uuid, ordered_at timestamptz, net_amount numeric(12, 2),
      category text, channel varchar(20), paid boolean, extra jsonb, day date, local timestamp,
      ratio double precision, tags text[], photo bytea
    );
    INSERT INTO purchases VALUES
      (9007199254740993, '00000000-0000-0000-0000-0000000000a1', '2026-01-31 23:30:00+00', 19.90,
       E'Schuhe, "Größe 42"\\nrot', 'web', true, '{"a": [1, "x,y"]}', '2026-01-31',
       '2026-01-31 08:00:00.123456', 0.1, '{a,b}', '\\xdead'),
      (9007199254740994, '00000000-0000-0000-0000-0000000000a1', '2026-07-01 00:00:00.5+00', -5,
       '', NULL, false, NULL, NULL, NULL, 1e20, NULL, NULL),
      (9007199254740995, NULL, '2026-07-02 10:00:00+02', 1234567.89,
       '日本 😀 '';--', '', NULL, 'null', 'infinity', NULL, 'NaN', '{}', ''),
      (3, '00000000-0000-0000-0000-0000000000a2', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, NULL, NULL);
    CREATE SCHEMA "Lager Süd";
    CREATE TABLE "Lager Süd"."Order Items" ("KdNr" text, "Datum" date, "Betrag" numeric);
    INSERT INTO "Lager Süd"."Order Items" VALUES ('0017', '2026-03-04', 1.234), ('17', '2026-12-01', 2);
    CREATE VIEW recent AS SELECT customer, ordered_at, net_amount, id FROM purchases WHERE id > 10;
    CREATE TABLE nothing_in_it (customer text, ordered_at date, amount numeric)`);
});

test("reads every type of a table as it stands there", async () => {
  const mapping = { order: "id", time: "ordered_at", amount: "net_amount" };
  const report = await read({ from: "purchases", mapping });
  expect(report).toMatchObject({
    source: "shop.public.purchases",
    file: `postgresql://shop_owner@127.0.0.1:${server.port}/shop public.purchases`,
    rows: { read: 4, added: 3, known: 0, superseded: 0, rejected: 1 },
    rejects: [{ reason: "TIME_MISSING", count: 1 }],
    watermark: null,
  });
  const rows = await ledger(
    `SELECT order_id, customer_id, CAST(ordered_at AS VARCHAR) AS at, CAST(amount AS VARCHAR) AS amount,
       category, channel FROM orders ORDER BY order_id`,
  );
  // Business time is that of Berlin: +1 in January, +2 in July.
  expect(rows.map((row) => Object.values(row))).toEqual([
    [
      "9007199254740993",
      "00000000-0000-0000-0000-0000000000a1",
      "2026-02-01 00:30:00",
      "19.9000",
      'Schuhe, "Größe 42"\nrot',
      "web",
    ],
    [
      "9007199254740994",
      "00000000-0000-0000-0000-0000000000a1",
      "2026-07-01 02:00:00.5",
      "-5.0000",
      null,
      null,
    ],
    ["9007199254740995", null, "2026-07-02 10:00:00", "1234567.8900", "日本 😀 ';--", null],
  ]);
});

test.each([
  ["local", "2026-01-31 08:00:00.123456"],
  ["day", "2026-01-31 00:00:00"],
])("takes a time without a zone (%s) for business time", async (column, expected) => {
  const query = `SELECT customer, ${column} AS at, net_amount FROM purchases WHERE ${column} IS NOT NULL AND id < 9007199254740995`;
  await read({ query, mapping: { customer: "customer", time: "at" } });
  expect(await ledger("SELECT CAST(ordered_at AS VARCHAR) AS at FROM orders")).toEqual([
    { at: expected },
  ]);
});

test("reads floats exactly, and refuses what is no number", async () => {
  const query = "SELECT id AS order_id, customer, ordered_at, ratio FROM purchases WHERE id > 10";
  const report = await read({ query, mapping: { amount: "ratio" } });
  // 1e20 does not fit DECIMAL(18, 4).
  expect(report.rows).toMatchObject({ read: 3, added: 1, rejected: 2 });
  expect(await scratch.amounts()).toEqual([0.1]);
});

test.each(['"Lager Süd"."Order Items"', 'SELECT * FROM "Lager Süd"."Order Items" -- all of it\n;'])(
  "reads names with capitals and blanks: %s",
  async (text) => {
    const isQuery = text.startsWith("SELECT");
    const report = await read(isQuery ? { query: text } : { from: text });
    expect(report.rows.added).toBe(2);
    // Leading zeros stay, and 1.234 is no thousand: numeric has a point.
    expect(await scratch.amounts()).toEqual([1.234, 2]);
    const [first] = await ledger("SELECT customer_id FROM orders WHERE amount < 2");
    expect(first?.customer_id).toBe("0017");
  },
);

test("reads views, queries that begin with WITH, and comments", async () => {
  expect((await read({ from: "public.recent" })).rows.added).toBe(3);
  const query = `/* mine */ -- and this
    WITH big AS (SELECT * FROM recent) SELECT customer, ordered_at, net_amount, id AS order_id FROM big;`;
  expect((await read({ query, source: "other" })).rows.added).toBe(3);
});

test("leaves nothing in the exchange directory, and no password anywhere", async () => {
  await read({ from: "recent" });
  expect(readdirSync(scratch.workspace.exchangeDirectory)).toEqual([]);
  const [record] = await ledger("SELECT * FROM imports JOIN extracts USING (import_id)");
  expect(JSON.stringify(record)).not.toContain("owner-3f9c");
  expect(record?.origin).toBe(`127.0.0.1:${server.port}/shop public.recent`);
});

test("refuses a table without rows", async () => {
  await expect(read({ from: "nothing_in_it" })).rejects.toMatchObject({
    code: "NO_ROWS",
    details: { columns: ["customer", "ordered_at", "amount"] },
  });
});

test("says whose rows they are if the source was another table or query before", async () => {
  await read({ query: "SELECT customer, ordered_at, net_amount, id AS order_id FROM recent" });
  const other = { query: "SELECT customer, ordered_at, net_amount, id AS order_id FROM purchases" };
  await expect(read(other)).rejects.toMatchObject({
    code: "POSTGRES_SOURCE_TAKEN",
    details: { source: "shop", importId: 1 },
  });
  const same = await read({ ...other, source: "shop" });
  expect(same.rows).toMatchObject({ read: 4, added: 0, known: 3, rejected: 1 });
  const apart = await read({ ...other, source: "second shop" });
  expect(apart.rows.added).toBe(3);
});

test("reads a changed mapping only in the place of what was read before", async () => {
  await read({ from: "recent", mapping: { order: "id" } });
  const otherwise = { from: "recent", mapping: { order: "id", amount: null } };
  await expect(read(otherwise)).rejects.toMatchObject({
    code: "ALREADY_IMPORTED_DIFFERENTLY",
    details: { importId: 1, flag: "--replace" },
  });
  expect((await read({ ...otherwise, replace: true })).replaced).toEqual([1]);
  expect(await ledger("SELECT CAST(count(amount) AS DOUBLE) AS n FROM orders")).toEqual([{ n: 0 }]);
});

describe("a preview", () => {
  test("shows rows and imports nothing", async () => {
    const options = { url: server.url(), from: "recent" };
    const preview = await samplePostgres(scratch.workspace, options, (file, how) =>
      previewFile(scratch.workspace, file, how),
    );
    expect(preview.columns).toEqual(["customer", "ordered_at", "net_amount", "id"]);
    expect(preview.rowsRead).toBe(3);
    expect(preview.problems).toEqual([]);
    expect(await ledger("SELECT * FROM imports")).toEqual([]);
  });
});
