/** SQL over CSV files of which everything is known. */
import { cellName, type Relation } from "./relation.ts";
import { literal } from "./sql-text.ts";

/** What tidyFile writes. */
const TIDY = ["delim = ','", `quote = '"'`, `escape = '"'`, "new_line = '\\n'"];

/** The rows of a file of faults: line, reason, row_text. */
export function faultsSql(path: string): string {
  return `SELECT CAST(line AS BIGINT) AS line, reason, row_text
    FROM ${readCsv(path, ["line", "reason", "row_text"], TIDY)}`;
}

/** In one thread: only then does row_number count lines in their order. */
export function readCsv(
  path: string,
  names: readonly string[],
  options: readonly string[],
): string {
  const columns = names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
  const fixed = ["auto_detect = false", "header = false", "parallel = false"];
  const all = [`columns = {${columns}}`, ...fixed, ...options];
  return `read_csv(${literal(path)}, ${all.join(", ")})`;
}

/** A row as it could stand in the file, quoted where need be. */
export function rowTextSql(cells: readonly string[], delimiter: string): string {
  if (cells.length === 1) return cells[0] as string;
  const sign = delimiter === "whitespace" ? " " : delimiter;
  const special = literal(`["\r\n${sign === "\t" ? "\\t" : sign}]`);
  const value = `CASE WHEN regexp_matches(x, ${special})
    THEN concat('"', replace(x, '"', '""'), '"') ELSE coalesce(x, '') END`;
  return `array_to_string(list_transform([${cells.join(", ")}], lambda x: ${value}), ${literal(sign)})`;
}

/** Rows written by tidyFile, with the cells asked for. */
export function tidyRelation(
  path: string,
  columns: number,
  wanted: readonly number[],
  also: readonly string[] = [],
): Relation {
  const names = Array.from({ length: columns }, (_, index) => cellName(index));
  const cells = ["file_line", ...wanted.map(cellName), ...also].join(", ");
  return {
    cells: `SELECT ${cells} FROM ${readCsv(path, ["file_line", ...names], TIDY)}`,
    line: "CAST(file_line AS BIGINT)",
  };
}
