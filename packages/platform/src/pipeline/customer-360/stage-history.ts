import type { Engine, Row } from "../../engines/engine.ts";

/** Where a customer stood at the end of each month; empty where a run has not said so. */
export type StageHistory = {
  /** period_end, stage, previous_stage, revenue_12m; the latest first. */
  readonly stages: readonly Row[];
  /** period_end, rank_place, previous_place, decile, worth, change, reason; the latest first. */
  readonly ranks: readonly Row[];
  /** value_class, intent, as_of. */
  readonly intent: Row | undefined;
};

/** Stages of life, ranks and intent, as far as their tables exist. */
export async function readStages(engine: Engine, customerId: string): Promise<StageHistory> {
  const read = async (table: string, columns: string, order = "") =>
    (await engine.hasTable(table))
      ? engine.rows(`SELECT ${columns} FROM ${table} WHERE customer_id = $own ${order}`, {
          own: customerId,
        })
      : [];
  const latestFirst = "ORDER BY period_end DESC";
  const [stages, ranks, [intent]] = await Promise.all([
    read("lifecycle_stage", "period_end, stage, previous_stage, revenue_12m", latestFirst),
    read(
      "customer_rank",
      "period_end, rank_place, previous_place, decile, worth, change, reason",
      latestFirst,
    ),
    read("customer_class", "value_class, intent, as_of"),
  ]);
  return { stages, ranks, intent };
}
