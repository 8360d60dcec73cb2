/**
 * The calendar as numbers. A day is the number of days since 1970-01-01, as DuckDB keeps a DATE:
 * whole for a calendar day, with a fraction for a moment within it. Gregorian, without time zone.
 */
import { ModelError } from "./errors.ts";

/** A stretch of a schedule, in days since 1970-01-01: after `from`, up to and with `to`. */
export type Period = { readonly from: number; readonly to: number };

const millisecondsPerDay = 86_400_000;

/**
 * The day number of a date.
 *
 * @param isoDate as `2024-02-29`.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for another form or a day the calendar does not have
 */
export function dayNumber(isoDate: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(isoDate)
    ? Date.parse(`${isoDate}T00:00:00Z`)
    : Number.NaN;
  // Date.parse may roll 02-30 over into March; only a date that comes back unchanged exists.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== isoDate) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${isoDate} is not a date such as 2024-02-29`, {
      value: isoDate,
    });
  }
  return time / millisecondsPerDay;
}

/**
 * The date of a day number, as `2024-02-29`; of a day with a fraction, the day it lies in.
 *
 * @throws ModelError ARGUMENT_OUT_OF_RANGE outside the years 0 to 9999
 */
export function isoDate(day: number): string {
  const date = toDate(day);
  return date.toISOString().slice(0, 10);
}

/**
 * The day `months` calendar months later (earlier if negative). The last day of a month goes to
 * the last day of a month, so 2024-02-29 + 1 is 2024-03-31; any other day keeps its number as
 * far as the month has it, so 2024-01-30 + 1 is 2024-02-29.
 *
 * @param day a whole day number.
 * @param months a whole number.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a broken number or outside the years 0 to 9999
 */
export function addMonths(day: number, months: number): number {
  for (const [name, value] of Object.entries({ day, months })) {
    if (!Number.isSafeInteger(value)) {
      throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${name} must be whole`, { name, value });
    }
  }
  const date = toDate(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  const last = lastDayOfMonth(year, month + months);
  const target = dayOfMonth === lastDayOfMonth(year, month) ? last : Math.min(dayOfMonth, last);
  return toDayNumber(year, month + months, target);
}

/**
 * The months of a horizon that begins after `start`: month k ends `addMonths(start, k)`, each
 * counted from the start, so no day is lost on the way through February. From 2023-12-31 the
 * months are the calendar months of 2024.
 *
 * @param start a whole day number, usually the end of calibration.
 * @param months how many, 0 or more.
 * @returns `months` periods that join without gap.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE
 */
export function monthlySchedule(start: number, months: number): readonly Period[] {
  if (!(Number.isSafeInteger(months) && months >= 0)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "months must be whole and 0 or more", {
      name: "months",
      value: months,
    });
  }
  return Array.from({ length: months }, (_, k) => ({
    from: addMonths(start, k),
    to: addMonths(start, k + 1),
  }));
}

function lastDayOfMonth(year: number, month: number): number {
  return new Date(toDayNumber(year, month + 1, 0) * millisecondsPerDay).getUTCDate();
}

/** `month` counts from 0 and may leave the year. */
function toDayNumber(year: number, month: number, dayOfMonth: number): number {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const day = new Date(0).setUTCFullYear(year, month, dayOfMonth) / millisecondsPerDay;
  toDate(day);
  return day;
}

function toDate(day: number): Date {
  const date = new Date(Math.floor(day) * millisecondsPerDay);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", "day must lie in the years 0 to 9999", {
      name: "day",
      value: day,
    });
  }
  return date;
}
