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
export const GRAINS = ["week", "month", "quarter"] as const;
/** Micro-segments and own ones are known at month ends only. */
export function grainsOf(level: SegmentLevel): readonly SegmentGrain[] {
  return level === "macro" ? GRAINS : GRAINS.filter((grain) => grain !== "week");
}

/** The kind of period that an address names, if it is told of such segments. */
export function grainOf(level: SegmentLevel, grain: SegmentGrain = "month"): SegmentGrain {
  return grainsOf(level).includes(grain) ? grain : "month";
}

/** Periods that are read: those shown and the same of the year before. */
export const READ: Readonly<Record<SegmentGrain, number>> = { week: 26, month: 25, quarter: 9 };
export const PER_YEAR: Readonly<Record<SegmentGrain, number>> = { week: 25, month: 12, quarter: 4 };

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
  const known = GRAINS.find((each) => each === grain);
  return known ? { grain: known } : {};
}
