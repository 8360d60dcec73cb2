import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDuckDb } from "../engines/duckdb.ts";
import type { Engine } from "../engines/engine.ts";
import { createLedger } from "./ledger.ts";
import { type HandOver, migrateLedger } from "./migrate-ledger.ts";

let exchangeDirectory: string;
let source: Engine;
let target: Engine;
beforeEach(async () => {
  exchangeDirectory = mkdtempSync(join(tmpdir(), "kundenwert-migrate-"));
  source = await openDuckDb({ exchangeDirectory });
  target = await openDuckDb({ exchangeDirectory });
  await createLedger(source);
  await source.run(`INSERT INTO orders (import_id, line, customer_id, ordered_at, amount, currency)
    VALUES (1, 2, 'K-1', TIMESTAMP '2026-01-31 23:59:59.5', 12.3456, 'EUR'),
      (1, 9007199254740991, NULL, NULL, -0.0001, NULL)`);
  await source.run(`INSERT INTO customers (import_id, customer_id, registered_on, is_business)
    VALUES (1, 'Größe''s', DATE '1969-12-31', TRUE), (1, '{"a": 1}', NULL, NULL)`);
  await source.run(
    "INSERT INTO customers_superseded (superseded_by, customer_id) VALUES (3, 'K-0')",
  );
});
afterEach(async () => {
  await source.close();
  await target.close();
  rmSync(exchangeDirectory, { recursive: true });
});

/** DuckDB takes files; row by row, as a cluster takes them, is tested on a cluster. */
const handOver: HandOver = async ({ from, into, columns }) => {
  const file = `'${join(exchangeDirectory, from)}.parquet'`;
  await source.run(`COPY (SELECT ${columns.join(", ")} FROM ${from}) TO ${file}`);
  await target.run(`INSERT INTO ${into} SELECT ${columns.join(", ")} FROM read_parquet(${file})`);
};

const all = (engine: Engine, table: string) =>
  engine.rows(`SELECT * FROM ${table} ORDER BY customer_id`);

test("brings every value of every table across, odd ones as well", async () => {
  const moved = await migrateLedger(source, target, { handOver });
  expect(moved).toMatchObject({ orders: 2, customers: 2, customers_superseded: 1, rejects: 0 });
  for (const table of ["orders", "customers", "customers_superseded"]) {
    expect(await all(target, table), table).toEqual(await all(source, table));
  }
});

test("can be repeated: the rows before give way to those of now", async () => {
  await migrateLedger(source, target, { handOver });
  await source.run("DELETE FROM orders WHERE customer_id IS NULL");
  expect(await migrateLedger(source, target, { handOver })).toMatchObject({ orders: 1 });
  expect(await all(target, "orders")).toEqual(await all(source, "orders"));
});

test.each([
  ["loses a row", "DELETE FROM orders__next WHERE line = 2", "*", 2, 1],
  [
    "loses a digit",
    "UPDATE orders__next SET amount = 12.3457 WHERE line = 2",
    "amount",
    12.3455,
    12.3456,
  ],
  ["loses a time", "UPDATE orders__next SET ordered_at = NULL", "ordered_at", 1, 0],
  [
    "shifts a time",
    "UPDATE orders__next SET ordered_at = ordered_at - INTERVAL '1' HOUR",
    "ordered_at",
    "2026-01-31 23:59:59.5",
    "2026-01-31 22:59:59.5",
  ],
  [
    "changes a text",
    "UPDATE orders__next SET customer_id = 'K-12' WHERE line = 2",
    "customer_id",
    3,
    4,
  ],
])("changes nothing where the way %s, and says what differs", async (_, harm, column, was, is) => {
  await migrateLedger(source, target, { handOver });
  const before = await all(target, "orders");
  await source.run("DELETE FROM customers");
  const harmful: HandOver = async (tables, options) => {
    await handOver(tables, options);
    if (tables.from === "orders") await target.run(harm);
  };
  await expect(migrateLedger(source, target, { handOver: harmful })).rejects.toMatchObject({
    code: "MIGRATION_DIFFERS",
    details: { table: "orders", column, expected: was, found: is },
  });
  expect(await all(target, "orders")).toEqual(before);
  expect(await all(target, "customers")).toHaveLength(2);
});

test("stops when asked, before anything has taken its place", async () => {
  const controller = new AbortController();
  const stopped = migrateLedger(source, target, {
    handOver,
    signal: controller.signal,
    onTable: () => controller.abort(),
  });
  await expect(stopped).rejects.toMatchObject({ code: "ENGINE_CANCELLED" });
  expect(await all(target, "orders")).toEqual([]);
});
