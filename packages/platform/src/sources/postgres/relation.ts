/** What is read: a table or a query, as something that may stand behind FROM, and its columns. */
import type { Connection } from "./connect.ts";
import { PostgresError } from "./postgres-error.ts";
import type { PostgresOptions } from "./postgres-options.ts";

export type PostgresRelation = {
  /** Stands behind FROM; its rows are called `rows`. */
  readonly sql: string;
  /** How people know it: schema.table, or "query". */
  readonly name: string;
  /** Server, database and table or query: what a watermark belongs to. */
  readonly origin: string;
  /** Where its rows come from unless the user gives the source a name. */
  readonly source: string;
  readonly columns: readonly PostgresColumn[];
};

export type PostgresColumn = {
  readonly name: string;
  /** As PostgreSQL writes it, without length: numeric, timestamp with time zone … */
  readonly type: string;
};

/**
 * @throws PostgresError POSTGRES_TABLE_UNKNOWN
 * @throws pg's errors of a query that is wrong
 */
export async function describeRelation(
  connection: Connection,
  { query, from }: PostgresOptions,
): Promise<PostgresRelation> {
  const { place, database } = connection;
  if (from !== undefined) {
    const table = await findTable(connection, from);
    const sql = `${table.sql} AS rows`;
    const name = `${table.schema}.${table.name}`;
    const columns = await columnsOf(connection, sql);
    return { sql, name, origin: `${place} ${name}`, source: `${database}.${name}`, columns };
  }
  const select = (query ?? "").trim().replace(/[;\s]+$/, "");
  // A comment in the last line must not swallow the bracket.
  const sql = `(\n${select}\n) AS rows`;
  const columns = await columnsOf(connection, sql);
  return { sql, name: "query", origin: `${place} ${select}`, source: database, columns };
}

type Table = { readonly schema: string; readonly name: string; readonly sql: string };

/** Names are read as PostgreSQL reads them: without quotes they are lower case. */
async function findTable({ client, label }: Connection, from: string): Promise<Table> {
  const { rows } = await client.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql
     FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.oid = to_regclass($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
    [from],
  );
  const [found] = rows;
  if (found) return found;
  const reason = `${from}? ${(await alike({ client }, from)).join(", ")}`.trim();
  const message = `${label} has no table ${from}`;
  throw new PostgresError("POSTGRES_TABLE_UNKNOWN", message, { database: label, reason });
}

/** Tables whose name is the same in another schema or another spelling. */
async function alike({ client }: Pick<Connection, "client">, from: string): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS sql
     FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND lower(c.relname) = lower($1)
       AND n.nspname NOT IN ('pg_catalog', 'information_schema')
     ORDER BY 1 LIMIT 5`,
    [from.split(".").at(-1)?.replaceAll('"', "")],
  );
  return rows.map(({ sql }) => sql);
}

/**
 * Prepared, so that the server takes one statement only. Nothing is read: the query is planned.
 */
async function columnsOf({ client }: Connection, sql: string): Promise<PostgresColumn[]> {
  const text = `SELECT rows.* FROM ${sql} LIMIT 0`;
  const { fields } = await client.query({ name: "kundenwert_columns", text });
  const { rows } = await client.query<{ type: string }>(
    `SELECT pg_catalog.format_type(t.oid, NULL) AS type
     FROM unnest($1::oid[]) WITH ORDINALITY AS t(oid, position) ORDER BY position`,
    [fields.map(({ dataTypeID }) => dataTypeID)],
  );
  return fields.map(({ name }, index) => ({ name, type: rows[index]?.type ?? "text" }));
}
