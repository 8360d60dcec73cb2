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

export type CsvCell = string | number | null;

/** Writes rows of CSV. Text that could be a formula is preceded by an apostrophe. */
export function csvWriter(preset: CsvPreset): {
  start: string;
  row(cells: readonly CsvCell[]): string;
} {
  const { start, delimiter, decimal } = FORMATS[preset];
  const quoted = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (value: CsvCell): string => {
    if (value === null) return "";
    if (typeof value === "string") return quoted(FORMULA.test(value) ? `'${value}` : value);
    return Number.isFinite(value) ? String(value).replace(".", decimal) : "";
  };
  return { start, row: (cells) => `${cells.map(cell).join(delimiter)}\r\n` };
}
