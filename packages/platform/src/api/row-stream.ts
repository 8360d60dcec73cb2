import type { Columns, Engine, Parameters } from "../engines/engine.ts";
import { byteText } from "./byte-text.ts";
import { type Cell, type CellRows, cellRows, isoDay } from "./cells.ts";
import { type CsvPreset, csvWriter } from "./csv.ts";
import { xlsxStream } from "./xlsx.ts";

export type RowsQuery = { readonly sql: string; readonly parameters: Parameters };
export type RowCounter = { rows: number };
export type RowFormat = CsvPreset | "xlsx" | "json";

type Stop = { readonly signal?: AbortSignal | undefined };

/**
 * The rows of a query as a file, a few thousand at a time; `counter` knows how many came.
 *
 * @throws SheetError SHEET_TOO_LONG where Excel's sheet has no place for them
 */
export function rowStream(
  engine: Engine,
  { sql, parameters }: RowsQuery,
  format: RowFormat,
  counter: RowCounter = { rows: 0 },
  { signal }: Stop = {},
): AsyncGenerator<string | Buffer> {
  const batches = engine.batches(sql, parameters, signal ? { signal } : {});
  if (format === "json") return jsonText(batches, counter);
  const tables = namedRows(batches, counter);
  return format === "xlsx" ? xlsxStream(tables) : csvText(tables, format);
}

/** The names of the columns first, also where no row follows, then the rows of each batch. */
async function* namedRows(
  batches: AsyncIterable<Columns>,
  counter: RowCounter,
): AsyncGenerator<Cell[][]> {
  let isFirst = true;
  for await (const batch of batches) {
    if (isFirst) yield [Object.keys(batch)];
    isFirst = false;
    const rows = all(cellRows(batch));
    counter.rows += rows.length;
    if (rows.length > 0) yield rows;
  }
}

function all({ length, row }: CellRows): Cell[][] {
  return Array.from({ length }, (_, i) => row(i));
}

async function* csvText(
  tables: AsyncIterable<readonly Cell[][]>,
  preset: CsvPreset,
): AsyncGenerator<Buffer> {
  const { start, write } = csvWriter(preset);
  const text = byteText();
  text.utf8(start);
  for await (const rows of tables) {
    for (const cells of rows) write(cells, text);
    yield text.take();
  }
}

async function* jsonText(
  batches: AsyncIterable<Columns>,
  counter: RowCounter,
): AsyncGenerator<string> {
  yield "[";
  for await (const batch of batches) {
    const names = Object.keys(batch);
    const rows = all(cellRows(batch)).map((cells) =>
      JSON.stringify(Object.fromEntries(cells.map((cell, at) => [names[at], plain(cell)]))),
    );
    if (rows.length > 0) yield `${counter.rows > 0 ? "," : ""}\n${rows.join(",\n")}`;
    counter.rows += rows.length;
  }
  yield "\n]\n";
}

function plain(cell: Cell): string | number | null {
  return typeof cell === "object" && cell !== null ? isoDay(cell) : cell;
}
