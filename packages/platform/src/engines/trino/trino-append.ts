import type { Column, Columns } from "../engine.ts";
import type { TrinoColumn } from "./trino-query.ts";

/** Trino takes a million characters a statement unless told otherwise; quotes may double some. */
const MOST_CHARACTERS = 400_000;
const MS_PER_DAY = 86_400_000;

/**
 * Statements that insert `columns` into `table`: the rows as one text of JSON each, which Trino
 * reads many times faster than as many literals.
 *
 * @param shape the table's columns with their types
 */
export function* insertsOf(
  table: string,
  shape: readonly TrinoColumn[],
  columns: Columns,
): Generator<string> {
  const sources = shape.map(({ name }) => {
    const column = columns[name];
    if (!column) throw new TypeError(`append to ${table} lacks the column ${name}`);
    return column;
  });
  const length = sources[0]?.length ?? 0;
  let rows: string[] = [];
  let characters = 0;
  for (let i = 0; i < length; i++) {
    const row = JSON.stringify(sources.map((column, c) => toJson(column, i, shape[c]?.type ?? "")));
    rows.push(row);
    characters += row.length;
    if (characters < MOST_CHARACTERS && i < length - 1) continue;
    yield insertOf(table, shape, rows);
    rows = [];
    characters = 0;
  }
}

function toJson(column: Column, index: number, type: string): string | number | null {
  const value = column[index] ?? null;
  if (typeof value !== "number") return value;
  if (Number.isNaN(value)) return null;
  if (type !== "date") return Number.isFinite(value) ? value : String(value);
  return new Date(value * MS_PER_DAY).toISOString().slice(0, 10);
}

function insertOf(table: string, shape: readonly TrinoColumn[], rows: readonly string[]): string {
  const json = `[${rows.join()}]`.replaceAll("'", "''");
  const fields = shape.map(({ type }, i) => `c${i} ${jsonType(type)}`).join(", ");
  const values = shape.map(({ type }, i) => `CAST(c${i} AS ${type})`).join(", ");
  return `INSERT INTO ${table} SELECT ${values}
    FROM UNNEST(CAST(json_parse('${json}') AS ARRAY(ROW(${fields})))) AS given`;
}

/** Days and times go through text: JSON has none. */
function jsonType(type: string): string {
  return /^(date|timestamp|time|decimal)/.test(type) ? "VARCHAR" : type;
}
