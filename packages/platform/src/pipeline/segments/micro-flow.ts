import { readSql } from "../../engines/sql-file.ts";
import { addDays, addMonths, isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import { type PeriodStep, readPeriods } from "../period-step.ts";
import { type Step, sqlStep } from "../step.ts";

const FLOW = readSql("segments/micro_flow");
const COLUMNS = `grain VARCHAR, period_end DATE, macro VARCHAR, micro INTEGER, version INTEGER,
  own VARCHAR, previous_macro VARCHAR, previous_micro INTEGER, previous_version INTEGER,
  previous_own VARCHAR, customers DOUBLE, idle DOUBLE, purchases DOUBLE, revenue DOUBLE,
  revenue_12m DOUBLE, previous_revenue DOUBLE, worth DOUBLE, previous_worth DOUBLE`;
/** A day before all customers. */
const NEVER = new Date("1900-01-01");

/** The moves of every month and quarter, counted: all that reads them needs no customers. */
export function microFlow(features: readonly Feature[]): PeriodStep {
  const revenue = features.some(({ name }) => name === "revenue_3m")
    ? "snapshot.revenue_3m"
    : "CAST(NULL AS DOUBLE)";
  const select = FLOW.replace("revenue_of_quarter", revenue);
  return {
    name: "micro_flow",
    reads: ["segment_micro"],
    text: select,
    inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
    checks: { "a move was made by somebody": "customers < 1 OR idle > customers" },
    periods: {
      column: "period_end",
      columns: COLUMNS,
      select,
      list: async (context) => {
        const made = await readPeriods(context.engine, "segment_micro");
        return (await snapshotPeriods(context)).map(({ end }) => ({
          end,
          fingerprint: [end, quarterBefore(end)].map((day) => made.get(isoDay(day))).join(),
        }));
      },
      parameters: (_, end) => ({
        period_end: end,
        quarter_end: end.getUTCMonth() % 3 === 2 ? end : NEVER,
        previous_quarter: quarterBefore(end),
      }),
    },
  };
}

/** The month end three months before. */
function quarterBefore(end: Date): Date {
  return addDays(addMonths(addDays(end, 1), -3), -1);
}

export const segmentMove: Step = sqlStep({
  name: "segment_move",
  file: "segments/segment_move",
  reads: ["micro_flow", "segment_definition", "segment_week"],
  checks: { "nobody ages who did not move": "aged > customers" },
});

export const segmentPeriod: Step = sqlStep({
  name: "segment_period",
  file: "segments/segment_period",
  reads: ["segment_move"],
  checks: {
    "who is there stayed or came": "abs(customers - first_seen - came - stayed) > 0.000001",
    "who was there stayed or went": "abs(customers_before - stayed - went) > 0.000001",
    "a rate lies between 0 and 1": "stay_rate < 0 OR stay_rate > 1",
  },
});
