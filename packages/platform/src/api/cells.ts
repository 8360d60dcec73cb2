import type { Column, Columns } from "../engines/engine.ts";

/** A calendar day, counted from 1970-01-01. */
export type Day = { readonly days: number };
export type Cell = string | number | Day | null;

/** The rows of one batch, cell by cell. */
export type CellRows = { readonly length: number; row(index: number): Cell[] };

/** Reads the columns of a batch as rows; a number that is not there is null. */
export function cellRows(batch: Columns): CellRows {
  const names = Object.keys(batch);
  const columns = names.map((name) => reader(name, batch[name] ?? []));
  return {
    length: batch[names[0] ?? ""]?.length ?? 0,
    row: (index) => columns.map((read) => read(index)),
  };
}

/** Writing a day takes longer than finding it; a table has few of them, again and again. */
const KNOWN_DAYS = new Map<number, string>();
const MOST_DAYS = 50_000;

/** The day as ISO 8601 writes it. */
export function isoDay({ days }: Day): string {
  const known = KNOWN_DAYS.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * 86_400_000).toISOString().slice(0, 10);
  if (KNOWN_DAYS.size >= MOST_DAYS) KNOWN_DAYS.clear();
  KNOWN_DAYS.set(days, text);
  return text;
}

/** Columns that hold calendar days; the engine counts them from 1970-01-01. */
const DAYS = /^(as_of|period_end|horizon_end)$|_(day|on)$/;

function reader(name: string, column: Column): (index: number) => Cell {
  const isDay = DAYS.test(name);
  return (index) => {
    const value = column[index] ?? null;
    if (typeof value !== "number") return value;
    if (Number.isNaN(value)) return null;
    return isDay ? { days: value } : value;
  };
}
