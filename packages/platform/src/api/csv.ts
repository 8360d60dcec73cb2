import { type ByteText, signSet } from "./byte-text.ts";
import { type Cell, isoDay } from "./cells.ts";

export type CsvPreset = "excel-de" | "rfc4180";

type CsvFormat = {
  readonly start: string;
  readonly delimiter: string;
  readonly decimal: string;
};
/** German Excel reads UTF-8 only with a byte order mark, and splits at semicolons. */
const FORMATS: Readonly<Record<CsvPreset, CsvFormat>> = {
  "excel-de": { start: "\uFEFF", delimiter: ";", decimal: "," },
  rfc4180: { start: "", delimiter: ",", decimal: "." },
};

/** What a spreadsheet might take for a formula, also in full-width form. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
/** Text of these only is never quoted, and a formula only if it opens with the minus. */
const HARMLESS = signSet(/[\w .:/-]/);

type CsvWriter = {
  readonly start: string;
  row(cells: readonly Cell[]): string;
  /** Writes what `row` returns. */
  write(cells: readonly Cell[], into: ByteText): void;
};

/** Writes rows of CSV. Text that could be a formula is preceded by an apostrophe. */
export function csvWriter(preset: CsvPreset): CsvWriter {
  const { start, delimiter, decimal } = FORMATS[preset];
  const point = decimal.charCodeAt(0);
  const quoted = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (value: Cell): string => {
    if (value === null) return "";
    if (typeof value === "string") return quoted(FORMULA.test(value) ? `'${value}` : value);
    if (typeof value === "object") return isoDay(value);
    return Number.isFinite(value) ? String(value).replace(".", decimal) : "";
  };
  const write = (value: Cell, into: ByteText) => {
    if (value === null) return;
    if (typeof value === "object") into.ascii(isoDay(value));
    else if (typeof value === "string") {
      if (value.startsWith("-") || !into.onlyOf(HARMLESS, value)) into.utf8(cell(value));
    } else if (Number.isFinite(value)) into.number(value, point);
  };
  return {
    start,
    row: (cells) => `${cells.map(cell).join(delimiter)}\r\n`,
    write(cells, into) {
      for (let i = 0; i < cells.length; i++) {
        if (i > 0) into.ascii(delimiter);
        write(cells[i] ?? null, into);
      }
      into.ascii("\r\n");
    },
  };
}
