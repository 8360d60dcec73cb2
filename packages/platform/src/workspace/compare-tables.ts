import { type Engine, identifier, type Row } from "../engines/engine.ts";
import { WorkspaceError } from "./workspace-error.ts";

export type TypedColumn = readonly [name: string, type: string];

/** Sums of floating point numbers depend on the order of adding, in their last digits. */
const TOLERANCE = 1e-9;

/**
 * Compares two tables of different engines by their figures: rows, and of each column the values
 * that are there, their sum (of numbers), first and last (of days and times) or length (of texts).
 *
 * @returns the number of rows
 * @throws WorkspaceError MIGRATION_DIFFERS with table, column and both figures
 */
export async function compareTables(
  source: { readonly engine: Engine; readonly table: string },
  target: { readonly engine: Engine; readonly table: string },
  columns: readonly TypedColumn[],
): Promise<number> {
  const figures = columns.flatMap(([name, type], at) => figuresOf(identifier(name), type, at));
  const select = ["CAST(count(*) AS DOUBLE) AS row_count", ...figures].join(", ");
  const ask = ({ engine, table }: typeof source): Promise<readonly Row[]> =>
    engine.rows(`SELECT ${select} FROM ${identifier(table)}`);
  const [expected = {}] = await ask(source);
  const [found = {}] = await ask(target);
  for (const [figure, value] of Object.entries(expected)) {
    if (isEqual(found[figure], value)) continue;
    const at = Number(figure.slice(1));
    const column = columns[at]?.[0] ?? "*";
    const details = { table: source.table, column, expected: value, found: found[figure] };
    const message = `${source.table}.${column}: ${value} in the source, ${found[figure]} moved`;
    throw new WorkspaceError("MIGRATION_DIFFERS", message, details);
  }
  return Number(expected.row_count);
}

function figuresOf(name: string, type: string, at: number): string[] {
  const there = `CAST(count(${name}) AS DOUBLE) AS n${at}`;
  if (/^(DATE|TIMESTAMP)/.test(type)) {
    return [there, `min(${name}) AS f${at}`, `max(${name}) AS l${at}`];
  }
  if (type === "VARCHAR") return [there, `CAST(sum(length(${name})) AS DOUBLE) AS s${at}`];
  if (type === "BOOLEAN")
    return [there, `CAST(sum(CASE WHEN ${name} THEN 1 END) AS DOUBLE) AS s${at}`];
  return [there, `CAST(sum(${name}) AS DOUBLE) AS s${at}`];
}

function isEqual(found: unknown, expected: unknown): boolean {
  if (typeof found !== "number" || typeof expected !== "number") return found === expected;
  return Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}
