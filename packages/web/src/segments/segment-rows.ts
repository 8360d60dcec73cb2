import type { SegmentDefinition, SegmentPeriod } from "@kundenwert/contract";
import type { SegmentGrain } from "../api/segment-queries.ts";

const DAY = 86_400_000;

/** A segment in one period, and a year before. */
export type SegmentRow = {
  readonly now: SegmentPeriod;
  /** Null where the segment was not there, or nothing is known of that time. */
  readonly yearBefore: SegmentPeriod | null;
};

/** The name of a period by its last day: 2026-W44, 2026-10 or 2026-Q4. */
export function periodOf(periodEnd: string, grain: SegmentGrain): string {
  if (grain === "week") return weekOf(periodEnd);
  if (grain === "month") return periodEnd.slice(0, 7);
  return `${periodEnd.slice(0, 4)}-Q${Math.ceil(Number(periodEnd.slice(5, 7)) / 3)}`;
}

/** The ISO week that ends on a Sunday; it belongs to the year of its Thursday. */
function weekOf(sunday: string): string {
  const thursday = new Date(Date.parse(sunday) - 3 * DAY);
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - newYear) / (7 * DAY)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

/** The last days of all periods, the oldest first. */
export function endsOf(periods: readonly SegmentPeriod[]): string[] {
  return [...new Set(periods.map(({ periodEnd }) => periodEnd))].sort();
}

/** The end of the same period a year before: the same month, whatever its last day. */
export function yearBefore(periodEnd: string, ends: readonly string[]): string | undefined {
  const month = `${Number(periodEnd.slice(0, 4)) - 1}${periodEnd.slice(4, 7)}`;
  return ends.find((end) => end.startsWith(month));
}

/** Every segment that has customers at a period's end. */
export function rowsAt(periods: readonly SegmentPeriod[], periodEnd: string): SegmentRow[] {
  const before = yearBefore(periodEnd, endsOf(periods));
  const earlier = new Map(
    periods.filter((each) => each.periodEnd === before).map((each) => [each.segment, each]),
  );
  return periods
    .filter((each) => each.periodEnd === periodEnd && each.customers > 0)
    .map((now) => ({ now, yearBefore: earlier.get(now.segment) ?? null }));
}

/** What a customer of it is expected to bring; null where it was not valued then. */
export function worthEach({ worth, customers }: SegmentPeriod): number | null {
  return worth === null || customers === 0 ? null : worth / customers;
}

/** What a customer of it brought in twelve months; null without amounts. */
export function yearEach({ revenue12m, customers }: SegmentPeriod): number | null {
  return revenue12m === null || customers === 0 ? null : revenue12m / customers;
}

/** One measure for all of them: what is expected where they were valued, else what a year brought. */
export function measureOf(
  periods: readonly SegmentPeriod[],
): (period: SegmentPeriod) => number | null {
  return periods.some(({ worth }) => worth !== null) ? worthEach : yearEach;
}

/** The growth of a segment in a year; null where it was not there a year ago. */
export function growthOf({ now, yearBefore: before }: SegmentRow): number | null {
  return before && before.customers > 0 ? now.customers / before.customers - 1 : null;
}

/** All segments of a period together: who changed the segment within them came and went. */
export function together(periods: readonly SegmentPeriod[], periodEnd: string): SegmentPeriod {
  const own = periods.filter((each) => each.periodEnd === periodEnd);
  const sum = (of: (period: SegmentPeriod) => number | null) =>
    own.reduce((total, each) => total + (of(each) ?? 0), 0);
  const known = (of: (period: SegmentPeriod) => number | null) =>
    own.some((each) => of(each) !== null) ? sum(of) : null;
  const [stayed, customersBefore] = [
    sum((each) => each.stayed),
    sum((each) => each.customersBefore),
  ];
  return {
    periodEnd,
    segment: "",
    customers: sum((each) => each.customers),
    customersBefore,
    firstSeen: sum((each) => each.firstSeen),
    came: sum((each) => each.came),
    stayed,
    went: sum((each) => each.went),
    wentByTime: sum((each) => each.wentByTime),
    gone: sum((each) => each.gone),
    stayRate: customersBefore > 0 ? stayed / customersBefore : null,
    purchases: known((each) => each.purchases),
    revenue: known((each) => each.revenue),
    revenue12m: known((each) => each.revenue12m),
    worth: known((each) => each.worth),
    changeOfCustomers: sum((each) => each.changeOfCustomers),
    changeOfRevenue: known((each) => each.changeOfRevenue),
    changeOfWorth: known((each) => each.changeOfWorth),
  };
}

/** Who belongs to a segment by the version that holds now. */
export function definitionOf(
  definitions: readonly SegmentDefinition[],
  segment: string,
): SegmentDefinition | undefined {
  return definitions
    .filter((each) => each.segment === segment)
    .reduce<SegmentDefinition | undefined>(
      (latest, each) => (latest && latest.version > each.version ? latest : each),
      undefined,
    );
}
