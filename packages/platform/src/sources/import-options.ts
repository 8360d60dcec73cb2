import type { Extract } from "./extract.ts";
import {
  DATE_FORMATS,
  DECIMALS,
  DELIMITERS,
  ENCODINGS,
  type FormatOptions,
  QUOTES,
  TIME_UNITS,
} from "./file-format.ts";
import { PRESET_NAMES } from "./presets/all.ts";
import type { Basis, MappingOptions } from "./roles.ts";
import { SourceError } from "./source-error.ts";
import { TARGET_NAMES } from "./targets/all.ts";

type ImportPhase = "detect" | "decode" | "read" | "write";

export type ImportOptions = {
  /** What to call the file, such as the name of an upload; else the last part of its path. */
  readonly fileName?: string | undefined;
  /** Where files of one kind come from; only files of one source are compared with each other. */
  readonly source?: string | undefined;
  /** The table of the ledger that the file is for; else its columns tell. */
  readonly table?: string | undefined;
  /** The sheet of a workbook, by name or number from 1; else the first. */
  readonly sheet?: string | undefined;
  /** The system that wrote the file, or "none"; else its columns tell. */
  readonly preset?: string | undefined;
  /** A column by role; "=" and a text instead of a name holds for all rows. */
  readonly mapping?: MappingOptions | undefined;
  readonly format?: FormatOptions | undefined;
  /** ISO 4217, of rows that name none; else the workspace's. */
  readonly currency?: string | undefined;
  /** Which amounts count; else the workspace's. */
  readonly basis?: Basis | undefined;
  /** Asks a person, where the system that wrote the file does not say what its amounts are. */
  readonly askBasis?:
    | ((of: { readonly file: string; readonly preset: string }) => Promise<Basis | undefined>)
    | undefined;
  /** Take earlier imports of the same bytes back first. */
  readonly replace?: boolean | undefined;
  /** Of a file that was read out of a living source; only sources themselves set it. */
  readonly extract?: Extract | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    | ((event: { readonly phase: ImportPhase; readonly share: number }) => void)
    | undefined;
};

/** @throws SourceError OPTION_INVALID with the values that are allowed */
export function requireValid(options: ImportOptions): void {
  const { source, table, preset, format = {}, currency, basis } = options;
  const { encoding, delimiter, quote, titleLines, decimal, dateFormat } = format;
  requireOneOf("table", table, TARGET_NAMES);
  requireOneOf("preset", preset, PRESET_NAMES);
  requireOneOf("encoding", encoding, ENCODINGS);
  requireOneOf("delimiter", delimiter, DELIMITERS);
  requireOneOf("quote", quote, QUOTES);
  requireOneOf("decimal", decimal, DECIMALS);
  requireOneOf("date-format", dateFormat, DATE_FORMATS);
  requireOneOf("time-unit", format.timeUnit, TIME_UNITS);
  if (format.timeOrigin !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(format.timeOrigin)) {
    throw invalid("time-origin", format.timeOrigin, "YYYY-MM-DD");
  }
  requireOneOf("basis", basis, ["net", "gross"]);
  if (titleLines !== undefined && !(Number.isSafeInteger(titleLines) && titleLines >= 0)) {
    throw invalid("title-lines", titleLines, "0, 1, 2 …");
  }
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    throw invalid("currency", currency, "ISO 4217, such as EUR");
  }
  if (source !== undefined && source.trim() === "") throw invalid("source", source, "a name");
}

function requireOneOf(option: string, value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(value)) throw invalid(option, value, allowed);
}

function invalid(option: string, value: unknown, allowed: unknown): SourceError {
  const message = `${JSON.stringify(value)} is no value of ${option}`;
  return new SourceError("OPTION_INVALID", message, { option, value, allowed });
}

/** The name of a file without folder, endings, dates and numbers of copies, in lower case. */
export function defaultSource(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  const stem = name
    .toLowerCase()
    .replace(/(\.(csv|tsv|txt|gz|json|jsonl|ndjson|parquet|xlsx))+$/, "")
    .replace(/\s*\(\d+\)$/, "")
    .replace(
      /[-_. ]*(\d{4}[-_.]?(\d{2}|q\d|kw\d{2})?[-_.]?(\d{2})?)([-_.]*(\d{4}[-_.]?\d{0,2}[-_.]?\d{0,2}))?(t?\d{4,6})?$/,
      "",
    )
    .replace(/^\d{4}[-_.]?(\d{2})?[-_.]?(\d{2})?[-_. ]+/, "");
  return stem === "" ? "orders" : stem;
}
