/** Trino's JSON values as our columns and cells. */
import type { Cell, Column, Columns, Row } from "../engine.ts";
import type { TrinoColumn } from "./trino-query.ts";

const MS_PER_DAY = 86_400_000;
const NUMERIC = /^(tinyint|smallint|integer|bigint|real|double|decimal|date|boolean)\b/;

type Rows = readonly (readonly unknown[])[];

/** Numbers and days as Float64Array with NaN for NULL, all else as text. */
export function toColumns(columns: readonly TrinoColumn[], rows: Rows): Columns {
  return Object.fromEntries(
    columns.map(({ name, type }, index) => [name, toColumn(type, rows, index)]),
  );
}

function toColumn(type: string, rows: Rows, index: number): Column {
  if (!NUMERIC.test(type)) return rows.map((row) => toText(type, row[index]));
  const values = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) values[i] = toNumber(type, row[index]);
  return values;
}

/** Doubles that JSON cannot write come as text: NaN, Infinity; decimals always do. */
function toNumber(type: string, value: unknown): number {
  if (value === null) return Number.NaN;
  if (typeof value === "boolean") return value ? 1 : 0;
  return type === "date" ? Date.parse(String(value)) / MS_PER_DAY : Number(value);
}

function toText(type: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  // DuckDB writes no zeros behind the seconds; both engines should read alike.
  return type.startsWith("timestamp")
    ? text.replace(/(\.\d*?)0+(?!\d)/, "$1").replace(/\.(?!\d)/, "")
    : text;
}

/** Values for people: days and times as ISO text, any number as number. */
export function toRows(columns: readonly TrinoColumn[], rows: Rows): Row[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name, type }, i) => [name, toCell(type, row[i])])),
  );
}

function toCell(type: string, value: unknown): Cell {
  if (value === null || typeof value === "boolean") return value;
  if (type === "date" || !NUMERIC.test(type)) return toText(type, value);
  return Number(value);
}
