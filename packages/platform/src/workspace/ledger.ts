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

/** Makes the ledger's tables where they are missing. */
export async function createLedger(engine: Engine): Promise<void> {
  for (const table of LEDGER_TABLES) await engine.run(readSql(`ledger/${table}`));
}
