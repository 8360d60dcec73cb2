/** Which rows are new: those above the highest value read before, and a little below it. */
import pg from "pg";
import type { Connection } from "./connect.ts";
import { PostgresError } from "./postgres-error.ts";
import { invalid } from "./postgres-options.ts";
import type { PostgresColumn, PostgresRelation } from "./relation.ts";
import type { RowIdentity } from "./row-identity.ts";

/** An hour for long transactions, a thousand numbers that a sequence had given out. */
const OVERLAPS = { time: "1 hour", day: "1 day", number: "1000", other: undefined } as const;
type Kind = keyof typeof OVERLAPS;

const TIMES = ["timestamp with time zone", "timestamp without time zone"];
const NUMBERS = ["smallint", "integer", "bigint", "numeric", "real", "double precision"];

/** What is above and below everything: such a value would be the last one ever read. */
const ENDLESS = "'infinity', '-infinity', 'Infinity', '-Infinity', 'NaN'";

/**
 * @throws PostgresError POSTGRES_COLUMN_UNKNOWN
 */
export function watermarkColumn(relation: PostgresRelation, name: string): PostgresColumn {
  const found = relation.columns.find((column) => column.name === name);
  if (found) return found;
  const reason = `${name}? ${relation.columns.map((column) => column.name).join(", ")}`;
  const message = `there is no column ${name}`;
  throw new PostgresError("POSTGRES_COLUMN_UNKNOWN", message, { database: relation.name, reason });
}

function kindOf({ type }: PostgresColumn): Kind {
  if (TIMES.includes(type)) return "time";
  if (type === "date") return "day";
  return NUMBERS.includes(type) ? "number" : "other";
}

/**
 * The highest value there is now, as text; null where there is none. What lies ahead of now waits.
 *
 * @param least where the search may begin
 * @throws PostgresError POSTGRES_WATERMARK_INVALID where the type has no order
 */
export async function highestValue(
  { client }: Connection,
  { sql }: PostgresRelation,
  column: PostgresColumn,
  least: string | null,
): Promise<string | null> {
  const { name, type } = column;
  const value = cell(name);
  const kind = kindOf(column);
  const conditions = [
    `${value} IS NOT NULL`,
    `CAST(${value} AS text) NOT IN (${ENDLESS})`,
    ...(kind === "time" || kind === "day" ? [`${value} <= now()`] : []),
    ...(least === null ? [] : [`${value} >= ${constant(least, type)}`]),
  ];
  try {
    const { rows } = await client.query<{ highest: string }>(
      `SELECT CAST(${value} AS text) AS highest FROM ${sql}
       WHERE ${conditions.join(" AND ")} ORDER BY ${value} DESC LIMIT 1`,
    );
    return rows[0]?.highest ?? least;
  } catch (cause) {
    if ((cause as { code?: string }).code !== "42883") throw cause;
    const message = `${name} cannot be a watermark: ${type} has no order`;
    throw new PostgresError(
      "POSTGRES_WATERMARK_INVALID",
      message,
      { column: name, type },
      { cause },
    );
  }
}

export type Since = {
  readonly column: PostgresColumn;
  /** The highest value read before. */
  readonly value: string;
  readonly overlap: string | undefined;
  /** By what the import told rows apart then. */
  readonly identity: RowIdentity | null;
};

/**
 * A SELECT of the rows that may be new. Ties are read again, and so is what the import compares
 * them with: all lines of an order that has a new one, unless lines have ids of their own, and
 * rows that lack a part of their key.
 */
export function newRows({ sql }: PostgresRelation, since: Since): string {
  const { columns, sure } = since.identity ?? { columns: [], sure: true };
  const value = cell(since.column.name);
  const isNew = `(${value} >= ${startSql(since)} OR ${value} IS NULL)`;
  const key = columns.map(cell);
  const incomplete = key.map((part) => `${part} IS NULL`);
  const select = `SELECT rows.* FROM ${sql} WHERE`;
  if (sure) return `${select} ${[isNew, ...incomplete].join(" OR ")}`;
  // Two parts: an IN beside an OR is no join, and PostgreSQL would look it up row by row.
  const inNewOrders = `(${key}) IN (SELECT ${key} FROM ${sql} WHERE ${isNew})`;
  return `${select} ${inNewOrders} UNION ALL ${select} ${incomplete.join(" OR ")}`;
}

/** @throws SourceError OPTION_INVALID where the overlap does not fit the column */
function startSql({ column, value, overlap }: Since): string {
  const kind = kindOf(column);
  const back = overlap ?? OVERLAPS[kind];
  const last = constant(value, column.type);
  if (back === undefined) return last;
  const isNumber = /^\d+$/.test(back);
  if (isNumber !== (kind === "number") || kind === "other") {
    const allowed = { time: "2 hours", day: "7 days", number: "5000", other: "–" }[kind];
    throw invalid("overlap", back, allowed);
  }
  return `${last} - ${constant(back, isNumber ? column.type : "interval")}`;
}

function constant(value: string, type: string): string {
  return `CAST(${pg.escapeLiteral(value)} AS ${type})`;
}

function cell(name: string): string {
  return `rows.${pg.escapeIdentifier(name)}`;
}
