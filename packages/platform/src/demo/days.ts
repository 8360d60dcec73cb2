const msPerDay = 86_400_000;

/** @returns days since 1970-01-01 of a date written YYYY-MM-DD; NaN if it is none. */
export function dayNumber(date: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) / msPerDay : Number.NaN;
}

/** @returns the date of a day number, written YYYY-MM-DD. */
export function isoDate(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** @returns the day `months` later or earlier, moved back to the month's last day if it lacks the day. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * msPerDay);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / msPerDay;
  return first + Math.min(date.getUTCDate(), daysInMonth(first)) - 1;
}

/** @returns 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  return (day + 4) % 7; // 1970-01-01 was a Thursday
}

/** @returns the first day of the month a day lies in. */
export function monthStart(day: number): number {
  return day - new Date(day * msPerDay).getUTCDate() + 1;
}

function daysInMonth(firstDay: number): number {
  const date = new Date(firstDay * msPerDay);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / msPerDay - firstDay;
}
