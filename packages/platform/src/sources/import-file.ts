import { EngineError } from "../engines/engine-error.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type ImportOptions, requireValid } from "./import-options.ts";
import { type ImportReport, type KnownImport, knownImports, reportOf } from "./import-record.ts";
import type { Inspection } from "./inspect-file.ts";
import { type OpenedFile, withFile } from "./open-file.ts";
import { type Prepared, prepareImport } from "./prepare-import.ts";
import { ROUNDED } from "./row-checks.ts";
import { cancelled, SourceError } from "./source-error.ts";
import type { SourceWarning } from "./source-warning.ts";
import { writeImport } from "./write-import.ts";

export type { ImportOptions } from "./import-options.ts";
export type { ImportReport } from "./import-record.ts";

/**
 * Reads a file into a table of the ledger, all or nothing.
 *
 * The same bytes imported in the same way before change nothing. Rows that cannot be read go to
 * `rejects`; the others stay.
 *
 * @throws SourceError with one of its codes, IMPORT_BESIDE_CLUSTER where the workspace is a cluster's; nothing is written then
 * @throws EngineError where the database itself fails, such as ENGINE_DISK_FULL
 */
export async function importFile(
  workspace: Workspace,
  file: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  requireValid(options);
  requireEmbedded(workspace, file);
  try {
    return await withFile(workspace, file, options, (opened) => run(workspace, opened, options));
  } catch (error) {
    if (error instanceof EngineError && error.code === "ENGINE_CANCELLED") {
      throw cancelled(file, error);
    }
    throw error;
  }
}

/** Only the embedded database reads files; what it has read moves to the cluster as a whole. */
function requireEmbedded({ engine, directory }: Workspace, file: string): void {
  if (engine.dialect === "duckdb") return;
  const message = `${file} cannot be imported into a cluster`;
  throw new SourceError("IMPORT_BESIDE_CLUSTER", message, { file, directory });
}

async function run(
  workspace: Workspace,
  { inspection, warnings }: OpenedFile,
  options: ImportOptions,
): Promise<ImportReport> {
  const { engine } = workspace;
  const known = options.extract
    ? []
    : await knownImports(engine, options.table, inspection.fingerprint);
  const [last] = known;
  if (last && !options.replace && saysNothing(options)) {
    return alreadyImported(workspace, inspection, last.importId);
  }
  const prepared = await prepareImport(workspace, inspection, options);
  const [problem] = prepared.meaning.problems;
  if (problem) throw problem;
  if (last && !options.replace) {
    requireSame(last, prepared, options);
    return alreadyImported(workspace, inspection, last.importId);
  }
  const replaced = options.extract?.replaces ?? known.map((one) => one.importId);
  const importId = await write(workspace, prepared, replaced, options);
  options.onProgress?.({ phase: "write", share: 1 });
  return {
    ...(await reportOf(engine, importId)),
    alreadyImported: false,
    replaced,
    bytes: inspection.bytes,
    unused: prepared.meaning.unused,
    warnings: [
      ...warnings,
      ...prepared.warnings,
      ...(await otherCurrencies(workspace, importId, prepared)),
      ...(await roundedOrders(workspace, importId, prepared)),
    ],
  };
}

/** Whether the user leaves all to detection, so that nothing can differ from last time. */
function saysNothing(options: ImportOptions): boolean {
  const { source, table, preset, sheet, mapping, format, currency, basis } = options;
  const said = [...Object.values(mapping ?? {}), ...Object.values(format ?? {})];
  return [source, table, preset, sheet, currency, basis, ...said].every(
    (value) => value === undefined,
  );
}

async function alreadyImported(
  { engine }: Workspace,
  { bytes }: Inspection,
  importId: number,
): Promise<ImportReport> {
  return {
    ...(await reportOf(engine, importId)),
    alreadyImported: true,
    replaced: [],
    bytes,
    unused: [],
    warnings: [],
  };
}

