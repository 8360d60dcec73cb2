import type { Engine, Row } from "../src/engines/engine.ts";
import { planFeatures } from "../src/pipeline/features/feature-plan.ts";
import { snapshotSteps } from "../src/pipeline/features/snapshot.ts";
import { purchaseDay } from "../src/pipeline/purchase-day.ts";
import { returnLink } from "../src/pipeline/return-link.ts";
import { runSteps, type StepReport } from "../src/pipeline/runner.ts";
import type { RunContext } from "../src/pipeline/step.ts";

/** Makes the snapshots of a ledger at the ends of its months. */
export async function takeSnapshots(context: RunContext): Promise<StepReport[]> {
  const plan = await planFeatures(context.engine);
  return runSteps([returnLink, purchaseDay, ...snapshotSteps(plan)], context);
}

/** The rows of one month's end, by customer. */
export async function snapshotAt(engine: Engine, end: string): Promise<Record<string, Row>> {
  const rows = await engine.rows(
    "SELECT * FROM snapshot WHERE period_end = CAST($end AS DATE) ORDER BY customer_id",
    { end },
  );
  return Object.fromEntries(rows.map((row) => [row.customer_id, row]));
}
