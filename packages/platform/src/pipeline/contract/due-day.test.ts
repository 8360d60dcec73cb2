import { expect, test } from "vitest";
import { dueFactors, factorsByDueDay } from "./due-day.ts";

/** One unit of discount a day, so that the logarithm counts the days. */
const days = (asOf: string, dueDay: number, months: number) =>
  [...dueFactors(new Date(asOf), dueDay, months, 0.001)].map((factor) =>
    Math.round(-1000 * Math.log(factor)),
  );

test.each([
  // 15 February and 15 March.
  ["2026-01-31", 15, [15, 43]],
  // What is due on the day itself has been paid.
  ["2026-01-15", 15, [31, 59]],
  ["2026-01-14", 15, [1, 32]],
  // 31 January, then the last days of February and March.
  ["2026-01-30", 31, [1, 29, 60]],
  // The last day of February is the day due; next come 31 March and 30 April.
  ["2026-02-28", 31, [31, 61]],
  // Over the year's end, in a leap year.
  ["2027-12-31", 29, [29, 60, 89]],
])("after %s money due on day %i comes after %j days", (asOf, dueDay, expected) => {
  expect(days(asOf, dueDay, expected.length)).toEqual(expected);
});

test("a year from now money is worth 1 / 1.1 at 10 % a year", () => {
  const factor = factorsByDueDay(new Date("2026-01-01"), 12, 0.1)(1)[11];
  // 365 of 365.2425 days.
  expect(factor).toBeCloseTo(1.1 ** -(365 / 365.2425), 12);
});

test("without a rate all money counts in full", () => {
  expect([...factorsByDueDay(new Date("2026-01-01"), 3, 0)(31)]).toEqual([1, 1, 1]);
});
