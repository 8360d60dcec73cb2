import type { Delimiter, Quote } from "./file-format.ts";

/** How records are cut into fields. */
export type Dialect = {
  readonly delimiter: Delimiter | typeof NO_DELIMITER;
  readonly quote: Quote;
};

/** A character that text does not hold: every line is one field. */
const NO_DELIMITER = "\u0001";
/** JSON lines, seen as a table of one column. */
export const ONE_FIELD: Dialect = { delimiter: NO_DELIMITER, quote: "none" };

/** Longer rows are refused: one of them must not fill the memory. In bytes or characters. */
export const ROW_LIMIT = 1_000_000;

/** The fields of one line that holds no quote. */
export function splitLine(line: string, delimiter: Dialect["delimiter"]): string[] {
  return delimiter === "whitespace" ? line.trim().split(/\s+/) : line.split(delimiter);
}
