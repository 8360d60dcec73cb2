import { describe, expect, test } from "vitest";
import { addMonths, dayNumber, isoDate, monthlySchedule } from "./calendar.ts";

const refused = expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" });

describe("dayNumber", () => {
  test("counts from 1970-01-01", () => {
    expect(["1970-01-01", "1969-12-31", "2000-03-01", "2024-02-29"].map(dayNumber)).toEqual([
      0, -1, 11_017, 19_782,
    ]);
  });

  test("and isoDate undo each other, from year 1 to year 9999", () => {
    const dates = ["0001-01-01", "0099-12-31", "1582-10-15", "1900-02-28", "9999-12-31"];
    expect(dates.map((date) => isoDate(dayNumber(date)))).toEqual(dates);
  });

  test.each([
    "2023-02-29",
    "2024-13-01",
    "2024-1-01",
    "2024-02-30",
    "20240229",
    "",
    "2024-02-29T00:00",
  ])("refuses %j", (text) => {
    expect(() => dayNumber(text)).toThrow(refused);
  });
});

test("isoDate of a moment is the day it lies in, also before 1970", () => {
  expect([isoDate(0.75), isoDate(-0.25)]).toEqual(["1970-01-01", "1969-12-31"]);
});

describe("addMonths", () => {
  test.each([
    ["2024-01-15", 1, "2024-02-15"],
    ["2024-01-30", 1, "2024-02-29"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-31", 3, "2024-04-30"],
    ["2024-02-29", 1, "2024-03-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2023-02-28", 12, "2024-02-29"],
    ["2024-02-28", 12, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-12-31", 0, "2024-12-31"],
    ["0099-12-15", 1, "0100-01-15"],
    ["1999-12-31", 1200, "2099-12-31"],
  ])("%s and %i months are %s", (start, months, end) => {
    expect(isoDate(addMonths(dayNumber(start), months))).toBe(end);
  });

  test("refuses broken months, broken days and years beyond 9999", () => {
    expect(() => addMonths(0, 0.5)).toThrow(refused);
    expect(() => addMonths(0.5, 1)).toThrow(refused);
    expect(() => addMonths(0, 12 * 9000)).toThrow(refused);
  });
});

describe("monthlySchedule", () => {
  const ends = (start: string, months: number) =>
    monthlySchedule(dayNumber(start), months).map(({ to }) => isoDate(to));

  test("of 12 months from 2024-02-29 ends with each calendar month", () => {
    expect(ends("2024-02-29", 12)).toEqual([
      ...["2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31", "2024-08-31"],
      ...["2024-09-30", "2024-10-31", "2024-11-30", "2024-12-31", "2025-01-31", "2025-02-28"],
    ]);
  });

  test("from 2024-01-31 comes back to the 31st after February", () => {
    expect(ends("2024-01-31", 4)).toEqual(["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]);
  });

  test("from 2024-01-30 comes back to the 30th after February", () => {
    expect(ends("2024-01-30", 3)).toEqual(["2024-02-29", "2024-03-30", "2024-04-30"]);
  });

  test("joins without gap and is empty for 0 months", () => {
    const schedule = monthlySchedule(dayNumber("2024-05-31"), 36);
    for (let k = 1; k < 36; k++) expect(schedule[k].from).toBe(schedule[k - 1].to);
    expect(monthlySchedule(0, 0)).toEqual([]);
  });

  test("refuses a number of months below 0", () => {
    expect(() => monthlySchedule(0, -1)).toThrow(refused);
  });
});
