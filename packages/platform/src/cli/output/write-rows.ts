import { createWriteStream } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvPreset, csvWriter } from "../../api/csv.ts";
import type { Columns, Parameters } from "../../engines/engine.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import type { Session } from "../session.ts";

export const FILE_FORMATS = ["csv", "excel-de", "json", "parquet"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type RowsQuery = {
  readonly sql: string;
  readonly parameters: Parameters;
  readonly format: FileFormat;
  /** The screen if absent; Parquet must have a file. */
  readonly output: string | undefined;
};

/** Writes all rows of a query, in batches, so that any number of them can pass. */
export async function writeRows(
  session: Session,
  workspace: Workspace,
  query: RowsQuery,
): Promise<number> {
  if (query.format === "parquet") return writeParquet(workspace, query);
  const batches = workspace.engine.batches(query.sql, query.parameters, { signal: session.signal });
  const counter = { rows: 0 };
  const text =
    query.format === "json" ? toJson(batches, counter) : toCsv(batches, query.format, counter);
  const target: Writable = query.output ? createWriteStream(query.output) : process.stdout;
  await pipeline(Readable.from(text), target, { end: query.output !== undefined });
  return counter.rows;
}

async function writeParquet(
  { engine, exchangeDirectory }: Workspace,
  query: RowsQuery,
): Promise<number> {
  const { sql, parameters, output } = query;
  if (!output) throw new CliError("OUTPUT_MISSING", {});
  const aside = join(exchangeDirectory, "rows.parquet");
  const rows = await engine.run(
    `COPY (${sql}) TO '${aside.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    parameters,
  );
  await copyFile(aside, output);
  await rm(aside);
  return rows;
}

type Counter = { rows: number };

async function* toCsv(
  batches: AsyncIterable<Columns>,
  format: "csv" | "excel-de",
  counter: Counter,
): AsyncGenerator<string> {
  const preset: CsvPreset = format === "csv" ? "rfc4180" : "excel-de";
  const { start, row } = csvWriter(preset);
  let isFirst = true;
  for await (const batch of batches) {
    const names = Object.keys(batch);
    if (isFirst) yield start + row(names);
    isFirst = false;
    const columns = names.map((name) => cellsOf(name, batch));
    const length = batch[names[0] as string]?.length ?? 0;
    let text = "";
    for (let i = 0; i < length; i++) text += row(columns.map((cell) => cell(i)));
    counter.rows += length;
    if (length > 0) yield text;
  }
}

async function* toJson(batches: AsyncIterable<Columns>, counter: Counter): AsyncGenerator<string> {
  yield "[";
  for await (const batch of batches) {
    const names = Object.keys(batch);
    const columns = names.map((name) => cellsOf(name, batch));
    const length = batch[names[0] as string]?.length ?? 0;
    let text = "";
    for (let i = 0; i < length; i++) {
      const entries = names.map((name, at) => [name, columns[at]?.(i) ?? null]);
      text += `${counter.rows++ === 0 ? "\n" : ",\n"}${JSON.stringify(Object.fromEntries(entries))}`;
    }
    if (length > 0) yield text;
  }
  yield "\n]\n";
}

const MS_PER_DAY = 86_400_000;
/** Columns of days come as numbers since 1970 and are written as dates. */
const isDay = (name: string) => name === "as_of" || name.endsWith("_day");

function cellsOf(name: string, batch: Columns): (at: number) => string | number | null {
  const column = batch[name] ?? [];
  return (at) => {
    const value = column[at] ?? null;
    if (typeof value !== "number") return value;
    if (Number.isNaN(value)) return null;
    return isDay(name) ? new Date(value * MS_PER_DAY).toISOString().slice(0, 10) : value;
  };
}
