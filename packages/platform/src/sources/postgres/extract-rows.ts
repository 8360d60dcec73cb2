/** Copies rows out of PostgreSQL into a CSV file, seen at one moment and read only. */
import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { to } from "pg-copy-streams";
import type { Connection } from "./connect.ts";
import { statementError } from "./postgres-error.ts";

const LOCK_MS = 10_000;
const SECONDS = 3600;
const LINE_FEED = 10;

export type SnapshotOptions = {
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Work in one transaction that sees one state of the database and may write nothing. Times come
 * in ISO form, in UTC where they have a zone.
 *
 * @throws PostgresError; SourceError IMPORT_CANCELLED
 */
export async function inSnapshot<T>(
  connection: Connection,
  { timeout = SECONDS, signal }: SnapshotOptions,
  work: () => Promise<T>,
): Promise<T> {
  const { client, label } = connection;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(`SET LOCAL statement_timeout = ${Math.ceil(timeout * 1000)};
      SET LOCAL lock_timeout = ${LOCK_MS};
      SET LOCAL DateStyle = ISO; SET LOCAL IntervalStyle = iso_8601; SET LOCAL TimeZone = 'UTC';
      SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = hex`);
    const result = await work();
    // Nothing is to stay, whatever functions a query has called.
    await client.query("ROLLBACK");
    return result;
  } catch (error) {
    throw statementError(error, label, signal);
  }
}

/**
 * @param select only what `columnsOf` has had the server prepare: COPY itself would take several
 * @returns how many rows the server says it sent
 */
export async function copyRows(
  { client }: Connection,
  select: string,
  file: string,
  onProgress: ((share: number) => void) | undefined,
): Promise<number> {
  const expected = onProgress ? await estimate(client, select) : 0;
  const rows = client.query(to(`COPY (${select}) TO STDOUT WITH (FORMAT csv, HEADER true)`));
  const target = createWriteStream(file, { mode: 0o600 });
  if (onProgress) await pipeline(rows, counter(expected, onProgress), target);
  else await pipeline(rows, target);
  // Only when the server has answered something else is its count of the rows in.
  await client.query("SELECT 1");
  return rows.rowCount;
}

async function estimate(client: Connection["client"], select: string): Promise<number> {
  type Plan = { "QUERY PLAN": readonly { Plan: { "Plan Rows": number } }[] };
  const { rows } = await client.query<Plan>(`EXPLAIN (FORMAT JSON) ${select}`);
  return rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}

/** Passes everything on and counts lines on the way. */
function counter(expected: number, onProgress: (share: number) => void): Transform {
  let lines = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) {
        lines++;
      }
      onProgress(lines / Math.max(expected, lines + 1));
      done(null, chunk);
    },
  });
}
