/** Whether two engines hold the same rows in a table, whatever order they keep them in. */
import type { Cell, Engine, Row } from "../../src/engines/engine.ts";
import { differences } from "../differences.ts";

/** How many differences are enough to know by. */
const ENOUGH = 5;

/** Differences beyond the last digits, where adding in another order may change them. */
export async function differentRows(
  expected: Engine,
  actual: Engine,
  table: string,
): Promise<readonly string[]> {
  const [one, other] = await Promise.all([rowsOf(expected, table), rowsOf(actual, table)]);
  if (one.length !== other.length) {
    return [`${table}: ${other.length} rows instead of ${one.length}`];
  }
  const found = one.flatMap((row, i) => differences(other[i], row, 1e-9, `${table}/${i}`));
  return found.slice(0, ENOUGH);
}

async function rowsOf(engine: Engine, table: string): Promise<Row[]> {
  const rows = await engine.rows(`SELECT * FROM ${table}`);
  const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(toPlain)));
  const keyed = plain.map((row) => ({ row, key: keyOf(row) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row as Row);
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
