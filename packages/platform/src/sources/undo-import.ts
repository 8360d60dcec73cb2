import type { Workspace } from "../workspace/workspace.ts";
import { SourceError } from "./source-error.ts";
import type { SourceWarning } from "./source-warning.ts";
import { takeBack } from "./take-back.ts";

export type UndoReport = {
  readonly importId: number;
  /** Rows that left the ledger. */
  readonly removed: number;
  /** Rows that came back because this import had replaced them. */
  readonly restored: number;
  readonly warnings: readonly SourceWarning[];
};

/**
 * Takes an import back, all or nothing. Its rows are kept in the table of superseded ones.
 *
 * @throws SourceError IMPORT_UNKNOWN, IMPORT_UNDONE
 */
export async function undoImport({ engine }: Workspace, importId: number): Promise<UndoReport> {
  const [row] = await engine.rows(
    "SELECT target, source, CAST(undone_at AS VARCHAR) AS undone_at FROM imports WHERE import_id = $id",
    { id: importId },
  );
  if (!row) {
    throw new SourceError("IMPORT_UNKNOWN", `There is no import ${importId}`, { importId });
  }
  if (row.undone_at !== null) {
    const details = { importId, undoneAt: row.undone_at };
    throw new SourceError("IMPORT_UNDONE", `Import ${importId} is taken back already`, details);
  }
  const later = await engine.rows(
    `SELECT import_id FROM imports WHERE source = $source AND target = $target
       AND import_id > $id AND rows_known > 0 AND undone_at IS NULL ORDER BY import_id`,
    { source: row.source ?? "", target: row.target ?? "", id: importId },
  );
  const taken = await engine.transaction((inside) => takeBack(inside, importId, null));
  const imports = later.map((one) => Number(one.import_id));
  const warnings: SourceWarning[] =
    imports.length > 0 ? [{ code: "LATER_IMPORTS_SKIPPED_ROWS", details: { imports } }] : [];
  return { importId, ...taken, warnings };
}
