/** Imports what is new of all sources that a workspace declares. */
import { globSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceSettings } from "../workspace/source-settings.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type ImportOptions, type ImportReport, importFile } from "./import-file.ts";
import { importPostgres, type PostgresOptions } from "./postgres/import-postgres.ts";
import { SourceError, stopIfCancelled } from "./source-error.ts";

type Phase = Parameters<NonNullable<PostgresOptions["onProgress"]>>[0]["phase"];

export type RefreshOptions = {
  /** Take earlier, different imports of the same bytes back first. */
  readonly replace?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    | ((event: { readonly file: string; readonly phase: Phase; readonly share: number }) => void)
    | undefined;
  /** Hears of each file as soon as it is done. */
  readonly onFile?: ((outcome: FileOutcome) => void) | undefined;
};

/** What came of one file or table: a report, or the error that kept it out. */
export type FileOutcome = { readonly source: string; readonly file: string } & (
  | { readonly report: ImportReport }
  | { readonly error: unknown }
);

/**
 * Reads every declared source, in order. What one of them cannot give does not stop the others.
 *
 * @returns an outcome for each file; of a source without any file, FILE_NOT_FOUND
 * @throws SourceError IMPORT_CANCELLED: what was imported by then stays
 */
export async function refreshSources(
  workspace: Workspace,
  options: RefreshOptions = {},
): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const source of workspace.settings.sources ?? []) {
    for (const [file, read] of readersOf(workspace, source, options)) {
      stopIfCancelled(options.signal, file);
      const outcome = await outcomeOf(source.name, file, read);
      outcomes.push(outcome);
      options.onFile?.(outcome);
    }
  }
  return outcomes;
}

type Reader = readonly [file: string, read: () => Promise<ImportReport>];

async function outcomeOf(
  source: string,
  file: string,
  read: () => Promise<ImportReport>,
): Promise<FileOutcome> {
  try {
    return { source, file, report: await read() };
  } catch (error) {
    if (error instanceof SourceError && error.code === "IMPORT_CANCELLED") throw error;
    return { source, file, error };
  }
}

function readersOf(
  workspace: Workspace,
  source: SourceSettings,
  { replace, signal, onProgress }: RefreshOptions,
): Reader[] {
  const { postgres } = source;
  const reading = (file: string) => ({
    ...readingOf(source),
    replace,
    signal,
    onProgress: (event: { phase: Phase; share: number }) => onProgress?.({ file, ...event }),
  });
  if (postgres) {
    const table = { ...reading(source.name), ...postgres };
    return [[source.name, () => importPostgres(workspace, table)]];
  }
  if (!source.files) return [[source.name, () => Promise.reject(nowhere(source.name))]];
  const files = filesOf(workspace.directory, [source.files].flat());
  return files.map((file) => [file, () => importFile(workspace, file, reading(file))]);
}

function nowhere(name: string): SourceError {
  const details = { option: `sources: ${name}`, value: "{}", allowed: ["files", "postgres"] };
  return new SourceError("OPTION_INVALID", `the source ${name} names no files`, details);
}

function readingOf(source: SourceSettings): ImportOptions {
  const { name, table, preset, sheet, mapping, format, currency, basis } = source;
  // What the words may be, importFile checks: it refuses with OPTION_INVALID.
  return { source: name, table, preset, sheet, mapping, format, currency, basis } as ImportOptions;
}

/** Paths in the order of their names: exports are often named by their day. */
function filesOf(directory: string, patterns: readonly string[]): string[] {
  const found = patterns.flatMap((pattern) => {
    const matches = globSync(pattern, { cwd: directory }).sort();
    // A pattern that fits nothing goes on as a path, and is then told as a file that is missing.
    return (matches.length > 0 ? matches : [pattern]).map((path) => resolve(directory, path));
  });
  return [...new Set(found)];
}
