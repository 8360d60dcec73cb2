/** What the ledger keeps of an import, and the report that follows from it. */
import type { Row, Statements } from "../engines/engine.ts";
import type { FileFormat } from "./file-format.ts";
import { tablesOf } from "./ledger-target.ts";
import type { Merged } from "./merge-rows.ts";
import type { Prepared } from "./prepare-import.ts";
import type { RejectReason } from "./reject-reason.ts";
import type { Basis, Mapping } from "./roles.ts";
import type { SourceWarning } from "./source-warning.ts";
import { targetOf } from "./targets/all.ts";

export type RejectSummary = {
  readonly reason: RejectReason;
  readonly column: string | null;
  readonly count: number;
  /** Line and value of the first such row. */
  readonly line: number;
  readonly value: string | null;
};

export type ImportReport = {
  readonly importId: number;
  /** Nothing was written: the report is that of the earlier import. */
  readonly alreadyImported: boolean;
  /** Imports taken back because of `replace`. */
  readonly replaced: readonly number[];
  readonly target: string;
  /** Rows that the ledger holds of this import, by table, if there are any. */
  readonly tables: Readonly<Record<string, number>>;
  readonly source: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly bytes: number;
  /** `read` is the sum of the others. */
  readonly rows: {
    readonly read: number;
    readonly added: number;
    readonly known: number;
    readonly superseded: number;
    readonly rejected: number;
  };
  readonly rejects: readonly RejectSummary[];
  /** First and last time stamp of what was added, ISO. */
  readonly period: { readonly first: string; readonly last: string } | null;
  readonly format: FileFormat;
  readonly mapping: Mapping;
  readonly unused: readonly string[];
  readonly currency: string;
  readonly basis: Basis;
  readonly warnings: readonly SourceWarning[];
};

/** An import as recorded; the newest of the same bytes that still counts. */
export type KnownImport = {
  readonly importId: number;
  readonly table: string;
  readonly importedAt: string;
  readonly source: string;
  readonly mapping: string;
  readonly format: string;
  readonly currency: string;
  readonly basis: string;
};

/** Imports of the same bytes that count, the newest first; into any table if none is told. */
export async function knownImports(
  statements: Statements,
  table: string | undefined,
  fingerprint: string,
): Promise<KnownImport[]> {
  const rows = await statements.rows(
    `SELECT import_id, target, CAST(imported_at AS VARCHAR) AS imported_at, source, mapping, format,
       currency, basis
     FROM imports WHERE fingerprint = $fingerprint AND target = coalesce($target, target)
       AND undone_at IS NULL
     ORDER BY import_id DESC`,
    { fingerprint, target: table ?? null },
  );
  return rows.map((row) => ({
    importId: Number(row.import_id),
    table: String(row.target),
    importedAt: String(row.imported_at),
    source: String(row.source),
    mapping: String(row.mapping),
    format: String(row.format),
    currency: String(row.currency),
    basis: String(row.basis),
  }));
}

export type Counts = Merged & { readonly read: number; readonly rejected: number };

export async function recordImport(
  inside: Statements,
  importId: number,
  prepared: Prepared,
  counts: Counts,
): Promise<void> {
  const { target, name, source, inspection, meaning, format } = prepared;
  const { currency, basis, basisAssumed } = prepared;
  await inside.run(
    `INSERT INTO imports (import_id, target, source, file, fingerprint, mapping, format, currency,
       basis, basis_assumed, imported_at, rows_read, rows_added, rows_known, rows_superseded,
       rows_rejected)
     SELECT CAST($import_id AS INTEGER), $target, $source, $file, $fingerprint, $mapping, $format,
       $currency, $basis, CAST($basis_assumed AS BOOLEAN), CAST($now AS TIMESTAMP), CAST($read AS BIGINT), CAST($added AS BIGINT),
       CAST($known AS BIGINT), CAST($superseded AS BIGINT), CAST($rejected AS BIGINT)`,
    {
      import_id: importId,
      target: target.table,
      source,
      file: name,
      fingerprint: inspection.fingerprint,
      mapping: JSON.stringify(meaning.mapping),
      format: JSON.stringify(format),
      currency,
      basis,
      basis_assumed: basisAssumed,
      now: new Date().toISOString().slice(0, 23),
      ...counts,
    },
  );
}

