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

/** What a spreadsheet might take for a formula, also in full-width form. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * The table as CSV for the reader's spreadsheet: where the decimal sign is a comma, columns are
 * split by semicolons, as Excel does there.
 */
export function toCsv({ columns, rows }: TableData, locale: string): string {
  const comma = new Intl.NumberFormat(locale).format(0.5).includes(",");
  const delimiter = comma ? ";" : ",";
  const quoted = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const cell = (value: TableCell): string => {
    if (value === null) return "";
    if (typeof value === "string") return quoted(FORMULA.test(value) ? `'${value}` : value);
    return comma ? String(value).replace(".", ",") : String(value);
  };
  const lines = [columns.map(({ label }) => label), ...rows];
  return `\uFEFF${lines.map((line) => line.map(cell).join(delimiter)).join("\r\n")}\r\n`;
}
