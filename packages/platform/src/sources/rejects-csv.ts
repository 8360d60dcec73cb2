import type { Workspace } from "../workspace/workspace.ts";
import { escaped } from "./escaped.ts";

const COLUMNS = ["file", "line", "column_name", "value", "reason", "row_text"] as const;

/** The refused rows of an import as CSV, piece by piece, in the order of their lines. */
export async function* rejectsCsv({ engine }: Workspace, importId: number): AsyncGenerator<string> {
  yield "file,line,column,value,reason,row\n";
  const sql = `SELECT file, CAST(line AS VARCHAR) AS line, column_name, value, reason, row_text
    FROM rejects WHERE import_id = $import_id ORDER BY rejects.line`;
  for await (const batch of engine.batches(sql, { import_id: importId })) {
    const columns = COLUMNS.map((name) => batch[name] as readonly (string | null)[]);
    const rows = (columns[0] ?? []).map(
      (_, index) => `${columns.map((column) => escaped(column[index] ?? "")).join(",")}\n`,
    );
    if (rows.length > 0) yield rows.join("");
  }
}
