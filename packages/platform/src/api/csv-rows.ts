import type { Column, Engine, Parameters } from "../engines/engine.ts";
import { type CsvCell, type CsvPreset, csvWriter } from "./csv.ts";

/** Columns that hold calendar days; the engine counts them from 1970-01-01. */
const DAYS = ["as_of", "first_day", "last_day", "period_end", "horizon_end"];

export type RowsQuery = { readonly sql: string; readonly parameters: Parameters };
export type RowCounter = { rows: number };

/** The rows of a query as CSV, a few thousand at a time; `counter` knows how many came. */
export async function* csvRows(
  engine: Engine,
  { sql, parameters }: RowsQuery,
  preset: CsvPreset,
  counter: RowCounter = { rows: 0 },
): AsyncGenerator<string> {
  const csv = csvWriter(preset);
  let names: string[] | undefined;
  for await (const batch of engine.batches(sql, parameters)) {
    // The first batch tells the columns, also of an empty result.
    if (!names) {
      names = Object.keys(batch);
      yield csv.start + csv.row(names);
    }
    const columns = names.map((name) => reader(name, batch[name] ?? []));
    const length = batch[names[0] ?? ""]?.length ?? 0;
    counter.rows += length;
    const rows = Array.from({ length }, (_, i) => csv.row(columns.map((read) => read(i))));
    yield rows.join("");
  }
}

function reader(name: string, column: Column): (index: number) => CsvCell {
  const day = DAYS.includes(name);
  return (index) => {
    const value = column[index] ?? null;
    if (typeof value !== "number") return value;
    if (Number.isNaN(value)) return null;
    return day ? new Date(value * 86_400_000).toISOString().slice(0, 10) : value;
  };
}
