import type { SegmentGrain, SegmentLevel } from "../api/segment-queries.ts";
import type { Raw } from "../view.ts";

/** Which segments, by which periods; absent: micro-segments by month. */
export type SegmentsSearch = {
  readonly level?: SegmentLevel;
  readonly grain?: SegmentGrain;
};
/** A period of one segment, by its last day; absent: the latest. */
export type SegmentSearch = { readonly grain?: SegmentGrain; readonly end?: string };

export const LEVELS = ["macro", "micro", "own"] as const;
export const GRAINS = ["month", "quarter"] as const;
/** Periods that are read: those shown and the same of the year before. */
export const READ: Readonly<Record<SegmentGrain, number>> = { month: 25, quarter: 9 };
export const PER_YEAR: Readonly<Record<SegmentGrain, number>> = { month: 12, quarter: 4 };

export function readSegmentsSearch({ level, grain }: Raw): SegmentsSearch {
  const known = LEVELS.find((each) => each === level);
  return { ...(known ? { level: known } : {}), ...readGrain(grain) };
}

export function readSegmentSearch({ grain, end }: Raw): SegmentSearch {
  const day = typeof end === "string" && /^\d{4}-\d\d-\d\d$/.test(end);
  return { ...readGrain(grain), ...(day ? { end } : {}) };
}

/** The kind of period of an address, if it names one. */
export function readGrain(grain: unknown): { readonly grain?: SegmentGrain } {
  return grain === "quarter" || grain === "month" ? { grain } : {};
}
