import type { SegmentLevel } from "../api/segment-queries.ts";
import { textOf } from "../i18n/loose.ts";

/**
 * A segment as people say it: “active, high”, or “active, high 2” for the second micro-segment of it;
 * one of the reader's own by its name.
 */
export function segmentName(segment: string): string {
  if (segment === "") return textOf("macro.none") ?? segment;
  const [macro = "", number] = segment.split(".");
  const name = textOf(`macro.${macro}`);
  if (name === undefined) return segment;
  return number === undefined ? name : `${name} ${number}`;
}

/** The macro segments, from the most to the least alive. */
export const MACROS = [
  ...["active_high", "active_mid", "active_low", "new", "cooling_valuable", "cooling_low"],
  ...["inactive_valuable", "inactive_low", "cancelled", "prospect"],
];

/** What a segment is one of, told by its name: active_high, active_high.2, or one's own. */
export function levelOf(segment: string): SegmentLevel {
  const [macro = "", number] = segment.split(".");
  if (!MACROS.includes(macro)) return "own";
  return number === undefined ? "macro" : "micro";
}

/** Whether who goes from the one to the other stays in the macro segment. */
export function isStay(from: string, to: string): boolean {
  return from === to || from.split(".")[0] === to;
}

/** Segments from the most to the least alive, micro-segments by their number, one's own last. */
export function inOrder(one: string, other: string): number {
  const [a, b] = [place(one), place(other)];
  return a[0] - b[0] || a[1] - b[1] || one.localeCompare(other);
}

function place(segment: string): readonly [number, number] {
  const [macro = "", number = "0"] = segment.split(".");
  const at = MACROS.indexOf(macro);
  return [at < 0 ? MACROS.length : at, Number(number) || 0];
}
