import type { Engine, Row } from "../../engines/engine.ts";
import { tooSmall } from "../figures/suppress.ts";

/** Rows of few persons are left out by the rule of small groups; `suppressed` counts them. */
export type Lifecycle = {
  /** period_end, stage, customers, revenue_12m */
  readonly stock: readonly Row[];
  /** The columns of lifecycle_month. */
  readonly moves: readonly Row[];
  /** The columns of value_intent. */
  readonly intents: readonly Row[];
  readonly suppressed: number;
};

/**
 * How many customers were in each stage at each month's end, the moves between stages, and the
 * cells of value class and intent; all empty where no snapshot was taken yet.
 */
export async function readLifecycle(engine: Engine, smallestGroup: number): Promise<Lifecycle> {
  const moves = await all(engine, "lifecycle_month", "ORDER BY period_end, stage, previous_stage");
  const intents = await all(engine, "value_intent", "ORDER BY value_class, intent");
  const shown = {
    stock: largeEnough(stockOf(moves), smallestGroup, ({ period_end }) => [String(period_end)]),
    moves: largeEnough(moves, smallestGroup, ({ period_end, stage, previous_stage }) => [
      `to ${stage} by ${period_end}`,
      `from ${previous_stage} by ${period_end}`,
    ]),
    intents: largeEnough(intents, smallestGroup, ({ value_class, intent }) => [
      "all",
      `class ${value_class}`,
      `intent ${intent}`,
    ]),
  };
  const suppressed = Object.values(shown).reduce((sum, { hidden }) => sum + hidden, 0);
  const { stock, moves: moved, intents: cells } = shown;
  return { stock: stock.rows, moves: moved.rows, intents: cells.rows, suppressed };
}

function largeEnough(
  rows: readonly Row[],
  smallestGroup: number,
  sums: (row: Row) => readonly string[],
): { readonly rows: readonly Row[]; readonly hidden: number } {
  const persons = rows.map(({ customers }) => Number(customers));
  const isHidden = tooSmall(persons, rows.map(sums), smallestGroup);
  const shown = rows.filter((_, at) => !isHidden[at]);
  return { rows: shown, hidden: rows.length - shown.length };
}

/** Who came to a stage in a month or stayed in it is in it at the month's end. */
function stockOf(moves: readonly Row[]): Row[] {
  const stock = new Map<string, Row>();
  for (const { period_end = null, stage = null, customers, revenue_12m } of moves) {
    const key = `${period_end} ${stage}`;
    const before = stock.get(key);
    stock.set(key, {
      period_end,
      stage,
      customers: Number(before?.customers ?? 0) + Number(customers),
      revenue_12m:
        revenue_12m == null ? null : Number(before?.revenue_12m ?? 0) + Number(revenue_12m),
    });
  }
  return [...stock.values()];
}

/** The stages, ranks and intent of one customer; empty for whoever is none. */
export async function readCustomerLifecycle(
  engine: Engine,
  customer: string,
): Promise<{
  readonly stages: readonly Row[];
  readonly ranks: readonly Row[];
  readonly intent: Row | null;
}> {
  const where = "WHERE customer_id = $customer";
  const [intent = null] = await all(engine, "customer_class", where, { customer });
  return {
    stages: await all(engine, "lifecycle_stage", `${where} ORDER BY period_end`, { customer }),
    ranks: await all(engine, "customer_rank", `${where} ORDER BY period_end`, { customer }),
    intent,
  };
}

async function all(
  engine: Engine,
  table: string,
  tail: string,
  parameters: { customer?: string } = {},
): Promise<readonly Row[]> {
  if (!(await engine.hasTable(table))) return [];
  return engine.rows(`SELECT * FROM ${table} ${tail}`, parameters);
}
