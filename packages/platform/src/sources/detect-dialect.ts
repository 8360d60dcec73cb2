import type { Because, Decision } from "./decision.ts";
import type { Dialect } from "./dialect.ts";
import { DELIMITERS, type Delimiter, type FormatOptions, type Quote } from "./file-format.ts";
import { looksLikeValue } from "./looks-like-value.ts";
import { type FileRecord, RecordReader } from "./record-reader.ts";
import { SourceError } from "./source-error.ts";

const RECORDS_LOOKED_AT = 300;

export type DialectFound = {
  readonly dialect: Dialect;
  readonly names: readonly string[];
  /** Names that the header holds more than once. */
  readonly duplicates: readonly string[];
  readonly header: boolean;
  readonly titleLines: number;
  /** Lines above the first row of data. */
  readonly linesAbove: number;
  readonly decisions: readonly Decision[];
};

type Candidate = {
  readonly dialect: Dialect;
  readonly records: readonly FileRecord[];
  readonly width: number;
  readonly share: number;
};

/**
 * Tells delimiter, quote, title lines and header from the beginning of a file.
 *
 * @param text whole lines
 * @throws SourceError DELIMITER_NOT_FOUND, NO_ROWS
 */
export function detectDialect(file: string, text: string, given: FormatOptions): DialectFound {
  const separator = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const told = given.delimiter ?? (DELIMITERS.find((one) => one === separator) as Delimiter);
  const body = separator ? text.slice(text.indexOf("\n") + 1) : text;
  const above = separator ? 1 : 0;
  const quote = given.quote ?? detectQuote(body);
  const candidates = (told ? [told] : DELIMITERS.filter((one) => one !== "whitespace")).map(
    (delimiter) => candidate({ delimiter, quote }, body, above + 1),
  );
  if (candidates.every(({ records }) => records.length === 0)) throw noRows(file, []);
  const best = candidates.reduce((a, b) => (isBetter(b, a) ? b : a));
  if (best.width < 2 && !told) throw delimiterNotFound(file, best);
  const because: Because = given.delimiter ? "given" : separator ? "sep-line" : "field-counts";
  const head = findHeader(file, best, given, above);
  const { delimiter } = best.dialect;
  return {
    dialect: best.dialect,
    ...head,
    decisions: [
      { decision: "delimiter", value: delimiter, because, examples: texts(best.records) },
      quoteDecision(quote, given),
      headerDecision(head, given),
    ],
  };
}

function texts(records: readonly FileRecord[]): string[] {
  return records.slice(0, 2).map(({ text }) => text.slice(0, 200));
}

/** Single quotes only where they stand around fields and double quotes stand nowhere. */
function detectQuote(text: string): Quote {
  if (text.includes('"')) return '"';
  const around = text.match(/(^|[,;\t|])'[^'\n]*'(?=[,;\t|\r\n]|$)/gm)?.length ?? 0;
  const lines = text.match(/\n/g)?.length ?? 1;
  return around > lines / 2 ? "'" : '"';
}

function candidate(dialect: Dialect, text: string, firstLine: number): Candidate {
  const records: FileRecord[] = [];
  for (const record of new RecordReader(dialect, firstLine).read(text, true)) {
    records.push(record);
    if (records.length === RECORDS_LOOKED_AT) break;
  }
  const counts = new Map<number, number>();
  for (const record of records) {
    const width = "fields" in record ? record.fields.length : 0;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const ranked = [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b - a);
  const [width, count] = ranked[0] ?? [1, counts.get(1) ?? 0];
  return { dialect, records, width, share: count / Math.max(1, records.length) };
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.width > 1 !== b.width > 1) return a.width > 1;
  return a.share === b.share ? a.width > b.width : a.share > b.share;
}

function findHeader(file: string, found: Candidate, given: FormatOptions, above: number) {
  const { records, width } = found;
  const skipped = given.titleLines === undefined ? undefined : given.titleLines + above;
  const rows = records.filter((record) => "fields" in record);
  const filled = Math.max(
    ...rows.map(({ fields }) => filledWidth(fields)).filter((n) => n <= width),
  );
  const at = rows.findIndex(({ fields, line }) =>
    skipped === undefined
      ? isFullRow(fields, width) || (fields.length === filled && isFullRow(fields, filled))
      : line > skipped,
  );
  const first = rows[at];
  if (!first) throw noRows(file, []);
  const second = rows[at + 1];
  const header = given.header ?? !isData(first.fields, second?.fields);
  const { names, duplicates } = columnNames(first.fields, header);
  if (header && !second && records.at(-1) === first) {
    throw noRows(file, names);
  }
  const lines = first.line + (first.text.match(/\r\n|\n|\r/g)?.length ?? 0);
  return {
    names,
    duplicates,
    header,
    titleLines: first.line - 1 - above,
    linesAbove: header ? lines : first.line - 1,
  };
}

/** Fields up to the last that holds something: rows may end in delimiters the header has not. */
function filledWidth(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== "") + 1;
}

/** Titles above a table fill few of its columns. */
function isFullRow(fields: readonly string[], width: number): boolean {
  const filled = fields.filter((field) => field.trim() !== "").length;
  return fields.length === width && filled >= Math.min(2, width) && filled * 2 >= width;
}

/** The first row is data if it holds numbers or dates where the second does, too. */
function isData(first: readonly string[], second: readonly string[] | undefined): boolean {
  return first.some((cell, i) => looksLikeValue(cell) && looksLikeValue(second?.[i] ?? cell));
}

/** Names as in the header; what is empty or there twice gets a number. */
export function columnNames(
  cells: readonly string[],
  header: boolean,
): { names: string[]; duplicates: string[] } {
  const names: string[] = [];
  const duplicates = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const name = (header ? cell.trim() : "") || `column ${index + 1}`;
    let unique = name;
    for (let copy = 2; names.includes(unique); copy++) unique = `${name} (${copy})`;
    if (unique !== name) duplicates.add(name);
    names.push(unique);
  }
  return { names, duplicates: [...duplicates] };
}

function quoteDecision(quote: Quote, given: FormatOptions): Decision {
  const because = given.quote ? "given" : quote === '"' ? "no-quotes" : "quotes-around-fields";
  return { decision: "quote", value: quote, because, examples: [] };
}

function headerDecision(
  { names, header, titleLines }: { names: readonly string[]; header: boolean; titleLines: number },
  given: FormatOptions,
): Decision {
  const found = header ? "names-over-values" : "values-in-first-row";
  return {
    decision: "header",
    value: header ? `line ${titleLines + 1}` : "none",
    because: given.header === undefined ? found : "given",
    examples: names.slice(0, 20),
  };
}

function noRows(file: string, columns: readonly string[]): SourceError {
  return new SourceError("NO_ROWS", `${file} holds no rows of data`, { file, columns });
}

function delimiterNotFound(file: string, { records }: Candidate): SourceError {
  const first = records[0];
  const text = first?.text.slice(0, 200) ?? "";
  return new SourceError(
    "DELIMITER_NOT_FOUND",
    `${file}: no delimiter cuts its rows into columns`,
    {
      file,
      line: first?.line ?? 1,
      text,
      candidates: DELIMITERS,
      flag: "--delimiter",
    },
  );
}