/** @throws SourceError ALREADY_IMPORTED_DIFFERENTLY with what differs */
function requireSame(last: KnownImport, prepared: Prepared, options: ImportOptions): void {
  const now = {
    table: prepared.target.table,
    mapping: JSON.stringify(prepared.meaning.mapping),
    format: JSON.stringify(prepared.format),
    currency: prepared.currency,
    basis: prepared.basis,
    source: options.source ?? last.source,
  };
  const differences = Object.entries(now)
    .map(([part, value]) => ({ part, before: last[part as keyof typeof now], now: value }))
    .filter((difference) => difference.before !== difference.now);
  if (differences.length === 0) return;
  const { importId, importedAt } = last;
  throw new SourceError(
    "ALREADY_IMPORTED_DIFFERENTLY",
    `${prepared.name} was imported otherwise before (import ${importId})`,
    { file: prepared.name, importId, importedAt, differences, flag: "--replace" },
  );
}

/** As it is where its structure allows; if that reader finds other rows than ours, rewritten. */
async function write(
  workspace: Workspace,
  prepared: Prepared,
  replaced: readonly number[],
  options: ImportOptions,
): Promise<number> {
  if (!prepared.direct) return writeOnce(workspace, prepared, replaced, options, false);
  try {
    return await writeOnce(workspace, prepared, replaced, options, true);
  } catch (error) {
    const lost = error instanceof SourceError && error.code === "ROWS_LOST";
    const refused = error instanceof EngineError && error.code === "ENGINE_VALUE_INVALID";
    if (!lost && !refused) throw error;
    return writeOnce(workspace, prepared, replaced, options, false);
  }
}

async function writeOnce(
  { engine }: Workspace,
  prepared: Prepared,
  replaced: readonly number[],
  { extract, signal, onProgress }: ImportOptions,
  direct: boolean,
): Promise<number> {
  const report = (phase: "decode" | "read") => (share: number) => onProgress?.({ phase, share });
  const reading = await prepared.open({ direct, signal, onProgress: report("decode") });
  try {
    return await writeImport(engine, {
      prepared,
      reading,
      takeBack: replaced,
      extract,
      options: { signal, onProgress: onProgress && report("read") },
    });
  } finally {
    reading.discard();
  }
}

/** The sale counts, but two orders may have become one. */
async function roundedOrders(
  { engine }: Workspace,
  importId: number,
  { target, plan }: Prepared,
): Promise<SourceWarning[]> {
  if (target.table !== "orders" || !plan.cells.order) return [];
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS count, min(order_id) AS example FROM orders
     WHERE import_id = $import_id AND CASE WHEN contains(order_id, '+')
       THEN regexp_full_match(order_id, $rounded) ELSE FALSE END`,
    { import_id: importId, rounded: ROUNDED },
  );
  if (!row?.count) return [];
  const details = { column: plan.names.order, count: row.count, value: row.example };
  return [{ code: "ORDER_IDS_ROUNDED", details }];
}

/** Rows in another currency are kept as they are, and nothing converts them. */
async function otherCurrencies(
  { engine, settings }: Workspace,
  importId: number,
  { target, plan, currency }: Prepared,
): Promise<SourceWarning[]> {
  if (!target.columns.currency || target.table === "exchange_rates") return [];
  if (!plan.cells.currency && currency === settings.currency) return [];
  const rows = await engine.rows(
    `SELECT currency, CAST(count(*) AS DOUBLE) AS count FROM ${target.table}
     WHERE import_id = $import_id AND currency <> $workspace GROUP BY currency ORDER BY currency`,
    { import_id: importId, workspace: settings.currency },
  );
  if (rows.length === 0) return [];
  const currencies = Object.fromEntries(rows.map((row) => [row.currency, row.count]));
  return [{ code: "CURRENCY_DIFFERS", details: { currencies, workspace: settings.currency } }];
}
