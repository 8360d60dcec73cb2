import { calendar } from "@kundenwert/models";

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar day. */
export function toDay(date: Date): number {
  return Math.floor(date.getTime() / MS_PER_DAY);
}

export function fromDay(day: number): Date {
  return new Date(day * MS_PER_DAY);
}

export function addDays(date: Date, days: number): Date {
  return fromDay(toDay(date) + days);
}

/** Days from one calendar day to another. */
export function daysBetween(from: Date, to: Date): number {
  return toDay(to) - toDay(from);
}

/** The day `months` calendar months after `date`. */
export function addMonths(date: Date, months: number): Date {
  return fromDay(calendar.addMonths(toDay(date), months));
}

/** The calendar day as text, such as 2026-02-28. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
