import { segments } from "@kundenwert/models";
import type { Engine, Row } from "../../engines/engine.ts";
import type { SegmentSettings, TransitionMark } from "../../workspace/segment-settings.ts";
import { readMicroVersions } from "./micro-version.ts";
import { readTransitionReport, type TransitionReport } from "./transition-state.ts";

type SegmentLevel = "macro" | "micro" | "own";
type SegmentGrain = "month" | "quarter";
export type SegmentView = { readonly level: SegmentLevel; readonly grain: SegmentGrain };

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
  { level, grain }: SegmentView,
  last: number,
): Promise<readonly Row[]> {
  if (!(await engine.hasTable("segment_period"))) return [];
  return engine.rows(
    `SELECT period_end, segment, customers, customers_before, first_seen, came, stayed, went,
       went_by_time, gone, stay_rate, purchases, revenue, revenue_12m, worth, change_of_customers,
       change_of_revenue, change_of_worth
     FROM segment_period
     WHERE level = $level AND grain = $grain AND period_end IN (
       SELECT period_end FROM segment_period WHERE level = $level AND grain = $grain
       GROUP BY period_end ORDER BY period_end DESC LIMIT ${Math.floor(last)}
     )
     ORDER BY period_end, segment`,
    { level, grain },
  );
}

/** Who belongs to each micro-segment that is in use, by version. */
export async function readSegmentDefinitions(engine: Engine): Promise<readonly Row[]> {
  if (!(await engine.hasTable("segment_definition"))) return [];
  return engine.rows(
    `SELECT version, CAST(valid_from AS VARCHAR) AS valid_from, segment, macro, rule_de, rule_en,
       learnt_from
     FROM segment_definition ORDER BY version, micro`,
  );
}

/** The moves of one period, the most frequent first, each with its mark. */
export async function readSegmentMoves(
  engine: Engine,
  { level, grain }: SegmentView,
  periodEnd: string | undefined,
  settings: SegmentSettings,
): Promise<readonly (Row & { readonly mark: TransitionMark["mark"] })[]> {
  if (!(await engine.hasTable("segment_move"))) return [];
  const [latest] = await engine.rows(
    "SELECT CAST(max(period_end) AS VARCHAR) AS day FROM segment_move WHERE level = $level AND grain = $grain",
    { level, grain },
  );
  const period_end = periodEnd ?? String(latest?.day ?? "1970-01-01");
  const rows = await engine.rows(
    `SELECT period_end, from_segment, to_segment, customers, aged, purchases, revenue,
       revenue_before, revenue_after, worth_before, worth_after
     FROM segment_move
     WHERE level = $level AND grain = $grain AND period_end = CAST($period_end AS DATE)
     ORDER BY customers DESC, from_segment, to_segment`,
    { level, grain, period_end },
  );
  const markOf = await readMarks(engine, settings);
  return rows.map((row) => ({
    ...row,
    mark: markOf(String(row.from_segment), String(row.to_segment)),
  }));
}

export type TransitionView = {
  readonly level: "macro" | "micro";
  readonly months: number;
  /** A month's end; all months together if absent. */
  readonly periodEnd?: string | undefined;
};

/** Transition probabilities with n and interval, each way with its mark. */
export async function readTransitionCells(
  engine: Engine,
  { level, months, periodEnd }: TransitionView,
  settings: SegmentSettings,
): Promise<readonly (Row & { readonly mark: TransitionMark["mark"] })[]> {
  if (!(await engine.hasTable("transition_cell"))) return [];
  const period = periodEnd ? "period_end = CAST($period_end AS DATE)" : "period_end IS NULL";
  const rows = await engine.rows(
    `SELECT from_segment, to_segment, customers, from_customers, probability, low, high, forecast
     FROM transition_cell WHERE level = $level AND months = $months AND ${period}
     ORDER BY from_segment, probability DESC, to_segment`,
    { level, months, ...(periodEnd ? { period_end: periodEnd } : {}) },
  );
  const markOf = await readMarks(engine, settings);
  return rows.map((row) => ({
    ...row,
    mark: markOf(String(row.from_segment), String(row.to_segment)),
  }));
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

/** A difference in value of less than this share is none. */
const ALIKE = 0.05;

/**
 * Tells whether a move is desired: as the settings say, else by what a customer of either segment
 * is worth (without forecasts: brings in twelve months).
 */
async function readMarks(
  engine: Engine,
  { marks }: SegmentSettings,
): Promise<(from: string, to: string) => TransitionMark["mark"]> {
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
