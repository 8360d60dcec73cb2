import type { Settings } from "../../workspace/settings.ts";
import type { Feature } from "../features/feature.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { PeriodStep } from "../period-step.ts";
import type { Step } from "../step.ts";
import { planHealth } from "./health-parts.ts";
import { healthReportStep } from "./health-report.ts";
import { healthSql } from "./health-sql.ts";

/** The steps from snapshots to the health of customers and the proof of it. */
export function healthSteps(
  features: readonly Feature[],
  settings: Settings,
): (Step | PeriodStep)[] {
  return [customerHealth(features, settings), healthReportStep(features, settings)];
}

/** How many steps those are. */
export const HEALTH_STEPS = 2;

function customerHealth(features: readonly Feature[], settings: Settings): PeriodStep {
  const { sql, parameters } = healthSql(planHealth(settings, features), features, settings);
  return {
    name: "customer_health",
    reads: ["snapshot"],
    text: sql,
    inputs: () => ({ ...parameters, months: settings.rankMonths }),
    checks: {
      "a score lies between 0 and 100": "score < 0 OR score > 100",
      "a coverage is a share": "coverage < 0 OR coverage > 1",
      "without a score there is no band": "(score IS NULL) <> (band = 'none')",
    },
    periods: {
      column: "period_end",
      columns: `customer_id VARCHAR, period_end DATE, kind VARCHAR, score DOUBLE, coverage DOUBLE,
        band VARCHAR`,
      select: sql,
      list: (context) => snapshotPeriods(context, settings.rankMonths),
      parameters: (_, end) => ({ ...parameters, period_end: end }),
    },
  };
}
