import type { SegmentPeriod } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { inOrder, isStay, levelOf } from "./segment-name.ts";
import {
  endsOf,
  growthOf,
  measureOf,
  periodOf,
  rowsAt,
  together,
  yearBefore,
  yearEach,
} from "./segment-rows.ts";

const period = (changes: Partial<SegmentPeriod>): SegmentPeriod => ({
  periodEnd: "2026-02-28",
  segment: "new",
  customers: 10,
  customersBefore: 8,
  firstSeen: 3,
  came: 1,
  stayed: 6,
  went: 2,
  wentByTime: 1,
  gone: 0,
  stayRate: 0.75,
  purchases: 12,
  revenue: 300,
  revenue12m: 500,
  worth: 200,
  changeOfCustomers: 2,
  changeOfRevenue: 0,
  changeOfWorth: 0,
  ...changes,
});

test("the year before ends in the same month, whatever its last day", () => {
  expect(yearBefore("2025-02-28", ["2024-01-31", "2024-02-29", "2025-02-28"])).toBe("2024-02-29");
  expect(yearBefore("2024-02-29", ["2024-02-29"])).toBeUndefined();
  expect(periodOf("2026-10-31", "month")).toBe("2026-10");
  expect(periodOf("2026-09-30", "quarter")).toBe("2026-Q3");
  // ISO 8601: the week of 4 January is the first; 2020 had 53, 2027 begins within the last of 2026.
  expect(periodOf("2026-01-04", "week")).toBe("2026-W01");
  expect(periodOf("2021-01-03", "week")).toBe("2020-W53");
  expect(periodOf("2027-01-03", "week")).toBe("2026-W53");
  expect(periodOf("2026-10-25", "week")).toBe("2026-W43");
});

test("a segment stands beside what it was a year before", () => {
  const periods = [
    period({}),
    period({ periodEnd: "2025-02-28", customers: 8 }),
    period({ segment: "cancelled", customers: 4, worth: null, revenue12m: 20 }),
    period({ segment: "prospect", customers: 0 }),
  ];
  expect(endsOf(periods)).toEqual(["2025-02-28", "2026-02-28"]);
  const [first, second, ...rest] = rowsAt(periods, "2026-02-28");
  expect(rest).toEqual([]);
  expect(first && growthOf(first)).toBe(0.25);
  expect(second && growthOf(second)).toBeNull();
  expect(second && yearEach(second.now)).toBe(5);
  // What is expected and what was brought never stand side by side.
  expect(second && measureOf(periods)(second.now)).toBeNull();
  expect(measureOf([period({ worth: null })])(period({}))).toBe(50);
});

test("all segments together have the sums of all, and the share of all who stayed", () => {
  const all = together(
    [period({}), period({ segment: "cancelled", stayed: 2, worth: null })],
    "2026-02-28",
  );
  expect(all.customers).toBe(20);
  expect(all.worth).toBe(200);
  expect(all.stayRate).toBe(0.5);
});

test("segments are told by their names and stand in the order of life", () => {
  expect(["active_high", "active_high.2", "Stammkunden Nord"].map(levelOf)).toEqual([
    ...["macro", "micro", "own"],
  ]);
  expect(["x", "new.10", "cancelled", "new.2", "active_high"].sort(inOrder)).toEqual([
    ...["active_high", "new.2", "new.10", "cancelled", "x"],
  ]);
});

test("who goes from a micro-segment to its own macro segment stays", () => {
  expect(isStay("active_high.2", "active_high")).toBe(true);
  expect(isStay("active_high", "active_high")).toBe(true);
  expect(isStay("active_high.2", "active_mid")).toBe(false);
  expect(isStay("active_high.2", "active_high.3")).toBe(false);
});
