import type { Engine } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";

/** The canonical tables; each is declared in sql/ledger/<name>.sql. */
export const LEDGER_TABLES = [
  "imports",
  "extracts",
  "rejects",
  "orders",
  "orders_superseded",
  "customers",
  "customer_attributes",
  "subscriptions",
  "interactions",
  "usage",
  "feedback",
  "costs",
  "products",
  "campaigns",
  "campaign_members",
  "referrals",
  "consents",
  "exchange_rates",
  "identifiers",
  "identity_log",
  "customer_alias",
] as const;
export type LedgerTable = (typeof LEDGER_TABLES)[number];

/** Tables that hold what users brought; orders_superseded has a declaration of its own. */
const IMPORTED = LEDGER_TABLES.slice(LEDGER_TABLES.indexOf("customers"));

/**
 * Makes the ledger's tables where they are missing. Beside each table stands one of the same
 * columns for rows that others replaced: nothing of the ledger is ever deleted.
 */
export async function createLedger(engine: Engine): Promise<void> {
  for (const table of LEDGER_TABLES) await engine.run(readSql(`ledger/${table}`));
  await addMissingColumns(engine);
  for (const table of IMPORTED) {
    await engine.run(`CREATE TABLE IF NOT EXISTS ${table}_superseded AS
      SELECT CAST(NULL AS INTEGER) AS superseded_by, * FROM ${table} WHERE FALSE`);
  }
}

/** A ledger made by an earlier version gets the columns that were declared since, empty. */
async function addMissingColumns(engine: Engine): Promise<void> {
  const rows = await engine.rows(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'main'",
  );
  const known = new Set(rows.map((row) => `${row.table_name}.${row.column_name}`));
  for (const table of LEDGER_TABLES) {
    for (const [column, type] of declaredColumns(table)) {
      for (const one of [table, `${table}_superseded`]) {
        const isThere = rows.some((row) => row.table_name === one);
        if (!isThere || known.has(`${one}.${column}`)) continue;
        await engine.run(`ALTER TABLE ${one} ADD COLUMN ${column} ${type}`);
      }
    }
  }
}

/** The columns of a table of the ledger with their types, as its file declares them. */
export function declaredColumns(table: LedgerTable): [name: string, type: string][] {
  const lines = readSql(`ledger/${table}`).matchAll(/^ {2}(\w+) ([A-Z][^\n]*?),?$/gm);
  return [...lines].map(([, name, type]) => [name as string, type as string]);
}
