/** From the bytes of a file to all that is needed to read it into the ledger. */
import { basename } from "node:path";
import type { Workspace } from "../workspace/workspace.ts";
import { chooseBasis } from "./amount-basis.ts";
import type { Decision } from "./decision.ts";
import type { FileFormat } from "./file-format.ts";
import type { FileSample } from "./file-sample.ts";
import { defaultSource, type ImportOptions } from "./import-options.ts";
import type { Found, Inspection } from "./inspect-file.ts";
import type { LedgerTarget, ReadPlan } from "./ledger-target.ts";
import { amountBasis } from "./orders-columns.ts";
import { choosePreset, type PresetUse, presetSample, rewriteOf } from "./preset-rows.ts";
import { isDirect, openText, type Reading, type ReadingOptions } from "./reading.ts";
import { openJson } from "./reading-json.ts";
import { openParquet } from "./reading-parquet.ts";
import { cellName } from "./relation.ts";
import { normalizeName } from "./role-names.ts";
import { type Basis, constantOf, type MappingOptions } from "./roles.ts";
import { sampleParquet } from "./sample-parquet.ts";
import { sampleCsv, sampleJson } from "./sample-text.ts";
import { SourceError } from "./source-error.ts";
import type { SourceWarning } from "./source-warning.ts";
import { literal } from "./sql-text.ts";
import { currencyWarning, type Meaning, understandFile } from "./understand-file.ts";

export type Prepared = {
  readonly target: LedgerTarget;
  readonly name: string;
  readonly source: string;
  readonly inspection: Inspection;
  readonly sample: FileSample;
  readonly meaning: Meaning;
  readonly format: FileFormat;
  readonly currency: string;
  readonly basis: Basis;
  /** Neither the user nor the system that wrote the file says what the amounts are. */
  readonly basisAssumed: boolean;
  readonly decisions: readonly Decision[];
  readonly warnings: readonly SourceWarning[];
  /** Whether the database may read the file as it is. */
  readonly direct: boolean;
  readonly plan: ReadPlan;
  open(options: ReadingOptions & { readonly direct: boolean }): Promise<Reading>;
};

type Opened = {
  /** Where the file is read as its system means it. */
  readonly use?: PresetUse;
  readonly sample: FileSample;
  readonly direct: boolean;
  open(options: ReadingOptions & { readonly direct: boolean }): Promise<Reading>;
};

/** @throws SourceError what is wrong with the file as such; ambiguities are `meaning.problems` */
export async function prepareImport(
  workspace: Workspace,
  inspection: Inspection,
  options: ImportOptions,
): Promise<Prepared> {
  const { found } = inspection;
  if (found instanceof SourceError) throw found;
  const name = options.fileName ?? basename(inspection.file);
  const { sample, direct, open, use } = await openSample(workspace, inspection, found, options);
  requireRows(inspection.file, sample);
  const amounts = await chooseBasis(name, use, options, workspace.settings.basis);
  const { basis } = amounts;
  const meaning = understandFile(sample, {
    file: name,
    table: options.table ?? use?.preset.table,
    format: options.format ?? {},
    mapping: use ? ownRoles(use) : (options.mapping ?? {}),
    basis,
    duplicates: found.dialect?.duplicates ?? [],
  });
  const currency = options.currency ?? meaning.symbolCurrency ?? workspace.settings.currency;
  const format = formatOf(inspection, found, meaning, use);
  const { target } = meaning;
  const plan: ReadPlan = {
    ...columnsMeant(meaning, sample.names),
    format,
    basis,
    currency,
    timeZone: workspace.settings.timeZone,
    today: new Date().toLocaleDateString("sv-SE", { timeZone: workspace.settings.timeZone }),
    documents: found.kind === "jsonl" && !use,
  };
  return {
    target,
    name,
    source: options.source ?? defaultSource(name),
    inspection,
    sample,
    meaning,
    format,
    currency,
    basis: target.table === "orders" ? (amountBasis(plan) ?? basis) : basis,
    basisAssumed: amounts.warnings.length > 0,
    decisions: [
      ...fileDecisions(found),
      ...(found.dialect?.decisions ?? []),
      ...(use ? [use.decision] : []),
      ...meaning.decisions,
    ],
    warnings: [
      ...meaning.warnings,
      ...currencyWarning(meaning.mapping, currency),
      ...amounts.warnings,
    ],
    direct,
    plan,
    open,
  };
}

