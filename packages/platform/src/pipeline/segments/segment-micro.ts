import { readSql } from "../../engines/sql-file.ts";
import { isoDay } from "../calendar.ts";
import type { Feature } from "../features/feature.ts";
import { digest } from "../journal.ts";
import { previousEnd, snapshotPeriods } from "../lifecycle/lifecycle-steps.ts";
import { stageCase } from "../lifecycle/stage-rules.ts";
import { type Period, type PeriodStep, readPeriods } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { microCase } from "./micro-case.ts";
import { microVersionAt, readMicroVersions } from "./micro-version.ts";

const SELECT = readSql("segments/segment_micro");
const CELL = readSql("segments/micro_cell");

/** The micro-segment of every customer at each month's end, by the version that held then. */
export function segmentMicro(features: readonly Feature[]): PeriodStep {
  const has = (name: string) => features.some((feature) => feature.name === name);
  const amount = (name: string) => (has(name) ? `snapshot.${name}` : "CAST(NULL AS DOUBLE)");
  const select = SELECT.replace("revenue_of_month AS", `${amount("revenue_1m")} AS`).replace(
    "revenue_of_year AS",
    `${amount("revenue_12m")} AS`,
  );
  return {
    name: "segment_micro",
    reads: ["segment_macro", "segment_model", "customer_rank"],
    text: select + CELL,
    inputs: ({ asOf, settings }) => ({
      as_of: isoDay(asOf),
      own: JSON.stringify(settings.segments.own),
    }),
    checks: {
      "everybody is in a segment": "macro IS NULL OR micro IS NULL",
    },
    periods: {
      column: "period_end",
      columns: `customer_id VARCHAR, period_end DATE, macro VARCHAR, micro INTEGER, version INTEGER,
        own VARCHAR, purchases_1m DOUBLE, revenue_1m DOUBLE, revenue_12m DOUBLE, worth DOUBLE,
        previous_macro VARCHAR, previous_micro INTEGER, previous_version INTEGER,
        previous_own VARCHAR, previous_revenue DOUBLE, previous_worth DOUBLE`,
      select,
      list: (context) => listPeriods(context, features),
      parameters: (_, end) => ({ period_end: end, previous_end: previousEnd(end) }),
      prepare: (context, end) => prepare(context, end, features),
    },
  };
}

async function listPeriods(
  context: RunContext,
  features: readonly Feature[],
): Promise<readonly Period[]> {
  const versions = await readMicroVersions(context.engine);
  const macros = await readPeriods(context.engine, "segment_macro");
  const ranks = await readPeriods(context.engine, "customer_rank");
  const own = ownCase(context, features);
  return (await snapshotPeriods(context)).map(({ end }) => {
    const day = isoDay(end);
    const version = microVersionAt(versions, end);
    const rules = microCase(version, features);
    return {
      end,
      fingerprint: digest([macros.get(day), ranks.get(day), rules, own, version?.version ?? 0]),
    };
  });
}

/** Tells the month's segments by the rules that hold then: they are known at run time only. */
async function prepare(
  context: RunContext,
  end: Date,
  features: readonly Feature[],
): Promise<void> {
  const { engine } = context;
  const version = microVersionAt(await readMicroVersions(engine), end);
  const rules = microCase(version, features);
  const own = ownCase(context, features);
  const sql = CELL.replace("(micro_of_rules AS", () => `(${rules.sql} AS`).replace(
    "own_of_rules AS",
    () => `${own.sql} AS`,
  );
  await engine.replaceTable("micro_cell", sql, {
    ...rules.parameters,
    ...own.parameters,
    version: version?.version ?? 0,
    period_end: end,
  });
}

/** The first rule segment of the workspace that fits; NULL where none does. */
function ownCase({ settings }: RunContext, features: readonly Feature[]) {
  const rules = settings.segments.own.map(({ segment, when = {} }) => ({ stage: segment, when }));
  if (rules.length === 0) return { sql: "CAST(NULL AS VARCHAR)", parameters: {} };
  const { sql, parameters } = stageCase(rules, features);
  return { sql: `nullif(${sql}, 'other')`, parameters };
}
