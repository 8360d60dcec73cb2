/** Whether two engines hold the same rows in a table, whatever order they keep them in. */
import { type Cell, type Engine, identifier, type Row } from "../../src/engines/engine.ts";
import { compareTables, type TypedColumn } from "../../src/workspace/compare-tables.ts";
import { differences } from "../differences.ts";

/** How many differences are enough to know by. */
const ENOUGH = 5;

/** Differences beyond the last digits, where adding in another order may change them. */
export async function differentRows(
  expected: Engine,
  actual: Engine,
  table: string,
  where = "1 = 1",
): Promise<readonly string[]> {
  const rows = (engine: Engine) => rowsOf(engine, `${identifier(table)} WHERE ${where}`);
  const [one, other] = await Promise.all([rows(expected), rows(actual)]);
  if (one.length !== other.length) {
    return [`${table}: ${other.length} rows instead of ${one.length}`];
  }
  const found = one.flatMap((row, i) => differences(other[i], row, 1e-9, `${table}/${i}`));
  return found.slice(0, ENOUGH);
}

/**
 * The same of a table too long to be read: each column's count, sum or length, first and last, and
 * the rows of one customer in a thousand.
 */
export async function differentFigures(
  expected: Engine,
  actual: Engine,
  table: string,
): Promise<readonly string[]> {
  const columns = await columnsOf(expected, table);
  try {
    await compareTables({ engine: expected, table }, { engine: actual, table }, columns);
  } catch (error) {
    return [String(error)];
  }
  if (!columns.some(([name]) => name === "customer_id")) return [];
  return differentRows(expected, actual, table, "customer_id LIKE '%777'");
}

async function columnsOf(engine: Engine, table: string): Promise<TypedColumn[]> {
  const rows = await engine.rows(
    `SELECT column_name, data_type FROM information_schema.columns
     WHERE table_schema = current_schema AND table_name = $table`,
    { table },
  );
  return rows.map(({ column_name, data_type }) => [String(column_name), String(data_type)]);
}

async function rowsOf(engine: Engine, from: string): Promise<Row[]> {
  const rows = inOne(await engine.rows(`SELECT * FROM ${from}`));
  const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(toPlain)));
  const keyed = plain.map((row) => ({ row, key: keyOf(row) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row as Row);
}

/** A result that is kept as JSON in several parts as the one text it is (`writeBody`). */
function inOne(rows: readonly Row[]): readonly Row[] {
  if (rows[0]?.part === undefined) return rows;
  const parts = rows.toSorted((a, b) => Number(a.part) - Number(b.part));
  return [{ body: parts.map(({ body }) => String(body)).join("") }];
}

/** A result that is kept as JSON is compared figure by figure. */
function toPlain([name, cell]: [string, Cell]): [string, unknown] {
  const isJson = typeof cell === "string" && /^[[{]/.test(cell);
  return [name, isJson ? JSON.parse(cell, withoutIterations) : cell];
}

/** How many steps an optimiser took hangs on the last digits of what it was given. */
function withoutIterations(name: string, value: unknown): unknown {
  return name === "iterations" ? undefined : value;
}

/** Texts first, for they are what tells rows apart; numbers without the digits that may differ. */
function keyOf(row: Readonly<Record<string, unknown>>): string {
  const cells = Object.keys(row)
    .toSorted()
    .map((name) => row[name]);
  const isNumber = (cell: unknown) => typeof cell === "number";
  const numbers = cells.filter(isNumber).map((cell) => Number(cell).toPrecision(7));
  return JSON.stringify([cells.filter((cell) => !isNumber(cell)), numbers]);
}
