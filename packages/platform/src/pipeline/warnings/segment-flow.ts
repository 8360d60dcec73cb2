import { warnings } from "@kundenwert/models";
import type { Column } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { isoDay } from "../calendar.ts";
import { type PeriodStep, readPeriods } from "../period-step.ts";
import { readMarks } from "../segments/marks.ts";
import type { Step } from "../step.ts";

const FLOW_SQL = readSql("warnings/segment_flow");

/** Where everybody in a macro segment went within a month, month by month. */
export const segmentFlow: PeriodStep = {
  name: "segment_flow",
  reads: ["segment_macro"],
  text: FLOW_SQL,
  inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
  checks: { "no more buy than there are": "bought > size" },
  periods: {
    column: "period_end",
    columns: "period_end DATE, macro VARCHAR, to_macro VARCHAR, size DOUBLE, bought DOUBLE",
    select: FLOW_SQL,
    list: async ({ engine }) =>
      [...(await readPeriods(engine, "segment_macro"))]
        .filter(([end]) => end !== "shape")
        .map(([end, fingerprint]) => ({ end: new Date(end), fingerprint }))
        .sort((one, other) => one.end.getTime() - other.end.getTime()),
    parameters: (_, end) => ({ period_end: end }),
  },
};

/** What is watched of a segment: moves that are undesired or desired, and who bought. */
const WATCHED = ["undesired", "desired", "bought"] as const;
/** All active customers together, beside each segment. */
const ACTIVE = "active";
const COLUMNS = `period_end DATE, macro VARCHAR, move VARCHAR, size DOUBLE, moved DOUBLE,
  share DOUBLE, centre DOUBLE, lower_limit DOUBLE, upper_limit DOUBLE, drift DOUBLE, signal VARCHAR,
  since DATE`;
/** Bumped when other limits would be drawn from the same flows. */
const VERSION = "2";

/**
 * The control chart of every segment and move: limits from the segment's own past. Which moves are
 * desired is what the matrix of moves says too: the marks people set, else the value.
 */
export const segmentChart: Step = {
  name: "segment_chart",
  reads: ["segment_flow", "segment_period"],
  text: VERSION,
  inputs: ({ settings }) => ({ marks: JSON.stringify(settings.segments.marks) }),
  checks: { "a signal has a beginning": "signal IS NOT NULL AND since IS NULL" },
  async write({ engine, settings }, table) {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
    await engine.run(`CREATE TABLE ${table} (${COLUMNS})`);
    const ways = await engine.columns(
      "SELECT period_end, macro, to_macro, size, bought FROM segment_flow ORDER BY period_end, macro, to_macro",
    );
    const markOf = await readMarks(engine, settings.segments);
    for (const [macro, months] of flowsOf(ways, markOf)) {
      const column = (name: keyof Flow) => Float64Array.from(months.values(), (flow) => flow[name]);
      for (const move of WATCHED) {
        const ends = Float64Array.from(months.keys());
        await engine.append(table, chartOf(macro, move, ends, column(move), column("size")));
      }
    }
  },
};

/** Customers who were in a segment, and how many of them moved or bought. */
type Flow = Record<(typeof WATCHED)[number] | "size", number>;

/** By segment, then by month end: day numbers, ascending. */
function flowsOf(
  ways: Readonly<Record<string, Column>>,
  markOf: (from: string, to: string) => string,
): Map<string, Map<number, Flow>> {
  const flows = new Map<string, Map<number, Flow>>();
  const flowOf = (macro: string, end: number): Flow => {
    const months = flows.get(macro) ?? new Map<number, Flow>();
    const flow = months.get(end) ?? { size: 0, undesired: 0, desired: 0, bought: 0 };
    flows.set(macro, months.set(end, flow));
    return flow;
  };
  const [from, to] = [ways.macro as string[], ways.to_macro as string[]];
  const [ends, size, bought] = [ways.period_end, ways.size, ways.bought] as Float64Array[];
  from.forEach((macro, row) => {
    const mark = macro === to[row] ? "neutral" : markOf(macro, to[row] as string);
    const both = macro.startsWith(ACTIVE) ? [macro, ACTIVE] : [macro];
    for (const each of both) {
      const flow = flowOf(each, ends?.[row] as number);
      flow.size += size?.[row] as number;
      flow.bought += bought?.[row] as number;
      if (mark !== "neutral") flow[mark as "desired" | "undesired"] += size?.[row] as number;
    }
  });
  return flows;
}

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
