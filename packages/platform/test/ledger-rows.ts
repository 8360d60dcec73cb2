import type { Engine, SqlValue } from "../src/engines/engine.ts";
import { identifier } from "../src/engines/engine.ts";
import type { LedgerTable } from "../src/workspace/ledger.ts";

/** A row of the ledger as a test writes it; what is left out is NULL, the line counts on. */
export type LedgerRow = Readonly<Record<string, SqlValue>>;

/** Puts rows into tables of the ledger, and an import that brought them. */
export async function addRows(
  engine: Engine,
  tables: Readonly<Partial<Record<LedgerTable, readonly LedgerRow[]>>>,
  importId = 1,
): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (const [at, row] of rows.entries()) {
      const values = { import_id: importId, line: at + 1, ...row };
      const names = Object.keys(values).map(identifier);
      await engine.run(
        `INSERT INTO ${identifier(table)} (${names.join(", ")}) SELECT ${names.map((name) => `$${name}`).join(", ")}`,
        values,
      );
    }
  }
  await engine.run(
    `INSERT INTO imports (import_id, imported_at, rows_added)
     SELECT $import_id, TIMESTAMP '2026-12-31 12:00:00', 1`,
    { import_id: importId },
  );
}
