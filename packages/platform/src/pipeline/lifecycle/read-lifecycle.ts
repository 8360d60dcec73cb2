import type { Engine, Row } from "../../engines/engine.ts";

/**
 * The moves between stages in every month, and the cells of value class and intent; both empty
 * where no snapshot was taken yet. The columns are those of lifecycle_month and value_intent.
 */
export async function readLifecycle(
  engine: Engine,
): Promise<{ readonly moves: readonly Row[]; readonly intents: readonly Row[] }> {
  return {
    moves: await all(engine, "lifecycle_month", "ORDER BY period_end, stage, previous_stage"),
    intents: await all(engine, "value_intent", "ORDER BY value_class, intent"),
  };
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
