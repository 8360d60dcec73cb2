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
  const known = await knownColumns(engine);
  for (const table of LEDGER_TABLES) {
    if (!known.has(table)) await engine.run(readSql(`ledger/${table}`));
    await addMissingColumns(engine, table, table, known);
  }
  for (const table of IMPORTED) {
    const beside = `${table}_superseded`;
    if (!known.has(beside)) {
      await engine.run(`CREATE TABLE IF NOT EXISTS ${beside} AS
        SELECT CAST(NULL AS INTEGER) AS superseded_by, * FROM ${table} WHERE 1 = 0`);
    }
    await addMissingColumns(engine, beside, table, known);
  }
}

/** The columns of every table there is; asked once, because on a cluster each question takes time. */
async function knownColumns(engine: Engine): Promise<Map<string, Set<string>>> {
  const rows = await engine.rows(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = current_schema`,
  );
  const known = new Map<string, Set<string>>();
  for (const { table_name, column_name } of rows) {
    const columns = known.get(String(table_name)) ?? new Set();
    known.set(String(table_name), columns.add(String(column_name)));
  }
  return known;
}

/** A table made by an earlier version gets the columns that were declared since, empty. */
async function addMissingColumns(
  engine: Engine,
  table: string,
  declaredAs: LedgerTable,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  const there = known.get(table);
  if (!there) return;
  for (const [column, type] of declaredColumns(declaredAs)) {
    if (!there.has(column)) await engine.run(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
  }
}

/** The columns of a table of the ledger with their types, as its file declares them. */
export function declaredColumns(table: LedgerTable): [name: string, type: string][] {
  const lines = readSql(`ledger/${table}`).matchAll(/^ {2}(\w+) ([A-Z][^\n]*?),?$/gm);
  return [...lines].map(([, name, type]) => [name as string, type as string]);
}
