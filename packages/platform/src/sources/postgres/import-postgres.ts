/** Reads a table or a query of PostgreSQL into the ledger: once, or what is new since last time. */
import type { Workspace } from "../../workspace/workspace.ts";
import { discard, exchangeName } from "../exchange-file.ts";
import type { FormatOptions } from "../file-format.ts";
import { type ImportOptions, type ImportReport, importFile } from "../import-file.ts";
import { reportOf } from "../import-record.ts";
import type { MappingOptions } from "../roles.ts";
import { SourceError } from "../source-error.ts";
import { targetOf } from "../targets/all.ts";
import { concludeExtract, type ExtractPlan, NothingNew } from "./conclude-extract.ts";
import { withConnection } from "./connect.ts";
import { extractRelation } from "./extract-relation.ts";
import { inSnapshot } from "./extract-rows.ts";
import { type EarlierExtract, moveWatermark } from "./extracts.ts";
import { type PostgresOptions, requireValidPostgres } from "./postgres-options.ts";

export type { PostgresOptions } from "./postgres-options.ts";

export type PostgresReport = ImportReport & {
  /** Null without a watermark. `from` is null where everything was read. */
  readonly watermark: {
    readonly column: string;
    readonly from: string | null;
    readonly to: string | null;
  } | null;
};

/** What COPY writes: nothing is left to guess. */
const FORMAT: FormatOptions = {
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  titleLines: 0,
  header: true,
  decimal: "point",
  dateFormat: "ymd",
};
/** Rows of a preview. */
const SAMPLE = 1000;

/**
 * Copies rows into the exchange directory, all of one moment, and imports them as a file, all or
 * nothing. With a watermark, a later import reads what may be new since the last one; where that
 * turns out to be known, nothing is written and the report says `alreadyImported`.
 *
 * @throws PostgresError; SourceError as importFile; EngineError
 */
export async function importPostgres(
  workspace: Workspace,
  options: PostgresOptions,
): Promise<PostgresReport> {
  return withExtract(workspace, options, null, async (plan) => {
    const { column, since, watermark } = plan;
    const told = column && { column: column.name, from: since?.value ?? null, to: watermark };
    const report =
      (await importExtract(workspace, plan, options)) ?? (await known(workspace, plan));
    return { ...report, watermark: told };
  });
}

/**
 * Lets a preview look at the first rows. Nothing is imported.
 *
 * @param look gets a file, gone afterwards, and how to read it
 */
export async function samplePostgres<T>(
  workspace: Workspace,
  options: PostgresOptions,
  look: (file: string, options: ImportOptions) => Promise<T>,
): Promise<T> {
  return withExtract(workspace, { ...options, full: true }, SAMPLE, (plan) =>
    look(plan.file, fileOptions(plan, options)),
  );
}

async function withExtract<T>(
  workspace: Workspace,
  options: PostgresOptions,
  limit: number | null,
  use: (plan: ExtractPlan) => Promise<T>,
): Promise<T> {
  requireValidPostgres(options);
  const file = exchangeName(workspace.exchangeDirectory, "postgres.csv");
  const { url, signal } = options;
  try {
    const plan = await withConnection(url, signal, (connection) =>
      inSnapshot(connection, options, () =>
        extractRelation(workspace, connection, options, { file, limit }),
      ),
    );
    return await use(plan);
  } finally {
    discard([file]);
  }
}

/** Undefined where all rows are known already. */
async function importExtract(
  workspace: Workspace,
  plan: ExtractPlan,
  options: PostgresOptions,
): Promise<ImportReport | undefined> {
  const { file, label, rows, since, relation, replaces } = plan;
  if (rows === 0 && since) return undefined;
  if (rows === 0) {
    const columns = relation.columns.map(({ name }) => name);
    throw new SourceError("NO_ROWS", `${label} holds no rows`, { file: label, columns });
  }
  try {
    return await importFile(workspace, file, {
      ...fileOptions(plan, options),
      onProgress: options.onProgress,
      extract: { replaces, conclude: concludeExtract(plan) },
    });
  } catch (error) {
    if (error instanceof NothingNew) return undefined;
    throw error;
  }
}

function fileOptions(
  { label, source, last }: ExtractPlan,
  { table, mapping, currency, basis, signal }: PostgresOptions,
): ImportOptions {
  return {
    fileName: label,
    source,
    table: table ?? last?.table,
    format: FORMAT,
    mapping: { ...(last && asBefore(last)), ...mapping },
    currency,
    basis,
    signal,
  };
}

/** A few new rows could be taken for something else than the many before. */
function asBefore({ table, mapping }: EarlierExtract): MappingOptions {
  const roles = Object.keys(targetOf(table).roles);
  return Object.fromEntries(roles.map((role) => [role, mapping[role] ?? null]));
}

/** The report of the import before, which holds all that was read. */
async function known(
  { engine }: Workspace,
  { last, column, watermark }: ExtractPlan,
): Promise<ImportReport> {
  if (!last) throw new TypeError("rows are known only from an earlier import");
  if (column && watermark !== null) {
    await moveWatermark(engine, last.importId, column.name, watermark);
  }
  const report = await reportOf(engine, last.importId);
  return { ...report, alreadyImported: true, replaced: [], bytes: 0, unused: [], warnings: [] };
}
