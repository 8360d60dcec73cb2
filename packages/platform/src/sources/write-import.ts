/** Reads a prepared file into the ledger; runs inside one transaction. */
import type { Engine, StatementOptions, Statements } from "../engines/engine.ts";
import { faultsSql } from "./csv-sql.ts";
import type { Extract } from "./extract.ts";
import { type Counts, recordImport, rejectSummary } from "./import-record.ts";
import { acceptedSql, constantColumns, refusedSql } from "./ledger-select.ts";
import { isUnique, type Merged, mergeByContent, mergeByKey, STAGED } from "./merge-rows.ts";
import { addSide } from "./merge-side.ts";
import { columnsOf, type Prepared } from "./prepare-import.ts";
import { LINES_APART } from "./preset-rows.ts";
import type { Reading } from "./reading.ts";
import { SourceError } from "./source-error.ts";
import { literal } from "./sql-text.ts";
import { takeBack } from "./take-back.ts";

export type WriteInput = {
  readonly prepared: Prepared;
  readonly reading: Reading;
  /** Earlier imports that this one replaces. */
  readonly takeBack: readonly number[];
  readonly extract?: Extract | undefined;
  readonly options: StatementOptions;
};

/**
 * @returns the number of the import
 * @throws SourceError ROWS_LOST, NO_ROW_ACCEPTED; nothing is written then
 */
export function writeImport(engine: Engine, input: WriteInput): Promise<number> {
  return engine.transaction(async (inside) => {
    const { prepared, reading } = input;
    const importId = await nextImport(inside);
    for (const earlier of input.takeBack) await takeBack(inside, earlier, importId);
    const accepted = await addRows(inside, importId, input);
    const taken = accepted.added + accepted.known + accepted.superseded;
    const rejected = await reject(inside, importId, input, reading.records - taken);
    const read = reading.records + (reading.faults?.count ?? 0);
    if (taken === 0) throw await noRowAccepted(inside, importId, prepared, read);
    const counts: Counts = { ...accepted, read, rejected };
    await recordImport(inside, importId, prepared, counts);
    await input.extract?.conclude(inside, { importId, counts, prepared });
    return importId;
  });
}

async function nextImport(inside: Statements): Promise<number> {
  const [row] = await inside.rows(
    "SELECT CAST(coalesce(max(import_id), 0) + 1 AS DOUBLE) AS next FROM imports",
  );
  return Number(row?.next);
}

/** Nothing of the source is there yet: nothing need be compared. A sure key must still be unique. */
async function addRows(inside: Statements, importId: number, input: WriteInput): Promise<Merged> {
  const { prepared, reading, options } = input;
  const { target, plan, source } = prepared;
  const select = acceptedSql({ target, plan, relation: reading.relation(columnsOf(plan)) });
  const sides = target.sides?.(plan) ?? [];
  const [earlier] = await inside.rows(
    `SELECT import_id FROM imports WHERE source = $source AND target = $target
       AND undone_at IS NULL LIMIT 1`,
    { source, target: target.table },
  );
  if (!earlier && !target.keyOf(plan)?.sure && sides.length === 0) {
    const columns = ["line", ...Object.keys(target.columns)].join(", ");
    const insert = `INSERT INTO ${target.table}
      SELECT CAST(${importId} AS INTEGER), ${columns} FROM (${select}) AS accepted`;
    const added = await frugally(inside, () => inside.run(insert, {}, options));
    return { added, known: 0, superseded: 0 };
  }
  const stage = `CREATE TEMP TABLE ${STAGED} AS ${select}`;
  await frugally(inside, () => inside.run(stage, {}, options));
  const merged = target.sidesOnly ? NOTHING : await merge(inside, importId, prepared);
  const isFirst = earlier === undefined;
  for (const side of sides) {
    await addSide(inside, side, { importId, source, origin: target, isFirst });
  }
  const all = target.sidesOnly ? await stated(inside, importId, target.table) : merged;
  await inside.run(`DROP TABLE ${STAGED}`);
  return all;
}

const NOTHING: Merged = { added: 0, known: 0, superseded: 0 };

