import type { ImportOptions } from "../import-options.ts";
import { SourceError } from "../source-error.ts";
import { PostgresError } from "./postgres-error.ts";

/** How to read a table or a query; what its columns mean is said as for a file. */
export type PostgresOptions = Omit<
  ImportOptions,
  "fileName" | "format" | "extract" | "onProgress"
> & {
  /** postgresql://user@host:port/database?sslmode=…; what it leaves out, pg takes from PG… and ~/.pgpass. */
  readonly url: string;
  /** One SELECT; or else `from`. */
  readonly query?: string | undefined;
  /** A table or view: table, schema.table, "Schema"."Table". */
  readonly from?: string | undefined;
  /** A column that only grows: later imports read the rows above its highest value. */
  readonly watermark?: string | undefined;
  /** How far below that value to read again, for rows that were committed late: "2 hours", 5000. */
  readonly overlap?: string | undefined;
  /** Read everything once more in spite of a watermark. */
  readonly full?: boolean | undefined;
  /** Seconds that one statement may take; an hour unless said. */
  readonly timeout?: number | undefined;
  readonly onProgress?:
    | ((event: { readonly phase: PostgresPhase; readonly share: number }) => void)
    | undefined;
};

type PostgresPhase = "extract" | Parameters<NonNullable<ImportOptions["onProgress"]>>[0]["phase"];

const OVERLAP = /^\d{1,9}( (second|minute|hour|day|week|month|year)s?)?$/;
const LONGEST_TIMEOUT = 7 * 24 * 3600;

/** @throws SourceError OPTION_INVALID; PostgresError POSTGRES_NOT_A_SELECT */
export function requireValidPostgres(options: PostgresOptions): void {
  const { query, from, watermark, overlap, timeout } = options;
  if ((query === undefined) === (from === undefined)) {
    throw invalid("query", query ?? "", "--query SELECT or --from TABLE, one of them");
  }
  if (query !== undefined) requireSelect(query);
  if (from?.trim() === "") throw invalid("from", from, "schema.table");
  if (watermark?.trim() === "") throw invalid("watermark", watermark, "a column");
  if (overlap !== undefined && !OVERLAP.test(overlap)) {
    throw invalid("overlap", overlap, "2 hours, 7 days; 5000 for numbers");
  }
  if (timeout !== undefined && !(timeout > 0 && timeout <= LONGEST_TIMEOUT)) {
    throw invalid("timeout", timeout, `1 … ${LONGEST_TIMEOUT}`);
  }
}

export function invalid(option: string, value: unknown, allowed: unknown): SourceError {
  const message = `${JSON.stringify(value)} is no value of ${option}`;
  return new SourceError("OPTION_INVALID", message, { option, value, allowed });
}

const COMMENTS = /^(\s+|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)+/;

/**
 * Says early what is no query. That it is only one, and that it writes nothing, the server sees
 * to: it is prepared as a part of another SELECT, in a transaction that may only read.
 */
function requireSelect(query: string): void {
  const [word = ""] = /^[a-z]*/i.exec(query.replace(COMMENTS, "").replace(/^[\s(]+/, "")) ?? [];
  if (["select", "with"].includes(word.toLowerCase())) return;
  const reason = word === "" ? "?" : word.toUpperCase();
  throw new PostgresError("POSTGRES_NOT_A_SELECT", `${reason} is no SELECT`, { reason });
}
