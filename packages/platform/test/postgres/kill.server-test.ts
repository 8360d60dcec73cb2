import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { kundenwert, type Started, start } from "../command-line.ts";
import { postgresServer } from "./server.ts";

const server = postgresServer();
const ROWS = 1_000_000;
const MORE = 400_000;
const MEGABYTE = 1 << 20;
const directory = mkdtempSync(join(tmpdir(), "postgres-kill-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Amounts are no multiples of anything, so that a lost or doubled row shows in the sum. */
const rowsFrom = (first: number, last: number) => `
  INSERT INTO sales SELECT id, 'K' || (id::bigint * 7919) % 60013,
    timestamptz '2023-01-01 00:00+00' + id * interval '71 seconds',
    (id::bigint * 104729 % 99991)::numeric / 100, 'P' || id % 997,
    timestamptz '2026-01-01 00:00+00' + id / 100 * interval '1 second'
  FROM generate_series(${first}, ${last}) AS id`;

beforeAll(async () => {
  await server.run(`CREATE TABLE sales (order_id bigint PRIMARY KEY, customer text,
    ordered_at timestamptz, amount numeric(12, 2), product text, changed_at timestamptz);
    CREATE INDEX ON sales (changed_at)`);
  await server.run(rowsFrom(1, ROWS));
});

const read = (path: string) =>
  [
    ...["-w", path, "import", "--postgres", server.url()],
    ...["--from", "public.sales", "--watermark", "changed_at"],
  ] as const;

/** Sums by month of business time, where a single row cannot hide. */
const SUMS = `count(*) AS rows, count(DISTINCT order_id) AS orders,
  count(DISTINCT CUSTOMER) AS customers, sum(amount) AS amount`;

async function inSource(): Promise<string[]> {
  const { rows } = await server.run(
    `SELECT to_char(date_trunc('month', ordered_at AT TIME ZONE 'Europe/Berlin'), 'YYYY-MM') AS month,
       ${SUMS.replace("CUSTOMER", "customer")} FROM sales GROUP BY 1 ORDER BY 1`,
  );
  return rows.map((row) => Object.values(row).join(" "));
}

async function inLedger(path: string): Promise<string[]> {
  const workspace = await openWorkspace(path);
  const rows = await workspace.engine.rows(
    `SELECT strftime(ordered_at, '%Y-%m') AS month, ${SUMS.replace("CUSTOMER", "customer_id")
      .replace("sum(amount)", "CAST(CAST(sum(amount) AS DECIMAL(18, 2)) AS VARCHAR)")
      .replaceAll(/count\(([^)]*)\)/g, "CAST(count($1) AS VARCHAR)")}
     FROM orders GROUP BY 1 ORDER BY 1`,
  );
  await workspace.close();
  return rows.map((row) => Object.values(row).join(" "));
}

async function countOf(path: string, table: string): Promise<number> {
  const workspace = await openWorkspace(path);
  const [row] = await workspace.engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${table}`);
  await workspace.close();
  return Number(row?.n);
}

/** Bytes and files that lie in the exchange directory. */
function exchanged(path: string): { bytes: number; files: number } {
  try {
    const names = readdirSync(join(path, "exchange"));
    const sizes = names.map((name) => statSync(join(path, "exchange", name)).size);
    return { bytes: Math.max(0, ...sizes), files: names.length };
  } catch {
    // Not there yet, or a file went between two looks.
    return { bytes: 0, files: 0 };
  }
}

type Moment = (path: string) => Promise<void>;
const copied =
  (megabytes: number): Moment =>
  async (path) => {
    while (exchanged(path).bytes < megabytes * MEGABYTE) await wait(2);
  };
/** The database gets a second name of the file when it begins to read it. */
const reading =
  (milliseconds: number): Moment =>
  async (path) => {
    while (exchanged(path).files < 2) await wait(2);
    await wait(milliseconds);
  };

async function killAt(path: string, moment: Moment): Promise<void> {
  // What an earlier kill has left would be taken for what comes now.
  rmSync(join(path, "exchange"), { recursive: true, force: true });
  const started: Started = start(...read(path));
  await Promise.race([moment(path), started.ended]);
  started.child.kill("SIGKILL");
  const { signal, stderr } = await started.ended;
  expect(signal, stderr).toBe("SIGKILL");
}

async function resume(path: string): Promise<string> {
  const { code, stderr } = await kundenwert(...read(path));
  expect(code, stderr).toBe(0);
  return stderr;
}

test.each<[string, Moment]>([
  ["while the first rows arrive", copied(1)],
  ["while the last rows arrive", copied(55)],
  ["when the database has begun to read them", reading(0)],
  ["while the database writes them", reading(300)],
])("a million rows, killed %s: all of them after the next import, once", async (_, moment) => {
  const path = join(directory, `first-${Math.random()}`);
  await killAt(path, moment);
  expect(await countOf(path, "orders")).toBe(0);
  expect(await countOf(path, "extracts")).toBe(0);
  expect(await resume(path)).toMatch(/1,000,000 rows read, 1,000,000 added/);
  expect(await inLedger(path)).toEqual(await inSource());
  expect(readdirSync(join(path, "exchange"))).toEqual([]);
  rmSync(path, { recursive: true });
});

test("rows that came since, killed thrice on the way: each once, and changed ones replaced", async () => {
  const path = join(directory, "increment");
  await resume(path);
  await server.run(rowsFrom(ROWS + 1, ROWS + MORE));
  await server.run(`UPDATE sales SET amount = amount + 0.01, changed_at = '2026-02-01 00:00+00'
    WHERE order_id % 1000 = 7 AND order_id <= ${ROWS}`);
  for (const moment of [copied(1), copied(20), reading(400)]) {
    await killAt(path, moment);
    expect(await countOf(path, "orders")).toBe(ROWS);
  }
  const said = await resume(path);
  expect(said).toMatch(/400,000 added/);
  // Those with 7 at the end of a thousand below a million.
  expect(said).toMatch(/1,000 replaced/);
  // Not everything is read again: what lies more than an hour below the watermark is left alone.
  const [, rows = ""] = /([\d,]+) rows read/.exec(said) ?? [];
  expect(Number(rows.replaceAll(",", ""))).toBeLessThan(ROWS);
  expect(await inLedger(path)).toEqual(await inSource());
  expect(await resume(path)).toMatch(/imported before/);
  expect(await countOf(path, "imports")).toBe(2);
  expect(await countOf(path, "orders_superseded")).toBe(1000);
});
