/** The SELECTs behind the screens of segments, for a list or for a file. */
import type { Select } from "./marks.ts";

type SegmentLevel = "macro" | "micro" | "own";
export const SEGMENT_GRAINS = ["week", "month", "quarter"] as const;
type SegmentGrain = (typeof SEGMENT_GRAINS)[number];
export type SegmentView = { readonly level: SegmentLevel; readonly grain: SegmentGrain };

export type TransitionView = {
  readonly level: "macro" | "micro";
  readonly months: number;
  /** A month's end; all months together if absent. */
  readonly periodEnd?: string | undefined;
};

/** Weeks are told of macro segments only: micro-segments are known at month ends. */
export function isTold({ level, grain }: SegmentView): boolean {
  return level === "macro" || grain !== "week";
}

/** Stocks and movements of segments in the last periods, the oldest first. */
export function segmentPeriodsQuery({ level, grain }: SegmentView, last: number): Select {
  return {
    sql: `SELECT period_end, segment, customers, customers_before, first_seen, came, stayed, went,
       went_by_time, gone, stay_rate, purchases, revenue, revenue_12m, worth, change_of_customers,
       change_of_revenue, change_of_worth
     FROM segment_period
     WHERE level = $level AND grain = $grain AND period_end IN (
       SELECT period_end FROM segment_period WHERE level = $level AND grain = $grain
       GROUP BY period_end ORDER BY period_end DESC LIMIT ${Math.floor(last)}
     )
     ORDER BY period_end, segment`,
    parameters: { level, grain },
  };
}

/** Who belongs to each micro-segment, by version. */
export const SEGMENT_DEFINITIONS = `SELECT version, CAST(valid_from AS VARCHAR) AS valid_from,
    segment, macro, rule_de, rule_en, learnt_from
  FROM segment_definition ORDER BY version, micro`;

/**
 * Moves between segments, the most frequent of a period first; of all periods if none is named.
 *
 * @param mark whether each is desired, as `markColumn` tells it
 */
export function segmentMovesQuery(
  { level, grain }: SegmentView,
  mark: Select,
  periodEnd?: string,
): Select {
  const period = periodEnd ? "AND period_end = CAST($period_end AS DATE)" : "";
  return {
    sql: `SELECT period_end, from_segment, to_segment, customers, aged, purchases, revenue,
       revenue_before, revenue_after, worth_before, worth_after, ${mark.sql}
     FROM segment_move
     WHERE level = $level AND grain = $grain ${period}
     ORDER BY period_end, customers DESC, from_segment, to_segment`,
    parameters: {
      level,
      grain,
      ...mark.parameters,
      ...(periodEnd ? { period_end: periodEnd } : {}),
    },
  };
}

/** Transition probabilities with n, interval and mark. */
export function transitionCellsQuery(
  { level, months, periodEnd }: TransitionView,
  mark: Select,
): Select {
  const period = periodEnd ? "period_end = CAST($period_end AS DATE)" : "period_end IS NULL";
  return {
    sql: `SELECT from_segment, to_segment, customers, from_customers, probability, low, high, forecast,
       ${mark.sql}
     FROM transition_cell WHERE level = $level AND months = $months AND ${period}
     ORDER BY from_segment, probability DESC, to_segment`,
    parameters: {
      level,
      months,
      ...mark.parameters,
      ...(periodEnd ? { period_end: periodEnd } : {}),
    },
  };
}
