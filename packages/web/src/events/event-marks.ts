import type { Annotation } from "@kundenwert/contract";

/** The days of a period, both ends counted; ISO days. */
export type Span = { readonly start: string; readonly end: string };

/** What happened in one period of a chart. */
export type EventMark = {
  /** Place of the period, from 0. */
  readonly at: number;
  /** What stands at the mark and in the list: E1, E2, … */
  readonly sign: string;
  /** Where it stands on an axis of time, an ISO day; elsewhere it stands at its period. */
  readonly day?: string;
  readonly events: readonly Annotation[];
};

/** The periods in which something happened, numbered in their order. */
export function eventMarks(
  annotations: readonly Annotation[],
  spans: readonly Span[],
): EventMark[] {
  return spans
    .map(({ start, end }, at) => ({
      at,
      events: annotations.filter(({ day }) => day >= start && day <= end),
    }))
    .filter(({ events }) => events.length > 0)
    .map((mark, i) => ({ ...mark, sign: `E${i + 1}` }));
}

/** The spans of periods of which the last days are known, each of so many months. */
export function spansOf(ends: readonly string[], months: number): Span[] {
  return ends.map((end) => {
    const month = 12 * Number(end.slice(0, 4)) + Number(end.slice(5, 7)) - months;
    const [year, at] = [Math.floor(month / 12), (month % 12) + 1];
    return { start: `${year}-${String(at).padStart(2, "0")}-01`, end };
  });
}

/** The spans of weeks of which the last days are known. */
export function weeksOf(ends: readonly string[]): Span[] {
  return ends.map((end) => {
    const monday = new Date(Date.parse(end) - 6 * 86_400_000);
    return { start: monday.toISOString().slice(0, 10), end };
  });
}

/**
 * The days on which something happened between the first and the last of `days`.
 *
 * @param days ISO days, latest first; an event belongs to the last of them that it did not precede
 */
export function dayMarks(annotations: readonly Annotation[], days: readonly string[]): EventMark[] {
  const [last = "", first = ""] = [days[0], days.at(-1)];
  const within = annotations.filter(({ day }) => day >= first && day <= last);
  return [...Map.groupBy(within, ({ day }) => day)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([day, events], i) => ({
      at: days.findIndex((each) => each <= day),
      sign: `E${i + 1}`,
      day,
      events,
    }));
}
