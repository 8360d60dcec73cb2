import type { JsonColumn } from "./json-columns.ts";
import type { Reading } from "./reading.ts";
import { cellName } from "./relation.ts";
import { literal } from "./sql-text.ts";

/** JSON lines as columns, over the reading of their lines. */
export function openJson(lines: Reading, columns: readonly JsonColumn[]): Reading {
  return {
    ...lines,
    relation: (wanted, rowText) => {
      const pointers = wanted.map((index) => literal(columns[index]?.pointer ?? ""));
      const cells = wanted.map((index, at) => `fields[${at + 1}] AS ${cellName(index)}`);
      const text = rowText ? ["document AS row_text"] : [];
      const isObject = "coalesce(CASE WHEN json_valid(c0) THEN json_type(c0) END, '') = 'OBJECT'";
      const read = `CASE WHEN ${isObject} THEN json_extract_string(c0, [${pointers.join(", ")}]) END`;
      const inner = lines.relation([0]);
      const documents = `SELECT * RENAME (c0 AS document), ${read} AS fields
        FROM (${inner.cells}) AS lines`;
      return {
        cells: `SELECT ${["*", "fields IS NULL AS broken", ...cells, ...text].join(", ")}
          FROM (${documents}) AS documents`,
        line: inner.line,
      };
    },
  };
}
