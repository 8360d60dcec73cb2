import type { Command } from "commander";
import type { ImportOptions, ImportReport } from "../sources/import-file.ts";
import {
  importPostgres,
  type PostgresOptions,
  samplePostgres,
} from "../sources/postgres/import-postgres.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { tellImport } from "./import-files.ts";
import { preview } from "./preview.ts";
import type { Session } from "./session.ts";
import type { Texts } from "./text/en.ts";

/** The flags that say what to read from PostgreSQL. */
export type PostgresFlags = {
  readonly postgres?: string;
  readonly query?: string;
  readonly from?: string;
  readonly watermark?: string;
  readonly overlap?: string;
  readonly full?: boolean;
  readonly timeout?: string;
};

export function addPostgresFlags(command: Command, { postgres: { options } }: Texts): Command {
  return command
    .option("--postgres <url>", options.postgres)
    .option("--query <select>", options.query)
    .option("--from <table>", options.from)
    .option("--watermark <column>", options.watermark)
    .option("--overlap <span>", options.overlap)
    .option("--full", options.full)
    .option("--timeout <seconds>", options.timeout);
}

/** Imports a table or a query and tells what came of it. */
export async function importFromPostgres(
  session: Session,
  workspace: Workspace,
  url: string,
  flags: PostgresFlags,
  options: ImportOptions,
): Promise<ImportReport> {
  const { speech, progress, remark } = session;
  const reading = toPostgresOptions(session, url, flags, options);
  const report = await importPostgres(workspace, {
    ...reading,
    onProgress: ({ phase, share }) => progress.update(speech.text.progress[phase], share),
  });
  tellImport(session, report);
  const { watermark } = report;
  if (watermark?.to) remark(`  ${speech.text.postgres.upTo(watermark.column, watermark.to)}`);
  return report;
}

/** Shows what its first rows would be read as, and imports nothing. */
export function previewPostgres(
  session: Session,
  workspace: Workspace,
  url: string,
  flags: PostgresFlags & { readonly writeMapping?: string },
  options: ImportOptions,
): Promise<void> {
  const reading = toPostgresOptions(session, url, flags, options);
  return samplePostgres(workspace, reading, (file, how) =>
    preview(session, workspace, file, how, flags.writeMapping),
  );
}

function toPostgresOptions(
  { signal }: Session,
  url: string,
  { query, from, watermark, overlap, full, timeout }: PostgresFlags,
  { source, table, mapping, currency, basis, replace }: ImportOptions,
): PostgresOptions {
  const meaning = { source, table, mapping, currency, basis, replace, signal };
  const seconds = timeout === undefined ? undefined : Number(timeout);
  return { url, query, from, watermark, overlap, full, timeout: seconds, ...meaning };
}
