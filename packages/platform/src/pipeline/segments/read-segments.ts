import { segments } from "@kundenwert/models";
import type { Engine, Row } from "../../engines/engine.ts";
import type { SegmentSettings } from "../../workspace/segment-settings.ts";
import { markColumn } from "./marks.ts";
import { readMicroVersions } from "./micro-version.ts";
import {
  SEGMENT_DEFINITIONS,
  type SegmentView,
  segmentMovesQuery,
  segmentPeriodsQuery,
  type TransitionView,
  transitionCellsQuery,
} from "./segment-queries.ts";
import { readTransitionReport, type TransitionReport } from "./transition-state.ts";

/** How firm the micro-segments of today are. */
export type SegmentStability = {
  readonly learntAt: string;
  /** Adjusted Rand index of segments learned from other samples of the same customers. */
  readonly agreement: number | null;
  /** Population stability index of each month against the month they were learned at. */
  readonly shifts: { readonly periodEnd: string; readonly index: number }[];
};

/** The rows of segment_period of the last periods, the oldest first; empty before any. */
export async function readSegmentPeriods(
  engine: Engine,
  view: SegmentView,
  last: number,
): Promise<readonly Row[]> {
  if (!(await engine.hasTable("segment_period"))) return [];
  const { sql, parameters } = segmentPeriodsQuery(view, last);
  return engine.rows(sql, parameters);
}

/** Who belongs to each micro-segment that is in use, by version. */
export async function readSegmentDefinitions(engine: Engine): Promise<readonly Row[]> {
  if (!(await engine.hasTable("segment_definition"))) return [];
  return engine.rows(SEGMENT_DEFINITIONS);
}

/** The moves of one period, the most frequent first, each with its mark. */
export async function readSegmentMoves(
  engine: Engine,
  view: SegmentView,
  periodEnd: string | undefined,
  settings: SegmentSettings,
): Promise<readonly Row[]> {
  if (!(await engine.hasTable("segment_move"))) return [];
  const [latest] = await engine.rows(
    "SELECT CAST(max(period_end) AS VARCHAR) AS day FROM segment_move WHERE level = $level AND grain = $grain",
    view,
  );
  const { sql, parameters } = segmentMovesQuery(
    view,
    await markColumn(engine, "segment_move", settings),
    periodEnd ?? String(latest?.day ?? "1970-01-01"),
  );
  return engine.rows(sql, parameters);
}

/** Transition probabilities with n and interval, each way with its mark. */
export async function readTransitionCells(
  engine: Engine,
  view: TransitionView,
  settings: SegmentSettings,
): Promise<readonly Row[]> {
  if (!(await engine.hasTable("transition_cell"))) return [];
  const mark = await markColumn(engine, "transition_cell", settings);
  const { sql, parameters } = transitionCellsQuery(view, mark);
  return engine.rows(sql, parameters);
}

/** How well moves are foreseen; undefined before any run. */
export function readTransitions(engine: Engine): Promise<TransitionReport | undefined> {
  return readTransitionReport(engine);
}

/** Undefined where no micro-segments were learned yet. */
export async function readStability(engine: Engine): Promise<SegmentStability | undefined> {
  const version = (await readMicroVersions(engine)).at(-1);
  if (!version) return undefined;
  const rows = await engine.rows(
    `SELECT CAST(period_end AS VARCHAR) AS day, segment, customers FROM segment_period
     WHERE level = 'micro' AND grain = 'month' AND period_end >= CAST($valid_from AS DATE)
     ORDER BY period_end`,
    { valid_from: version.validFrom },
  );
  const names = [...new Set(rows.map(({ segment }) => String(segment)))];
  const months = new Map<string, Float64Array>();
  for (const { day, segment, customers } of rows) {
    const counts = months.get(String(day)) ?? new Float64Array(names.length);
    counts[names.indexOf(String(segment))] = Number(customers);
    months.set(String(day), counts);
  }
  const then = months.get(version.learntAt);
  return {
    learntAt: version.learntAt,
    agreement: version.agreement,
    shifts: [...months].map(([periodEnd, now]) => ({
      periodEnd,
      index: then ? segments.populationStability(now, then) : 0,
    })),
  };
}