function requireRows(file: string, { rows, names }: FileSample): void {
  if (rows.length > 0 || names.length > 0) return;
  throw new SourceError("NO_ROWS", `${file} holds no rows`, { file, columns: [] });
}

/** Where in the relation the text of each role and attribute stands. */
function columnsMeant(
  { mapping, attributes }: Meaning,
  names: readonly string[],
): Pick<ReadPlan, "cells" | "names" | "attributes"> {
  const cellOf = (column: string) => {
    const constant = constantOf(column, names);
    return constant === undefined ? cellName(names.indexOf(column)) : literal(constant);
  };
  const roles = Object.entries(mapping);
  const columns = roles.filter(([, column]) => constantOf(column, names) === undefined);
  return {
    cells: Object.fromEntries(roles.map(([role, column]) => [role, cellOf(column)])),
    names: Object.fromEntries(columns),
    attributes: attributeNames(attributes).map(([name, column]) => ({
      name,
      cell: cellOf(column),
    })),
  };
}

/** Attributes are called as their columns, in one spelling unless two would then be one. */
function attributeNames(columns: readonly string[]): [name: string, column: string][] {
  const plain = columns.map(normalizeName);
  return columns.map((column, at) => {
    const name = plain[at] ?? "";
    const isOwn = name !== "" && plain.indexOf(name) === plain.lastIndexOf(name);
    return [isOwn ? name : column, column];
  });
}

async function openSample(
  workspace: Workspace,
  inspection: Inspection,
  found: Found,
  options: ImportOptions,
): Promise<Opened> {
  if (found.kind === "parquet") {
    const open = () => openParquet(workspace, inspection);
    return { sample: await sampleParquet(workspace, await open()), direct: false, open };
  }
  const text = (reading: ReadingOptions & { readonly direct: boolean }) =>
    openText(workspace, inspection, found, reading);
  const json = found.kind === "jsonl" ? sampleJson(found) : undefined;
  const sample = json?.sample ?? sampleCsv(found);
  const use = choosePreset(inspection.file, found, sample, options);
  if (use) {
    const open: Opened["open"] = (reading) =>
      text({ ...reading, direct: false, rewrite: rewriteOf(use) });
    return { use, sample: presetSample(use, found, sample), direct: false, open };
  }
  const open: Opened["open"] = json
    ? async (reading) => openJson(await text(reading), json.columns)
    : text;
  return { sample, direct: isDirect(found), open };
}

/** The columns that a preset makes are called as their roles. */
function ownRoles({ preset }: PresetUse): MappingOptions {
  return Object.fromEntries(preset.roles.map((role) => [role, role]));
}

function formatOf(
  { compression, sheet }: Inspection,
  found: Found,
  meaning: Meaning,
  use: PresetUse | undefined,
): FileFormat {
  const { kind, encoding, dialect } = found;
  return {
    kind,
    compression,
    encoding: encoding.encoding,
    delimiter: (dialect?.dialect.delimiter ?? null) as FileFormat["delimiter"],
    quote: dialect?.dialect.quote ?? null,
    titleLines: dialect?.titleLines ?? 0,
    header: dialect?.header ?? true,
    ...(use && { preset: use.preset.name }),
    ...(sheet !== undefined && { sheet }),
    numbers: meaning.numbers,
    times: meaning.times,
  };
}

function fileDecisions({ kind, encoding }: Found): Decision[] {
  const because = kind === "parquet" ? "magic-bytes" : "first-character";
  const kinds: Decision = { decision: "kind", value: kind, because, examples: [] };
  if (kind === "parquet") return [kinds];
  const value = encoding.encoding;
  return [kinds, { decision: "encoding", value, because: encoding.because, examples: [] }];
}

/** The columns the relation must have. */
export function columnsOf({ cells, attributes }: ReadPlan): number[] {
  const all = [...Object.values(cells), ...attributes.map(({ cell }) => cell)];
  const indices = all.filter((cell) => /^c\d+$/.test(cell)).map((cell) => Number(cell.slice(1)));
  return [...new Set(indices)].sort((a, b) => a - b);
}
