import type { FigureValue } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { changeOf, earlierOf, latestOf } from "./change.ts";

const value = (
  period: string,
  days: readonly [string, string],
  rest: Partial<FigureValue> = {},
): FigureValue => ({
  figure: "revenue",
  period,
  periodStart: days[0],
  periodEnd: days[1],
  isComplete: true,
  isProvisional: false,
  member: "all",
  value: 100,
  numerator: 100,
  denominator: null,
  n: 50,
  low: null,
  high: null,
  alert: null,
  target: null,
  ...rest,
});
const april = value("2025-04", ["2025-04-01", "2025-04-30"], { value: 80 });
const march = value("2026-03", ["2026-03-01", "2026-03-31"], { value: 100 });
const next = value("2026-04", ["2026-04-01", "2026-04-30"], { value: 120 });
const running = value("2026-05", ["2026-05-01", "2026-05-12"], { isComplete: false });

test("a period that still runs is not compared", () => {
  expect(latestOf([march, next, running])).toBe(next);
  expect(changeOf([running], "before")).toBeUndefined();
});

test("the period before is the one that ends the day before, whatever lies between", () => {
  expect(changeOf([april, march, next], "before")).toMatchObject({ from: march, relative: 0.2 });
  expect(changeOf([april, next], "before")).toBeUndefined();
});

test("the year before is the same month of it", () => {
  expect(changeOf([april, march, next], "year")).toMatchObject({ difference: 40, relative: 0.5 });
});

test("quarters of a business year are compared by the day they begin", () => {
  const before = value("2024/25-Q4", ["2025-04-01", "2025-06-30"]);
  const now = value("2025/26-Q4", ["2026-04-01", "2026-06-30"]);
  expect(earlierOf(now, [before, now], "year")).toBe(before);
});

test("a week is compared with the week of that number", () => {
  const before = value("2025-W05", ["2025-01-27", "2025-02-02"]);
  const now = value("2026-W05", ["2026-01-26", "2026-02-01"]);
  expect(earlierOf(now, [before, now], "year")).toBe(before);
});

test("a week has a week before it, over the turn of the year too", () => {
  const last = value("2025-W52", ["2025-12-22", "2025-12-28"]);
  const first = value("2026-W01", ["2025-12-29", "2026-01-04"]);
  expect(earlierOf(first, [last, first], "before")).toBe(last);
});

test("without a positive value before there is no relative change", () => {
  const nps = { ...march, value: -5 };
  expect(changeOf([nps, { ...next, value: 5 }], "before")).toMatchObject({
    difference: 10,
    relative: null,
  });
});

test("intervals that touch do not lie apart", () => {
  const low = { ...march, low: 90, high: 110 };
  expect(changeOf([low, { ...next, low: 110, high: 130 }], "before")?.apart).toBe(false);
  expect(changeOf([low, { ...next, low: 111, high: 130 }], "before")?.apart).toBe(true);
  expect(changeOf([march, next], "before")?.apart).toBeNull();
});
