import type { SegmentDecisions } from "@kundenwert/contract";

export type Rule = NonNullable<SegmentDecisions["own"][number]["when"]>;

/**
 * The conditions of an own segment in signs that every language reads: days of purchase ≥ 5 · …
 *
 * @param called what a feature is called; its name if absent
 */
export function ruleText(
  rule: Rule,
  number: (value: number) => string,
  called: (feature: string) => string = (feature) => feature,
): string {
  return Object.entries(rule)
    .map(([feature, { min, max, is }]) => {
      const bounds = [
        ...(min === undefined ? [] : [`≥ ${number(min)}`]),
        ...(max === undefined ? [] : [`≤ ${number(max)}`]),
        ...(is === undefined ? [] : [`= ${is}`]),
      ];
      return `${called(feature)} ${bounds.join(", ")}`;
    })
    .join(" · ");
}
