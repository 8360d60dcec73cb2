import { expect, test } from "vitest";
import { periodLabel, periodsBetween } from "./period.ts";

const labels = (first: string, last: string, kind: string, fiscalYearStart = 1) =>
  periodsBetween(new Date(first), new Date(last), fiscalYearStart)
    .filter((period) => period.kind === kind)
    .map(({ start, end, isComplete }) => [
      periodLabel(period(kind), iso(start), fiscalYearStart),
      iso(end),
      isComplete,
    ]);
const period = (kind: string) => kind as Parameters<typeof periodLabel>[0];
const iso = (day: Date) => day.toISOString().slice(0, 10);

test("weeks begin on Monday and belong to the year of their Thursday", () => {
  // 2020 has 53 ISO weeks; 1 January 2021 is a Friday of the last of them.
  expect(labels("2020-12-27", "2021-01-05", "week")).toEqual([
    ["2020-W52", "2020-12-27", true],
    ["2020-W53", "2021-01-03", true],
    ["2021-W01", "2021-01-05", false],
  ]);
});

test("months, quarters and years have no gaps, and the last one may be unfinished", () => {
  expect(labels("2023-12-31", "2024-02-29", "month")).toEqual([
    ["2023-12", "2023-12-31", true],
    ["2024-01", "2024-01-31", true],
    ["2024-02", "2024-02-29", true],
  ]);
  expect(labels("2023-12-31", "2024-02-29", "quarter")).toEqual([
    ["2023-Q4", "2023-12-31", true],
    ["2024-Q1", "2024-02-29", false],
  ]);
  expect(labels("2023-12-31", "2024-02-29", "year").map(([label]) => label)).toEqual([
    "2023",
    "2024",
  ]);
  expect(labels("2023-12-31", "2024-02-29", "total")).toEqual([["total", "2024-02-29", true]]);
});

test("weeks are told for the last three years only", () => {
  const weeks = labels("2015-01-01", "2026-10-31", "week");
  expect(weeks).toHaveLength(157);
  expect(weeks.at(-1)?.[0]).toBe("2026-W44");
});

test("business years that begin in July have quarters of their own", () => {
  expect(labels("2025-06-30", "2026-02-28", "year", 7)).toEqual([
    ["2024/25", "2025-06-30", true],
    ["2025/26", "2026-02-28", false],
  ]);
  expect(labels("2025-06-30", "2026-02-28", "quarter", 7)).toEqual([
    ["2024/25-Q4", "2025-06-30", true],
    ["2025/26-Q1", "2025-09-30", true],
    ["2025/26-Q2", "2025-12-31", true],
    ["2025/26-Q3", "2026-02-28", false],
  ]);
  // A year that begins in February has quarters that begin in February, May, August and November.
  expect(labels("2026-01-31", "2026-05-01", "quarter", 2).map(([label]) => label)).toEqual([
    "2025/26-Q4",
    "2026/27-Q1",
    "2026/27-Q2",
  ]);
  expect(labels("1999-07-01", "1999-07-31", "year", 7)).toEqual([["1999/00", "1999-07-31", false]]);
});
