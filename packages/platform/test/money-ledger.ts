import { openDuckDb } from "../src/engines/duckdb.ts";
import type { Engine, Row } from "../src/engines/engine.ts";
import { planMoney } from "../src/pipeline/money/money-plan.ts";
import { moneySteps } from "../src/pipeline/money/money-steps.ts";
import { purchaseDay } from "../src/pipeline/purchase-day.ts";
import { returnLink } from "../src/pipeline/return-link.ts";
import { runSteps } from "../src/pipeline/runner.ts";
import type { RunContext } from "../src/pipeline/step.ts";
import { createLedger, type LedgerTable } from "../src/workspace/ledger.ts";
import { readSettings, type Settings } from "../src/workspace/settings.ts";
import { addRows, type LedgerRow } from "./ledger-rows.ts";

type Tables = Readonly<Partial<Record<LedgerTable, readonly LedgerRow[]>>>;

export type MoneyLedger = {
  readonly engine: Engine;
  readonly context: RunContext;
  /** What each line counts, in the order of the lines. */
  amounts(): Promise<(number | null)[]>;
  one(sql: string): Promise<Row>;
};

/** A ledger whose orders are on a basis, converted and netted to days of purchase. */
export async function moneyLedger(
  tables: Tables,
  {
    basis = "net",
    asOf = "2026-12-31",
    settings = {},
  }: {
    readonly basis?: "net" | "gross";
    readonly asOf?: string;
    readonly settings?: Partial<Settings>;
  } = {},
): Promise<MoneyLedger> {
  const engine = await openDuckDb();
  await createLedger(engine);
  await addRows(engine, tables);
  await engine.run("UPDATE imports SET target = 'orders', basis = $basis", { basis });
  const all = { ...readSettings("/nonexistent"), ...settings };
  const context: RunContext = {
    engine,
    settings: all,
    asOf: new Date(asOf),
    hasOrderIds: true,
    hasReturns: true,
    money: await planMoney(engine, all),
  };
  await runSteps([returnLink, ...moneySteps, purchaseDay], context);
  return {
    engine,
    context,
    amounts: async () => {
      const rows = await engine.rows("SELECT amount FROM order_money ORDER BY line");
      return rows.map(({ amount }) => amount as number | null);
    },
    one: async (sql) => (await engine.rows(sql))[0] as Row,
  };
}
