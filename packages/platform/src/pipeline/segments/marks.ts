import type { Engine, Parameters } from "../../engines/engine.ts";
import type { SegmentSettings, TransitionMark } from "../../workspace/segment-settings.ts";

/** A SELECT, or a part of one, with what it binds. */
export type Select = { readonly sql: string; readonly parameters: Parameters };

/** A difference in value of less than this share is none. */
const ALIKE = 0.05;

/**
 * Tells whether a move is desired: as the settings say, else by what a customer of either segment
 * is worth (without forecasts: brings in twelve months).
 */
export async function readMarks(
  engine: Engine,
  { marks }: SegmentSettings,
): Promise<(from: string, to: string) => TransitionMark["mark"]> {
  if (!(await engine.hasTable("segment_period"))) return markBy(marks, new Map());
  // Forecasts are known of the last months only, and are not to be mixed with what was brought.
  const [valued] = await engine.rows(
    "SELECT count(worth) AS months FROM segment_period WHERE grain = 'month'",
  );
  const [value, months] =
    Number(valued?.months) > 0
      ? ["worth", "period_end IN (SELECT period_end FROM segment_period WHERE worth IS NOT NULL)"]
      : ["coalesce(revenue_12m, purchases)", "1 = 1"];
  const rows = await engine.rows(
    `SELECT segment, coalesce(sum(${value}), 0) AS value, sum(customers) AS customers
     FROM segment_period WHERE grain = 'month' AND ${months} GROUP BY segment`,
  );
  const values = new Map(
    rows.map(({ segment, value, customers }) => [
      String(segment),
      Number(customers) > 0 ? Number(value) / Number(customers) : 0,
    ]),
  );
  return markBy(marks, values);
}

/**
 * The mark of each row of a table of moves as a column of a SELECT, by the same rule, so that files
 * that the engine writes have it too.
 */
export async function markColumn(
  engine: Engine,
  table: "segment_move" | "transition_cell",
  settings: SegmentSettings,
): Promise<Select> {
  const markOf = await readMarks(engine, settings);
  const rows = await engine.rows(`SELECT DISTINCT from_segment, to_segment FROM ${table}`);
  const ways = rows.map((row) => [String(row.from_segment), String(row.to_segment)] as const);
  const marked = (mark: TransitionMark["mark"]) =>
    ways.filter(([from, to]) => markOf(from, to) === mark).map((way) => `${way.join(">")}|`);
  return {
    sql: MARK,
    parameters: {
      desired: `|${marked("desired").join("")}`,
      undesired: `|${marked("undesired").join("")}`,
    },
  };
}

const WAY = "'|' || from_segment || '>' || to_segment || '|'";
const MARK = `CASE WHEN strpos($desired, ${WAY}) > 0 THEN 'desired'
  WHEN strpos($undesired, ${WAY}) > 0 THEN 'undesired' ELSE 'neutral' END AS mark`;

function markBy(
  marks: readonly TransitionMark[],
  values: ReadonlyMap<string, number>,
): (from: string, to: string) => TransitionMark["mark"] {
  return (from, to) => {
    const set = marks.find((mark) => mark.from === from && mark.to === to);
    if (set) return set.mark;
    const [before, after] = [values.get(from), values.get(to)];
    if (before === undefined || after === undefined) return "neutral";
    if (Math.abs(after - before) <= ALIKE * Math.max(Math.abs(before), Math.abs(after))) {
      return "neutral";
    }
    return after > before ? "desired" : "undesired";
  };
}
