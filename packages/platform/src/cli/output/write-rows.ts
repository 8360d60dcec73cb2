import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { rowStream } from "../../api/row-stream.ts";
import type { Parameters } from "../../engines/engine.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { CliError } from "../cli-error.ts";
import type { Session } from "../session.ts";

export const FILE_FORMATS = ["csv", "excel-de", "xlsx", "json", "parquet"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type RowsQuery = {
  readonly sql: string;
  readonly parameters: Parameters;
  readonly format: FileFormat;
  /** The screen if absent; Excel and Parquet must have a file. */
  readonly output: string | undefined;
};

/**
 * Writes all rows of a query, in batches, so that any number of them can pass, and tells the
 * checksum of the file.
 *
 * @returns how many rows
 * @throws CliError OUTPUT_MISSING; SheetError SHEET_TOO_LONG, and then no file is left
 */
export async function writeRows(
  session: Session,
  workspace: Workspace,
  query: RowsQuery,
): Promise<number> {
  const { format, output } = query;
  if (!output && (format === "parquet" || format === "xlsx")) {
    throw new CliError("OUTPUT_MISSING", { format });
  }
  const rows =
    format === "parquet"
      ? await writeParquet(workspace, query)
      : await writeStream(session, workspace, { ...query, format });
  if (output) session.remark(session.speech.text.checksum(await checksum(output)));
  return rows;
}

type StreamQuery = RowsQuery & { readonly format: Exclude<FileFormat, "parquet"> };

async function writeStream(
  { signal }: Session,
  { engine }: Workspace,
  { format, output, ...query }: StreamQuery,
): Promise<number> {
  const counter = { rows: 0 };
  const preset = format === "csv" ? "rfc4180" : format;
  const rows = Readable.from(rowStream(engine, query, preset, counter, { signal }));
  const target: Writable = output ? createWriteStream(output) : process.stdout;
  try {
    await pipeline(rows, target, { end: output !== undefined });
  } catch (error) {
    // Half a file would look like a whole one.
    if (output) await rm(output, { force: true });
    throw error;
  }
  return counter.rows;
}

async function writeParquet(
  { engine, exchangeDirectory }: Workspace,
  { sql, parameters, output = "" }: RowsQuery,
): Promise<number> {
  const aside = join(exchangeDirectory, "rows.parquet");
  const rows = await engine.run(
    `COPY (${sql}) TO '${aside.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    parameters,
  );
  await copyFile(aside, output);
  await rm(aside);
  return rows;
}

async function checksum(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
