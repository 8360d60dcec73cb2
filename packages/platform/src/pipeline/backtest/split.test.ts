import { expect, test } from "vitest";
import { isoDay } from "../calendar.ts";
import { calibrationDays, defaultSplit, holdoutDays, requireInHistory } from "./split.ts";

const day = (iso: string) => new Date(iso);

test("holds the last year out of a long history, leap day or not", () => {
  const split = defaultSplit(day("2022-01-01"), day("2024-12-31"));
  expect(split).toEqual({
    historyStart: day("2022-01-01"),
    calibrationEnd: day("2024-01-01"),
    holdoutEnd: day("2024-12-31"),
  });
  expect(split && holdoutDays(split)).toBe(365);
  expect(split && calibrationDays(split)).toBe(731);
});

test("holds the last half out of a history of less than two years", () => {
  // 181 days: 90 held out, 91 known.
  const split = defaultSplit(day("2025-01-01"), day("2025-06-30"));
  expect(split && isoDay(split.calibrationEnd)).toBe("2025-04-01");
  expect(split && [calibrationDays(split), holdoutDays(split)]).toEqual([91, 90]);
});

test("makes no split of less than 90 days", () => {
  expect(defaultSplit(day("2025-01-01"), day("2025-03-30"))).toBeUndefined();
  expect(defaultSplit(day("2025-01-01"), day("2025-03-31"))).toBeDefined();
});

test.each([
  ["calibration ends before the history starts", "2024-12-31", "2025-03-01"],
  ["the holdout is empty", "2025-03-01", "2025-03-01"],
  ["the holdout ends before it begins", "2025-03-01", "2025-02-01"],
  ["the holdout goes beyond the history", "2025-03-01", "2026-01-01"],
])("refuses a split where %s", (_, calibrationEnd, holdoutEnd) => {
  const split = {
    historyStart: day("2025-01-01"),
    calibrationEnd: day(calibrationEnd),
    holdoutEnd: day(holdoutEnd),
  };
  expect(() => requireInHistory(split, day("2025-12-31"))).toThrowError(
    expect.objectContaining({
      code: "SPLIT_OUTSIDE_HISTORY",
      details: { ...split, historyEnd: day("2025-12-31") },
    }),
  );
});

test("takes a split that uses the history to its last day", () => {
  const split = {
    historyStart: day("2025-01-01"),
    calibrationEnd: day("2025-01-01"),
    holdoutEnd: day("2025-12-31"),
  };
  expect(requireInHistory(split, day("2025-12-31"))).toBe(split);
});
