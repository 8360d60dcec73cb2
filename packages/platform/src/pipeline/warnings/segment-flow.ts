import { warnings } from "@kundenwert/models";
import type { Column } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { isoDay } from "../calendar.ts";
import { type PeriodStep, readPeriods } from "../period-step.ts";
import type { Step } from "../step.ts";

const FLOW_SQL = readSql("warnings/segment_flow");

/** What became of everybody in a macro segment within a month, month by month. */
export const segmentFlow: PeriodStep = {
  name: "segment_flow",
  reads: ["segment_macro"],
  text: FLOW_SQL,
  inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
  checks: { "no more move than there are": "undesired + desired > size OR bought > size" },
  periods: {
    column: "period_end",
    columns:
      "period_end DATE, macro VARCHAR, size DOUBLE, undesired DOUBLE, desired DOUBLE, bought DOUBLE",
    select: FLOW_SQL,
    list: async ({ engine }) =>
      [...(await readPeriods(engine, "segment_macro"))]
        .filter(([end]) => end !== "shape")
        .map(([end, fingerprint]) => ({ end: new Date(end), fingerprint }))
        .sort((one, other) => one.end.getTime() - other.end.getTime()),
    parameters: (_, end) => ({ period_end: end }),
  },
};

/** What is watched of a segment: moves down, moves up, and who bought. */
const WATCHED = ["undesired", "desired", "bought"] as const;
/** All active customers together, beside each segment. */
const ACTIVE = "active";
const COLUMNS = `period_end DATE, macro VARCHAR, move VARCHAR, size DOUBLE, moved DOUBLE,
  share DOUBLE, centre DOUBLE, lower_limit DOUBLE, upper_limit DOUBLE, drift DOUBLE, signal VARCHAR,
  since DATE`;
/** Bumped when other limits would be drawn from the same flows. */
const VERSION = "1";

/** The control chart of every segment and move: limits from the segment's own past. */
export const segmentChart: Step = {
  name: "segment_chart",
  reads: ["segment_flow"],
  text: VERSION,
  inputs: () => ({}),
  checks: { "a signal has a beginning": "signal IS NOT NULL AND since IS NULL" },
  async write({ engine }, table) {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
    await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
    const flows = await engine.columns(
      `SELECT macro, period_end, size, undesired, desired, bought FROM segment_flow
       UNION ALL
       SELECT '${ACTIVE}', period_end, sum(size), sum(undesired), sum(desired), sum(bought)
       FROM segment_flow WHERE macro LIKE 'active%' GROUP BY period_end
       ORDER BY macro, period_end`,
    );
    const macros = flows.macro as string[];
    for (const macro of new Set(macros)) {
      const from = macros.indexOf(macro);
      const until = macros.lastIndexOf(macro) + 1;
      const own = (name: string) => (flows[name] as Float64Array).slice(from, until);
      for (const move of WATCHED) {
        await engine.append(table, chartOf(macro, move, own("period_end"), own(move), own("size")));
      }
    }
  },
};

function chartOf(
  macro: string,
  move: string,
  ends: Float64Array,
  moved: Float64Array,
  size: Float64Array,
): Record<string, Column> {
  const points = warnings.controlChart(moved, size);
  const numbers = (of: (point: warnings.ChartPoint) => number | null) =>
    Float64Array.from(points, (point) => of(point) ?? Number.NaN);
  return {
    period_end: ends,
    macro: points.map(() => macro),
    move: points.map(() => move),
    size,
    moved,
    share: numbers(({ share }) => share),
    centre: numbers(({ centre }) => centre),
    lower_limit: numbers(({ lower }) => lower),
    upper_limit: numbers(({ upper }) => upper),
    drift: numbers(({ drift }) => drift),
    signal: points.map(({ signal }) => signal),
    since: numbers(({ since }) => (since === null ? null : (ends[since] as number))),
  };
}