/** The refused rows of an import by reason and column. */
export async function rejectSummary(
  statements: Statements,
  importId: number,
): Promise<RejectSummary[]> {
  const rows = await statements.rows(
    `SELECT reason, column_name, CAST(count(*) AS DOUBLE) AS count,
       CAST(min(line) AS DOUBLE) AS first_line, arg_min(coalesce(value, ''), line) AS first_value
     FROM rejects WHERE import_id = $import_id GROUP BY reason, column_name
     ORDER BY count DESC, reason, column_name`,
    { import_id: importId },
  );
  return rows.map((row) => ({
    reason: row.reason as RejectReason,
    column: row.column_name as string | null,
    count: Number(row.count),
    line: Number(row.first_line),
    value: (row.first_value as string) || null,
  }));
}

/** What is the same in the report of a new import and of one known already. */
export async function reportOf(
  statements: Statements,
  importId: number,
): Promise<Omit<ImportReport, "alreadyImported" | "replaced" | "bytes" | "unused" | "warnings">> {
  const [row = {}] = await statements.rows(
    `SELECT target, source, file, fingerprint, mapping, format, currency, basis,
       CAST(rows_read AS DOUBLE) AS rows_read, CAST(rows_added AS DOUBLE) AS rows_added,
       CAST(rows_known AS DOUBLE) AS rows_known, CAST(rows_superseded AS DOUBLE) AS rows_superseded,
       CAST(rows_rejected AS DOUBLE) AS rows_rejected
     FROM imports WHERE import_id = $import_id`,
    { import_id: importId },
  );
  const count = (name: string) => Number(row[`rows_${name}`]);
  return {
    importId,
    target: String(row.target),
    tables: await rowsByTable(statements, String(row.target), importId),
    source: String(row.source),
    file: String(row.file),
    fingerprint: String(row.fingerprint),
    rows: {
      read: count("read"),
      added: count("added"),
      known: count("known"),
      superseded: count("superseded"),
      rejected: count("rejected"),
    },
    rejects: count("rejected") > 0 ? await rejectSummary(statements, importId) : [],
    period: await periodOf(statements, String(row.target), importId),
    format: JSON.parse(String(row.format)) as FileFormat,
    mapping: JSON.parse(String(row.mapping)) as Mapping,
    currency: String(row.currency),
    basis: row.basis as Basis,
  };
}

async function rowsByTable(
  statements: Statements,
  target: string,
  importId: number,
): Promise<Record<string, number>> {
  const counts = tablesOf(targetOf(target)).map(
    (table) => `SELECT '${table}' AS name, CAST(count(*) AS DOUBLE) AS n FROM ${table}
      WHERE import_id = $import_id`,
  );
  const rows = await statements.rows(counts.join(" UNION ALL "), { import_id: importId });
  return Object.fromEntries(
    rows.filter(({ n }) => Number(n) > 0).map(({ name, n }) => [String(name), Number(n)]),
  );
}

async function periodOf(
  statements: Statements,
  target: string,
  importId: number,
): Promise<ImportReport["period"]> {
  const { table, clock, columns } = targetOf(target);
  if (!clock) return null;
  const [row]: readonly (Row | undefined)[] = await statements.rows(
    `SELECT CAST(min(${clock}) AS VARCHAR) AS first_at, CAST(max(${clock}) AS VARCHAR) AS last_at
     FROM ${table} WHERE import_id = $import_id`,
    { import_id: importId },
  );
  const start = columns[clock] === "TIMESTAMP" ? "" : "T00:00:00";
  const iso = (value: unknown) => `${String(value).replace(" ", "T")}${start}`;
  return row?.first_at ? { first: iso(row.first_at), last: iso(row.last_at) } : null;
}
