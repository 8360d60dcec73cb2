import type { ErrorText } from "./errors-en.ts";

/** What the command line says of PostgreSQL. */
export const postgresTexts = {
  options: {
    postgres: "import from PostgreSQL: postgresql://user@host:port/database; password in ~/.pgpass",
    query: "with --postgres: one SELECT",
    from: "with --postgres: a table or view, such as public.orders",
    watermark: "with --postgres: a column that only grows; later imports read what lies above it",
    overlap: "how far below the watermark to read again: '2 hours', '7 days', 5000",
    full: "read everything once more in spite of the watermark",
    timeout: "with --postgres: seconds that one statement may take (an hour)",
  },
  upTo: (column: string, value: string) => `read up to ${column} = ${value}; next time from there`,
};

/** What went wrong between here and a PostgreSQL server. `reason` is in the server's words. */
export const postgresErrorsEn = {
  POSTGRES_URL_INVALID: (f) => [
    `The URL of the database cannot be used: ${f.reason}.`,
    "Write it as postgresql://user@host:5432/database?sslmode=verify-full",
  ],
  POSTGRES_UNREACHABLE: (f) => [
    `There is no connection to ${f.database}: ${f.reason}.`,
    "Check host and port, whether the server runs, and whether a firewall stands between.",
  ],
  POSTGRES_TLS_FAILED: (f) => [
    `No encrypted connection to ${f.database}: ${f.reason}.`,
    "Name the authority in the URL (sslmode=verify-full&sslrootcert=FILE), or allow plain text (sslmode=disable).",
  ],
  POSTGRES_LOGIN_FAILED: (f) => [
    `${f.database} refuses the login: ${f.reason}.`,
    "Check user and password (~/.pgpass, PGPASSWORD or the URL) and the server's pg_hba.conf.",
  ],
  POSTGRES_DATABASE_UNKNOWN: (f) => [
    `The server of ${f.database} has no such database: ${f.reason}.`,
    "Correct the last part of the URL.",
  ],
  POSTGRES_TABLE_UNKNOWN: (f) => [
    `${f.database} has no such table: ${f.reason}.`,
    'Write schema.table; names with capitals need double quotes: \'"Shop"."Orders"\'.',
  ],
  POSTGRES_COLUMN_UNKNOWN: (f) => [
    `${f.database} has no such column: ${f.reason}.`,
    "Correct its name; capitals count.",
  ],
  POSTGRES_PERMISSION_DENIED: (f) => [
    `${f.database} does not allow it: ${f.reason}.`,
    "Let its administrator GRANT SELECT on the tables to this user.",
  ],
  POSTGRES_NOT_A_SELECT: (f) => [
    `Only one SELECT may be run: ${f.reason}.`,
    "Write a query that reads, starting with SELECT or WITH.",
  ],
  POSTGRES_QUERY_INVALID: (f) => [
    `${f.database} cannot read the query: ${f.reason}.`,
    "Correct it; psql shows where the fault is. Only one statement is allowed.",
  ],
  POSTGRES_QUERY_FAILED: (f) => [
    `The query failed in ${f.database}: ${f.reason}.`,
    "Nothing was imported. Correct the query, then start again.",
  ],
  POSTGRES_WATERMARK_INVALID: (f) => [
    `${f.column} cannot be a watermark: values of type ${f.type} have no order.`,
    "Take a column that grows, such as the time of the last change or a serial number.",
  ],
  POSTGRES_TIMEOUT: (f) => [
    `${f.database} took too long: ${f.reason}.`,
    "Nothing was imported. Allow more with --timeout, or give the watermark's column an index.",
  ],
  POSTGRES_CONNECTION_LOST: (f) => [
    `The connection to ${f.database} broke off: ${f.reason}.`,
    "Nothing was imported. Start again.",
  ],
  POSTGRES_KEY_MISSING: (f) => [
    `By ${f.column}, rows without an id cannot be told apart: a new one could be taken for an old one.`,
    "Map the id of each row (--map line=COLUMN or order=COLUMN), or take the time of the purchase as watermark.",
  ],
  POSTGRES_SOURCE_TAKEN: (f) => [
    `The source ${f.source} came from elsewhere before (import ${f.importId}): ${f.before}.`,
    "Are these the same rows, say --source with the same name; are they others, with another one.",
  ],
} satisfies Record<string, ErrorText>;