/** A row is new if something it states is. */
async function stated(inside: Statements, importId: number, table: string): Promise<Merged> {
  const [row] = await inside.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS staged, (SELECT CAST(count(DISTINCT line) AS DOUBLE)
       FROM ${table} WHERE import_id = $import_id) AS added FROM ${STAGED}`,
    { import_id: importId },
  );
  const added = Number(row?.added);
  return { added, known: Number(row?.staged) - added, superseded: 0 };
}

/** Rows that have a key by their key, the others by their content. */
async function merge(
  inside: Statements,
  importId: number,
  { target, plan, source }: Prepared,
): Promise<Merged> {
  const key = target.keyOf(plan);
  const all = {
    table: target.table,
    columns: Object.keys(target.columns),
    importId,
    source,
    where: "TRUE",
    constants: constantColumns(target, plan),
  };
  if (!key) return mergeByContent(inside, all);
  const complete = key.columns.map((name) => `${name} IS NOT NULL`).join(" AND ");
  const keyed = { ...all, where: complete };
  const byKey = key.sure || (await isUnique(inside, keyed, key.columns));
  if (!byKey) return mergeByContent(inside, all);
  const first = await mergeByKey(inside, keyed, key.columns);
  const second = await mergeByContent(inside, { ...all, where: `NOT (${complete})` });
  return {
    added: first.added + second.added,
    known: first.known + second.known,
    superseded: first.superseded + second.superseded,
  };
}

/**
 * Reading in the order of lines is the work of one thread: DuckDB's others would wait in a busy
 * loop. One row group at a time is enough in memory.
 */
const FRUGAL: Readonly<Record<string, string>> = {
  threads: "1",
  write_buffer_row_group_count: "1",
};

/** DuckDB has these settings per database, so they are put back at once. */
async function frugally<T>(inside: Statements, work: () => Promise<T>): Promise<T> {
  const before: [name: string, value: string][] = [];
  for (const name of Object.keys(FRUGAL)) {
    const [row] = await inside.rows(`SELECT CAST(current_setting('${name}') AS VARCHAR) AS value`);
    before.push([name, literal(String(row?.value))]);
  }
  for (const [name, value] of Object.entries(FRUGAL)) await inside.run(`SET ${name} = ${value}`);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) await inside.run(`SET ${name} = ${value}`);
  }
}

/** The second pass over the file, only if rows were refused: they are kept with their text. */
async function reject(
  inside: Statements,
  importId: number,
  { prepared, reading, options }: WriteInput,
  expected: number,
): Promise<number> {
  const { target, plan, name } = prepared;
  const line = `line % CAST(${LINES_APART} AS BIGINT)`;
  const start = `INSERT INTO rejects SELECT CAST(${importId} AS INTEGER), ${literal(name)}, ${line}`;
  let refused = 0;
  if (expected !== 0) {
    const relation = reading.relation(columnsOf(plan), true);
    const select = refusedSql({ target, plan, relation }, ["row_text"]);
    const insert = `${start}, column_name, value, reason, row_text FROM (${select}) AS refused`;
    refused = await inside.run(insert, {}, options);
  }
  if (refused !== expected) {
    const found = reading.records - expected + refused;
    const details = { file: name, expected: reading.records, found };
    throw new SourceError("ROWS_LOST", `${name}: ${found} of ${reading.records} rows`, details);
  }
  if (!reading.faults) return refused;
  const faults = await inside.run(
    `${start}, NULL, NULL, reason, row_text FROM (${faultsSql(reading.faults.path)}) AS faults`,
  );
  return refused + faults;
}

async function noRowAccepted(
  inside: Statements,
  importId: number,
  { name }: Prepared,
  rows: number,
): Promise<SourceError> {
  const rejects = await rejectSummary(inside, importId);
  const details = { file: name, rows, rejects };
  return rows === 0
    ? new SourceError("NO_ROWS", `${name} holds no rows`, details)
    : new SourceError("NO_ROW_ACCEPTED", `${name}: none of ${rows} rows can be imported`, details);
}
