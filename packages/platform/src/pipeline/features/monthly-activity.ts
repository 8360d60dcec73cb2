import { type Engine, identifier } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";
import { addMonths } from "../calendar.ts";
import { aliasFingerprint, tablePrint } from "../journal.ts";
import type { Period, PeriodStep } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { HAPPENED, monthPrints } from "./ledger-digest.ts";

/**
 * What happened to each customer, a period a month: sql/features/<name>.sql reads the rows of its
 * first table from $month to $next_month, so a month is made again only if its rows changed.
 *
 * @param ledger the table of what happened; any other one tells whose the rows are that name no
 *   customer, so it concerns the months that hold such rows
 * @param columns those after customer_id and activity_month, with their types
 */
export function monthlyActivity(
  name: string,
  ledger: readonly [LedgerTable, ...LedgerTable[]],
  columns: string,
): PeriodStep {
  const select = readSql(`features/${name}`);
  return {
    name,
    reads: ledger.map((table) => `ledger/${table}`),
    text: select,
    checks: {},
    inputs: () => ({}),
    periods: {
      column: "activity_month",
      columns: `customer_id VARCHAR, activity_month DATE, ${columns}`,
      select,
      list: (context) => monthsOf(context, ledger),
      parameters: (_, month) => ({ month, next_month: addMonths(month, 1) }),
    },
  };
}

async function monthsOf(
  { engine }: RunContext,
  [happened, ...others]: readonly [LedgerTable, ...LedgerTable[]],
): Promise<Period[]> {
  const aliases = await aliasFingerprint(engine);
  const months = new Map<string, string[]>();
  for (const { month, print } of await monthPrints(engine, happened)) {
    if (month) months.set(month, [...(months.get(month) ?? []), print]);
  }
  const beside: string[] = [];
  for (const table of others) beside.push(await tablePrint(engine, table));
  const nameless = others.length > 0 ? await namelessMonths(engine, happened) : new Set<string>();
  return [...months].map(([month, prints]) => ({
    end: new Date(month),
    fingerprint: JSON.stringify([aliases, prints, nameless.has(month) ? beside : []]),
  }));
}

/** The months with rows that name no customer. */
async function namelessMonths(engine: Engine, table: LedgerTable): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT CAST(CAST(date_trunc('month', ${HAPPENED[table]}) AS DATE) AS VARCHAR) AS month
     FROM ${identifier(table)} WHERE customer_id IS NULL`,
  );
  return new Set(rows.map(({ month }) => String(month)));
}
