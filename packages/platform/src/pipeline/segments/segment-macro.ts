import { readSql } from "../../engines/sql-file.ts";
import { isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { previousEnd, snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import type { Period, PeriodStep } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { NEW_DAYS } from "./macro.ts";
import { readMacroRules, ruleAt } from "./macro-rule.ts";
import { inSnapshot } from "./snapshot-columns.ts";

const SELECT = readSql("segments/segment_macro");

/** The macro segment of every customer at each month's end, by the thresholds that held then. */
export function segmentMacro(features: readonly Feature[]): PeriodStep {
  const select = inSnapshot(SELECT, features);
  return {
    name: "segment_macro",
    reads: ["snapshot", "segment_rule"],
    text: select,
    inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
    checks: {
      "everybody is in a segment": "macro IS NULL",
      "a tier is one of three": "tier NOT IN ('high', 'mid', 'low')",
    },
    periods: {
      column: "period_end",
      columns:
        "customer_id VARCHAR, period_end DATE, macro VARCHAR, previous_macro VARCHAR, tier VARCHAR, version INTEGER",
      select,
      list: listPeriods,
      parameters: (_, end) => ({
        period_end: end,
        previous_end: previousEnd(end),
        new_days: NEW_DAYS,
      }),
    },
  };
}

async function listPeriods(context: RunContext): Promise<readonly Period[]> {
  const rules = await readMacroRules(context.engine);
  return (await snapshotPeriods(context)).map(({ end, fingerprint }) => ({
    end,
    fingerprint: JSON.stringify([fingerprint, ruleAt(rules, end)]),
  }));
}
