import { type Engine, identifier } from "../../engines/engine.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";
import { aliasFingerprint, digest } from "../journal.ts";

/** The moment each row of the ledger tells of. What has none concerns every period. */
export const HAPPENED: Readonly<Partial<Record<LedgerTable, string>>> = {
  orders: "ordered_at",
  customers: "registered_on",
  customer_attributes: "valid_from",
  subscriptions: "started_on",
  interactions: "happened_at",
  usage: "used_at",
  feedback: "given_at",
  campaign_members: "contacted_at",
  referrals: "referred_on",
  consents: "decided_at",
  exchange_rates: "day",
};

/** Which rows a table of the ledger holds of a month; the month is empty for rows without a date. */
export type MonthPrint = { readonly month: string; readonly print: string };

/**
 * Tells which rows the ledger holds, month by month, without reading their content: a row never
 * changes, so its import and line stand for it.
 *
 * @returns a digest of all that happened up to a day, or at no known time
 */
export async function ledgerDigests(
  engine: Engine,
  tables: readonly LedgerTable[],
): Promise<(end: string) => string> {
  const prints = new Map<LedgerTable, readonly MonthPrint[]>();
  for (const table of tables) prints.set(table, await monthPrints(engine, table));
  const aliases = await aliasFingerprint(engine);
  return (end) =>
    digest([
      ...(aliases ? [aliases] : []),
      ...[...prints].map(([table, months]) => [
        table,
        months.filter(({ month }) => month <= end).map(({ print }) => print),
      ]),
    ]);
}

/** What a table of the ledger holds of each month and import, oldest first. */
export function monthPrints(engine: Engine, table: LedgerTable): Promise<MonthPrint[]> {
  return printsOf(engine, table, HAPPENED[table] ?? "NULL");
}

/**
 * The same of any table with `import_id` and `line`.
 *
 * @param time the column that tells when it happened
 * @param until rows of later days are left out
 */
export async function printsOf(
  engine: Engine,
  table: string,
  time: string,
  until?: Date,
): Promise<MonthPrint[]> {
  const day = `CAST(${time} AS DATE)`;
  const where = until ? `WHERE ${day} <= $until` : "";
  // Days are cheap to tell of a time; months are then told of few days.
  const rows = await engine.rows(
    `SELECT import_id, coalesce(CAST(CAST(date_trunc('month', day) AS DATE) AS VARCHAR), '')
         AS happened_in,
       CAST(sum(n) AS VARCHAR) AS n, CAST(sum(lines) AS VARCHAR) AS lines,
       CAST(sum(mixed) AS VARCHAR) AS mixed
     FROM (
       SELECT import_id, ${day} AS day, count(*) AS n, sum(line) AS lines,
         sum(mod(line * 7919, 100003)) AS mixed
       FROM ${identifier(table)} ${where} GROUP BY import_id, ${day}
     ) AS daily
     GROUP BY import_id, date_trunc('month', day) ORDER BY happened_in, import_id`,
    until ? { until } : {},
  );
  return rows.map(({ happened_in, ...print }) => ({
    month: String(happened_in),
    print: JSON.stringify([happened_in, ...Object.values(print)]),
  }));
}
