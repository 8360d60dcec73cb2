export type TableCell = string | number | null;

export type TableColumn = {
  readonly label: string;
  /** How a number of this column is shown; absent for text. */
  readonly format?: (value: number | null) => string;
};

/** The figures behind a chart, or a table by itself: shown, and written to CSV. */
export type TableData = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
};

/** A cell as people read it. */
export function cellText(cell: TableCell, { format }: TableColumn): string {
  if (format && typeof cell !== "string") return format(cell);
  return cell === null ? "–" : String(cell);
}

/** A row in words, each cell after the name of its column. */
export function rowText({ columns }: TableData, row: readonly TableCell[]): string {
  return columns
    .map((column, i) => `${column.label}: ${cellText(row[i] ?? null, column)}`)
    .join("; ");
}

/** For programs, and for German Excel: byte order mark, semicolons, decimal commas. */
export type CsvPreset = "rfc4180" | "excel-de";

const FORMATS = {
  rfc4180: { start: "", delimiter: ",", decimal: "." },
  "excel-de": { start: "\uFEFF", delimiter: ";", decimal: "," },
} as const;

/** What a spreadsheet might take for a formula, also in full-width form. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** The table as CSV (RFC 4180). Text that could be a formula is preceded by an apostrophe. */
export function toCsv({ columns, rows }: TableData, preset: CsvPreset): string {
  const { start, delimiter, decimal } = FORMATS[preset];
  const quoted = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (value: TableCell): string => {
    if (value === null) return "";
    if (typeof value === "string") return quoted(FORMULA.test(value) ? `'${value}` : value);
    return Number.isFinite(value) ? String(value).replace(".", decimal) : "";
  };
  const lines = [columns.map(({ label }) => label), ...rows];
  return `${start}${lines.map((line) => line.map(cell).join(delimiter)).join("\r\n")}\r\n`;
}
