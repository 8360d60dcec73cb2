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
  for (const table of IMPORTED) {
    await engine.run(`CREATE TABLE IF NOT EXISTS ${table}_superseded AS
      SELECT CAST(NULL AS INTEGER) AS superseded_by, * FROM ${table} WHERE FALSE`);
  }
}
