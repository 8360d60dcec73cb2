import { addDays, daysBetween, fromDay, isoDay, toDay } from "../calendar.ts";
import type { Step } from "../step.ts";

export const PERIOD_KINDS = ["week", "month", "quarter", "year", "total"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A stretch of time that figures are told for. */
export type FigurePeriod = {
  readonly kind: PeriodKind;
  readonly start: Date;
  /** Its last day, or the last day that counts if that is earlier. */
  readonly end: Date;
  readonly isComplete: boolean;
};

/** Weeks are told for the last three years; all else for the whole history. */
const WEEKS = 157;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Months since January 1970 of a calendar day. */
function monthNumber(day: Date): number {
  return (day.getUTCFullYear() - 1970) * 12 + day.getUTCMonth();
}

/** What is left of a division, never negative: there were months before 1970. */
const modulo = (value: number, by: number) => ((value % by) + by) % by;
const monthStart = (month: number) => new Date(Date.UTC(1970, month, 1));
/** The Monday of a day's ISO week; 1970-01-01 was a Thursday. */
const weekStart = (day: Date) => fromDay(Math.floor((toDay(day) + 3) / 7) * 7 - 3);

/**
 * All periods from the first day to the last, each kind without gaps.
 *
 * @param fiscalYearStart the month, 1 to 12, that years and their quarters begin with
 */
export function periodsBetween(first: Date, last: Date, fiscalYearStart = 1): FigurePeriod[] {
  const offset = fiscalYearStart - 1;
  const upTo = (kind: PeriodKind, start: Date, next: Date): FigurePeriod => {
    const end = addDays(next, -1);
    return { kind, start, end: end < last ? end : last, isComplete: end <= last };
  };
  const periods: FigurePeriod[] = [];
  for (const [kind, months] of Object.entries(MONTHS)) {
    const from = monthNumber(first) - modulo(monthNumber(first) - offset, months);
    for (let month = from; month <= monthNumber(last); month += months) {
      periods.push(upTo(kind as PeriodKind, monthStart(month), monthStart(month + months)));
    }
  }
  const lastWeek = weekStart(last);
  const weeks = Math.min(WEEKS, daysBetween(weekStart(first), lastWeek) / 7 + 1);
  for (let back = weeks - 1; back >= 0; back--) {
    const start = addDays(lastWeek, -7 * back);
    periods.push(upTo("week", start, addDays(start, 7)));
  }
  periods.push({ kind: "total", start: first, end: last, isComplete: true });
  return periods;
}

/**
 * The period as people write it: 2026-W53, 2026-03, 2026-Q1, 2026, or 2026/27 and 2026/27-Q1 where
 * business years begin within calendar years; total for the whole history.
 */
export function periodLabel(kind: PeriodKind, start: string, fiscalYearStart = 1): string {
  const [year, month] = start.split("-") as [string, string];
  if (kind === "month") return `${year}-${month}`;
  if (kind === "quarter" || kind === "year") {
    const monthsIn = modulo(Number(month) - fiscalYearStart, 12);
    const began = Number(month) < fiscalYearStart ? Number(year) - 1 : Number(year);
    const name =
      fiscalYearStart === 1 ? year : `${began}/${String((began + 1) % 100).padStart(2, "0")}`;
    return kind === "year" ? name : `${name}-Q${Math.floor(monthsIn / 3) + 1}`;
  }
  if (kind === "total") return kind;
  // A week belongs to the year of its Thursday.
  const thursday = addDays(new Date(start), 3);
  const weekYear = thursday.getUTCFullYear();
  const week = Math.floor(daysBetween(new Date(Date.UTC(weekYear, 0, 1)), thursday) / 7) + 1;
  return `${weekYear}-W${String(week).padStart(2, "0")}`;
}

const FIRST_DAY = `SELECT min(day) AS first_day FROM (
    SELECT min(day) AS day FROM purchase_day
    UNION ALL SELECT min(started_on) FROM subscriptions WHERE started_on <= $as_of
    UNION ALL SELECT min(CAST(given_at AS DATE)) FROM feedback WHERE CAST(given_at AS DATE) <= $as_of
    UNION ALL SELECT min(CAST(happened_at AS DATE)) FROM interactions
      WHERE CAST(happened_at AS DATE) <= $as_of
  ) AS days`;

const SHAPE = `SELECT CAST('' AS VARCHAR) AS period_kind, CAST($as_of AS DATE) AS period_start,
    CAST($as_of AS DATE) AS unit_start, CAST($as_of AS DATE) AS period_end,
    CAST(0 AS INTEGER) AS first_month, CAST(0 AS INTEGER) AS last_month,
    CAST(0 AS INTEGER) AS is_complete
  WHERE 1 = 0`;

/** The periods of a workspace, from the first thing known of any customer to the last day. */
export const figurePeriod: Step = {
  name: "figure_period",
  reads: ["orders", "purchase_day"],
  text: FIRST_DAY + SHAPE,
  checks: { "a period ends no earlier than it starts": "period_end < period_start" },
  inputs: ({ asOf, settings }) => ({
    as_of: isoDay(asOf),
    weeks: WEEKS,
    // The calendar's year keeps what was made before there were others.
    ...(settings.fiscalYearStart === 1 ? {} : { fiscal_year_start: settings.fiscalYearStart }),
  }),
  async write({ engine, asOf, settings }, table) {
    const [row] = await engine.rows(FIRST_DAY, { as_of: asOf });
    const first = row?.first_day ? new Date(String(row.first_day)) : asOf;
    const periods = periodsBetween(first, asOf, settings.fiscalYearStart);
    await engine.replaceTable(table, SHAPE, { as_of: asOf });
    const numbers = (of: (period: FigurePeriod) => number) => Float64Array.from(periods, of);
    await engine.append(table, {
      period_kind: periods.map(({ kind }) => kind),
      period_start: numbers(({ start }) => toDay(start)),
      // The month or week that a period begins in; all of history begins within one.
      unit_start: numbers(({ kind, start }) =>
        toDay(kind === "total" ? monthStart(monthNumber(start)) : start),
      ),
      period_end: numbers(({ end }) => toDay(end)),
      first_month: numbers(({ start }) => monthNumber(start)),
      last_month: numbers(({ end }) => monthNumber(end)),
      is_complete: numbers(({ isComplete }) => (isComplete ? 1 : 0)),
    });
  },
};
