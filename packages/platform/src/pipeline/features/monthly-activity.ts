import { readSql } from "../../engines/sql-file.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";
import { addMonths } from "../calendar.ts";
import { tablePrint } from "../journal.ts";
import type { Period, PeriodStep } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { monthPrints } from "./ledger-digest.ts";

/**
 * What happened to each customer, a period a month: sql/features/<name>.sql reads the rows of its
 * first table from $month to $next_month, so a month is made again only if its rows changed.
 *
 * @param ledger the table of what happened; any other one concerns every month
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
  const months = new Map<string, string[]>();
  for (const { month, print } of await monthPrints(engine, happened)) {
    if (month) months.set(month, [...(months.get(month) ?? []), print]);
  }
  const beside: string[] = [];
  for (const table of others) beside.push(await tablePrint(engine, table));
  return [...months].map(([month, prints]) => ({
    end: new Date(month),
    fingerprint: JSON.stringify([prints, beside]),
  }));
}
