import type { FigureValue } from "@kundenwert/contract";

/** What a value is held against: the period before, or the same period a year ago. */
export type Comparison = "before" | "year";

/** Two values of one figure, and how far they lie apart. */
export type Change = {
  readonly from: FigureValue;
  readonly to: FigureValue;
  readonly difference: number;
  /** Of the earlier value; null where that is 0 or of another sign. */
  readonly relative: number | null;
  /** Whether their intervals lie apart; null where there are none. */
  readonly apart: boolean | null;
};

/** Fewer cases than these carry no figure by themselves. */
export const FEW = 30;

const DAY = 86_400_000;

/** The latest value of a period that is over; of one that runs where there is no other. */
export function latestOf(values: readonly FigureValue[]): FigureValue | undefined {
  return values.findLast(({ isComplete }) => isComplete) ?? values.at(-1);
}

/** The value that `value` is held against, from all values of the same figure and member. */
export function earlierOf(
  value: FigureValue,
  values: readonly FigureValue[],
  comparison: Comparison,
): FigureValue | undefined {
  if (comparison === "year") {
    const year = (text: string) => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`;
    // Weeks go by their number; all else begins on the same day, whenever the business year does.
    return value.period.includes("W")
      ? values.find(({ period }) => period === year(value.period))
      : values.find(({ periodStart }) => periodStart === year(value.periodStart));
  }
  const eve = new Date(Date.parse(value.periodStart) - DAY).toISOString().slice(0, 10);
  return values.find(({ periodEnd }) => periodEnd === eve);
}

/** The change of a figure up to its latest value; undefined where there is nothing to compare. */
export function changeOf(
  values: readonly FigureValue[],
  comparison: Comparison,
): Change | undefined {
  const to = latestOf(values);
  const from = to && earlierOf(to, values, comparison);
  if (!to || !from || to.value === null || from.value === null || !to.isComplete) return undefined;
  const difference = to.value - from.value;
  const relative = from.value > 0 && to.value >= 0 ? difference / from.value : null;
  return { from, to, difference, relative, apart: liesApart(from, to) };
}

function liesApart(one: FigureValue, other: FigureValue): boolean | null {
  if (one.low === null || one.high === null || other.low === null || other.high === null) {
    return null;
  }
  return one.high < other.low || other.high < one.low;
}
