import type { Raw } from "../../view.ts";

export const VIEWS = ["probability", "count", "euros", "change"] as const;
type TransitionView = (typeof VIEWS)[number];

/** What stands in the cells; of probabilities also from where and how far ahead. */
export type TransitionsSearch = {
  readonly view?: TransitionView;
  readonly from?: "micro";
  readonly months?: 3;
};

export function readTransitionsSearch({ view, from, months }: Raw): TransitionsSearch {
  const known = VIEWS.find((each) => each === view);
  return {
    ...(known ? { view: known } : {}),
    ...(from === "micro" ? { from } : {}),
    // Only micro-segments are looked at three months ahead.
    ...(from === "micro" && Number(months) === 3 ? { months: 3 as const } : {}),
  };
}

/** The last day of the same month a year before. */
export function monthEndYearBefore(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year - 1, month, 0)).toISOString().slice(0, 10);
}
