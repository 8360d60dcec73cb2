import { addMonths, isoDate, monthStart, weekday } from "./days.ts";
import type { Scope } from "./options.ts";
import { parameters } from "./parameters.ts";
import { firstAbove } from "./random.ts";

/** The days of the history. Arrays have one entry a day, the first for `startDay`. */
export type Calendar = {
  readonly startDay: number;
  readonly endDay: number;
  /** 0 for January to 11. */
  readonly months: Uint8Array;
  /** Whole years since the start: the year of the price list. */
  readonly years: Uint8Array;
  /** Demand of each day; 1 on average. */
  readonly demand: Float64Array;
  /** Demand up to and with each day: the clock by which customers buy. */
  readonly demandUntil: Float64Array;
};

/** @returns the calendar of a history with its seasons, peaks and weekdays. */
export function calendarOf({ startDay, endDay }: Scope): Calendar {
  const dates = Array.from({ length: endDay - startDay + 1 }, (_, i) => isoDate(startDay + i));
  const raw = dates.map((date, i) => demandOn(date, weekday(startDay + i)));
  const mean = raw.reduce((sum, value) => sum + value) / raw.length;
  const demand = Float64Array.from(raw, (value) => value / mean);
  let sum = 0;
  return {
    startDay,
    endDay,
    months: Uint8Array.from(dates, (date) => Number(date.slice(5, 7)) - 1),
    years: Uint8Array.from(dates, (_, i) => yearsBetween(startDay, startDay + i)),
    demand,
    demandUntil: demand.map((value) => {
      sum += value;
      return sum;
    }),
  };
}

function demandOn(date: string, dayOfWeek: number): number {
  const { months, weekdays, peaks } = parameters.demand;
  const monthAndDay = date.slice(5);
  const peak = peaks.find(({ from, to }) => monthAndDay >= from && monthAndDay <= to);
  const month = months[Number(date.slice(5, 7)) - 1] as number;
  return month * (weekdays[dayOfWeek] as number) * (peak?.factor ?? 1);
}

function yearsBetween(start: number, day: number): number {
  let years = 0;
  while (addMonths(start, 12 * (years + 1)) <= day) years++;
  return years;
}

/**
 * @returns the first day after `day` by whose end `wait` more demand has passed; Infinity if that
 * lies after the history. `wait` is in average days.
 */
export function dayAfter(calendar: Calendar, day: number, wait: number): number {
  const { startDay, endDay, demandUntil } = calendar;
  if (day >= endDay) return Number.POSITIVE_INFINITY;
  const passed = demandUntil[day - startDay] as number;
  const found = startDay + firstAbove(demandUntil, passed + wait);
  return found > endDay ? Number.POSITIVE_INFINITY : Math.max(day + 1, found);
}

/** @returns the month (0 for January) of a day of the history. */
export function monthOf(calendar: Calendar, day: number): number {
  return calendar.months[day - calendar.startDay] as number;
}

/** @returns the first days of the months a history touches. */
export function monthsWithin({ startDay, endDay }: Calendar): readonly number[] {
  const starts: number[] = [];
  for (let day = monthStart(startDay); day <= endDay; day = addMonths(day, 1)) starts.push(day);
  return starts;
}
