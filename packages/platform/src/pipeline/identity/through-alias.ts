import { readSql } from "../../engines/sql-file.ts";

/**
 * The tables whose rows belong to a customer, and their columns that name one. Consents are not
 * among them: a consent holds for the number that gave it and for no other.
 */
const CUSTOMER_COLUMNS = {
  orders: ["customer_id"],
  customers: ["customer_id", "referred_by"],
  customers_superseded: ["customer_id", "referred_by"],
  customer_attributes: ["customer_id"],
  subscriptions: ["customer_id"],
  subscriptions_superseded: ["customer_id"],
  interactions: ["customer_id"],
  usage: ["customer_id"],
  feedback: ["customer_id"],
  costs: ["customer_id"],
  campaign_members: ["customer_id"],
  referrals: ["referrer_id", "referred_id"],
} as const;
type AliasedTable = keyof typeof CUSTOMER_COLUMNS;

const TABLES = Object.keys(CUSTOMER_COLUMNS).join("|");
const READS = new RegExp(`\\b(FROM|JOIN)\\s+(${TABLES})\\b(?:\\s+AS\\s+(\\w+))?`, "gi");

/**
 * The same query, reading every table of the ledger with the numbers of merged customers replaced
 * by the canonical ones. For use where there are aliases; elsewhere the query stays as it is.
 */
export function throughAlias(sql: string): string {
  const code = sql.replaceAll(/--.*$/gm, "");
  return code.replaceAll(READS, (_, verb: string, table: AliasedTable, name?: string) => {
    return `${verb} ${aliased(table)} AS ${name ?? table}`;
  });
}

function aliased(table: AliasedTable): string {
  const named: readonly string[] = CUSTOMER_COLUMNS[table];
  const columns = columnsOf(table).map((column) =>
    named.includes(column)
      ? `coalesce(${column}_own.canonical_id, ${column}_any.canonical_id, raw.${column}) AS ${column}`
      : `raw.${column} AS ${column}`,
  );
  const joins = named.map(
    (column) => `LEFT JOIN customer_alias AS ${column}_any
    ON ${column}_any.customer_id = raw.${column} AND ${column}_any.source = ''
  LEFT JOIN (
    SELECT DISTINCT imports.import_id, customer_alias.customer_id, customer_alias.canonical_id
    FROM customer_alias JOIN imports ON customer_alias.source = imports.source
    WHERE customer_alias.source <> ''
  ) AS ${column}_own
    ON ${column}_own.customer_id = raw.${column} AND ${column}_own.import_id = raw.import_id`,
  );
  return `(SELECT ${columns.join(", ")}
  FROM ${table} AS raw
  ${joins.join("\n  ")})`;
}

/** The columns of a table of the ledger, as its file declares them. */
function columnsOf(table: AliasedTable): string[] {
  // Declared as the table itself with one column more: see createLedger.
  const of = table.match(/^(.+)_superseded$/)?.[1];
  if (of) return ["superseded_by", ...columnsOf(of as AliasedTable)];
  return [...readSql(`ledger/${table}`).matchAll(/^ {2}(\w+) [A-Z]/gm)].map(
    ([, column]) => column as string,
  );
}
