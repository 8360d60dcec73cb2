import { writeFileSync } from "node:fs";
import type { Cell, Row } from "../engines/engine.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { tidyRelation } from "./csv-sql.ts";
import type { Decision } from "./decision.ts";
import { escaped } from "./escaped.ts";
import { discard, exchangeName } from "./exchange-file.ts";
import type { FileFormat } from "./file-format.ts";
import type { SampledRow } from "./file-sample.ts";
import { type ImportOptions, requireValid } from "./import-options.ts";
import { acceptedSql, refusedSql } from "./ledger-select.ts";
import type { LedgerTarget } from "./ledger-target.ts";
import type { MappingFile } from "./mapping-file.ts";
import { type OpenedFile, withFile } from "./open-file.ts";
import { columnsOf, type Prepared, prepareImport } from "./prepare-import.ts";
import type { RejectReason } from "./reject-reason.ts";
import type { Mapping, Role } from "./roles.ts";
import type { SourceErrorCode } from "./source-error.ts";
import type { SourceWarning } from "./source-warning.ts";

const ROWS = 10;

type PreviewRow = {
  readonly line: number;
  /** The cells as they stand in the file, in the order of the columns. */
  readonly raw: readonly (string | null)[];
  /** What the ledger would hold, by role; null where the row would be refused. */
  readonly parsed: Readonly<Record<string, Cell>> | null;
  readonly reject: {
    readonly reason: RejectReason;
    readonly column: string | null;
    readonly value: string | null;
  } | null;
};

export type Preview = {
  readonly file: string;
  readonly bytes: number;
  readonly source: string;
  /** The table of the ledger it would go to. */
  readonly table: string;
  /** What columns of that table can mean. */
  readonly roles: readonly { readonly role: Role; readonly required: boolean }[];
  readonly columns: readonly string[];
  readonly unused: readonly string[];
  /** Rows of data, those that are refused included. */
  readonly rowsRead: number;
  readonly format: FileFormat;
  readonly mapping: Mapping;
  /** What to write with writeMapping so that files of this kind are read alike. */
  readonly mappingFile: MappingFile;
  readonly decisions: readonly Decision[];
  readonly rows: readonly PreviewRow[];
  /** Why importFile would refuse the file. */
  readonly problems: readonly {
    readonly code: SourceErrorCode;
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
  readonly warnings: readonly SourceWarning[];
};

/**
 * What a file would be read as, with the evidence; nothing is imported.
 *
 * @throws SourceError where the file cannot be read at all; ambiguities are `problems`
 */
export async function previewFile(
  workspace: Workspace,
  file: string,
  options: ImportOptions = {},
): Promise<Preview> {
  requireValid(options);
  return await withFile(workspace, file, options, (opened) => look(workspace, opened, options));
}

async function look(
  workspace: Workspace,
  { inspection, warnings }: OpenedFile,
  options: ImportOptions,
): Promise<Preview> {
  const prepared = await prepareImport(workspace, inspection, options);
  const { meaning, sample, format, source } = prepared;
  return {
    file: prepared.name,
    bytes: inspection.bytes,
    source,
    table: prepared.target.table,
    roles: Object.entries(prepared.target.roles).map(([role, spec]) => {
      return { role, required: spec.required !== undefined };
    }),
    columns: sample.names,
    unused: meaning.unused,
    rowsRead: await countRows(prepared, options),
    format,
    mapping: meaning.mapping,
    mappingFile: mappingFile(prepared, options),
    decisions: prepared.decisions,
    rows: await parse(workspace, prepared),
    problems: meaning.problems.map(({ code, message, details }) => ({ code, message, details })),
    warnings: [...warnings, ...prepared.warnings],
  };
}

async function countRows(
  { direct, open }: Prepared,
  { signal, onProgress }: ImportOptions,
): Promise<number> {
  const report = (share: number) => onProgress?.({ phase: "decode", share });
  const reading = await open({ direct, signal, onProgress: report });
  reading.discard();
  return reading.records + (reading.faults?.count ?? 0);
}

function mappingFile(prepared: Prepared, options: ImportOptions): MappingFile {
  const { source, target, format, meaning } = prepared;
  const { encoding, delimiter, quote, titleLines, header } = format;
  const given = options.format ?? {};
  const text = delimiter === null ? {} : { delimiter, titleLines, header, ...(quote && { quote }) };
  const signs = Object.values(format.numbers).map(({ decimal }) => decimal);
  const orders = Object.values(format.times).map(({ order }) => order);
  const decimal = given.decimal ?? onlyOne(signs.filter((sign) => sign !== "none"));
  const dateFormat =
    given.dateFormat ?? onlyOne(orders.filter((order) => order !== "iso" && order !== "compact"));
  const forms = { ...(decimal && { decimal }), ...(dateFormat && { dateFormat }) };
  const whole = format.kind === "parquet" ? {} : { encoding, ...text, ...forms };
  if (format.preset) return { source, preset: format.preset };
  return { source, table: target.table, format: whole, mapping: meaning.mapping };
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** The first rows, through the very SQL that an import runs. */
async function parse(
  { engine, exchangeDirectory }: Workspace,
  prepared: Prepared,
): Promise<PreviewRow[]> {
  const { target, sample, plan } = prepared;
  const first = sample.rows.slice(0, ROWS);
  const path = exchangeName(exchangeDirectory, "preview.csv");
  const lines = first.map(({ fields }, at) => [String(at), ...fields.map((field) => field ?? "")]);
  try {
    writeFileSync(path, lines.map((line) => `${line.map(escaped).join(",")}\n`).join(""));
    const whole = plan.documents ? ["FALSE AS broken"] : [];
    const relation = tidyRelation(path, sample.names.length, columnsOf(plan), whole);
    const select = { target, plan, relation };
    const ready = prepared.meaning.problems.length === 0 && first.length > 0;
    const accepted = ready ? await engine.rows(acceptedSql(select)) : [];
    const refused = ready ? await engine.rows(refusedSql(select, [])) : [];
    return first.map((row, at) => previewRow(target, row, at, accepted, refused));
  } finally {
    discard([path]);
  }
}

function previewRow(
  target: LedgerTarget,
  { line, fields }: SampledRow,
  at: number,
  accepted: readonly Row[],
  refused: readonly Row[],
): PreviewRow {
  const parsed = accepted.find((row) => row.line === at);
  const reject = refused.find((row) => row.line === at);
  return {
    line: line ?? 0,
    raw: fields,
    parsed: parsed ? byRole(target, parsed) : null,
    reject: reject
      ? {
          reason: reject.reason as RejectReason,
          column: reject.column_name as string | null,
          value: reject.value as string | null,
        }
      : null,
  };
}

function byRole({ roles }: LedgerTarget, row: Row): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([role, { column, shows = column }]) =>
      shows ? [[role, row[shows] ?? null]] : [],
    ),
  );
}
