import { textOf } from "../i18n/loose.ts";

/**
 * A segment as people say it: “active, high”, or “active, high 2” for the second micro-segment of it;
 * one of the reader's own by its name.
 */
export function segmentName(segment: string): string {
  const [macro = "", number] = segment.split(".");
  const name = textOf(`macro.${macro}`);
  if (name === undefined) return segment;
  return number === undefined ? name : `${name} ${number}`;
}
