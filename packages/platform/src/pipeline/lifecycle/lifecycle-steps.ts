import { readSql } from "../../engines/sql-file.ts";
import type { Settings } from "../../workspace/settings.ts";
import { addDays, isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { type Period, type PeriodStep, readPeriods } from "../period-step.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";
import { rulesOf, stageCase } from "./stage-rules.ts";

/** The snapshots there are, each with the fingerprint of all that was known by then. */
export async function snapshotPeriods({ engine }: RunContext, months?: number): Promise<Period[]> {
  const periods = [...(await readPeriods(engine, "snapshot"))]
    .filter(([end]) => end !== "shape")
    .map(([end, fingerprint]) => ({ end: new Date(end), fingerprint }))
    .sort((one, other) => one.end.getTime() - other.end.getTime());
  return months === undefined ? periods : periods.slice(-months);
}

/** The end of the month before one that ends on `end`. */
export function previousEnd(end: Date): Date {
  return addDays(new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), 1)), -1);
}

/** The steps from snapshots to stages of life and their moves. */
export function lifecycleSteps(
  features: readonly Feature[],
  settings: Settings,
): (Step | PeriodStep)[] {
  return [lifecycleStage(features, settings), lifecycleMonth];
}

const STAGE_SQL = readSql("lifecycle/lifecycle_stage");

function lifecycleStage(features: readonly Feature[], settings: Settings): PeriodStep {
  const { sql, parameters } = stageCase(rulesOf(settings), features);
  const revenue = features.some(({ name }) => name === "revenue_12m");
  const select = STAGE_SQL.replace("stage_of_rules AS", () => `${sql} AS`).replace(
    "revenue_of_year AS",
    revenue ? "revenue_12m AS" : "CAST(NULL AS DOUBLE) AS",
  );
  return {
    name: "lifecycle_stage",
    reads: ["snapshot"],
    text: select,
    inputs: ({ asOf }) => ({ ...parameters, as_of: isoDay(asOf) }),
    checks: { "everybody is in a stage": "stage IS NULL" },
    periods: {
      column: "period_end",
      columns:
        "customer_id VARCHAR, period_end DATE, stage VARCHAR, previous_stage VARCHAR, revenue_12m DOUBLE",
      select,
      list: (context) => snapshotPeriods(context),
      parameters: (_, end) => ({
        ...parameters,
        period_end: end,
        previous_end: previousEnd(end),
      }),
    },
  };
}

const lifecycleMonth = sqlStep({
  name: "lifecycle_month",
  file: "lifecycle/lifecycle_month",
  reads: ["lifecycle_stage"],
  checks: { "a move was made by somebody": "customers < 1" },
});
