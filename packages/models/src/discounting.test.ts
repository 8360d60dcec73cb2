import { describe, expect, test } from "vitest";
import { dayNumber } from "./calendar.ts";
import {
  annualRate,
  continuousRate,
  daysPerYear,
  discountFactor,
  monthlyDiscountFactors,
  presentValue,
} from "./discounting.ts";

const refused = expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" });

describe("continuousRate", () => {
  test("of 10 % a year is ln 1.1 / 365.2425 a day", () => {
    expect(continuousRate(0.1)).toBeCloseTo(0.0953101798043249 / 365.2425, 18);
  });

  test.each([-0.5, 0, 1e-9, 0.0025, 0.1, 3])("and annualRate undo each other at %d", (rate) => {
    // Relative 1e-15: both are one rounding away from exact.
    expect(Math.abs(annualRate(continuousRate(rate)) - rate)).toBeLessThanOrEqual(
      1e-15 * Math.max(1, rate),
    );
  });

  test("refuses to lose everything or more within a year", () => {
    expect(() => continuousRate(-1)).toThrow(refused);
    expect(() => continuousRate(Number.NaN)).toThrow(refused);
  });
});

describe("discountFactor", () => {
  test("of 10 % over 400 Gregorian years is 1.1^-400, whatever leap years lie between", () => {
    const factor = discountFactor(0.1, dayNumber("1600-01-01"), dayNumber("2000-01-01"));
    expect(factor * 1.1 ** 400).toBeCloseTo(1, 12);
  });

  test("sees the leap day", () => {
    const [common, leap] = [
      ["2023-01-01", "2024-01-01"],
      ["2024-01-01", "2025-01-01"],
    ].map(([from, to]) => discountFactor(0.1, dayNumber(from), dayNumber(to)));
    expect(common).toBeCloseTo(1.1 ** (-365 / 365.2425), 14);
    expect(leap).toBeCloseTo(1.1 ** (-366 / 365.2425), 14);
  });

  test("is above 1 for money that came before", () => {
    expect(discountFactor(0.21, daysPerYear / 2, 0)).toBeCloseTo(1.1, 14);
  });
});

describe("presentValue", () => {
  test("adds flows where rate is 0", () => {
    expect(
      presentValue(
        [
          { day: 3, amount: 5 },
          { day: 900, amount: -2 },
        ],
        0,
        1,
      ),
    ).toBe(3);
  });

  test("brings 110 a year ahead and 100 a year ago to the day between", () => {
    const flows = [
      { day: daysPerYear, amount: 110 },
      { day: -daysPerYear, amount: 100 },
    ];
    expect(presentValue(flows, 0.1, 0)).toBeCloseTo(100 + 110, 11);
  });

  test("refuses an amount that is not a number and says where", () => {
    expect(() =>
      presentValue(
        [
          { day: 1, amount: 1 },
          { day: 1, amount: Number.NaN },
        ],
        0,
        0,
      ),
    ).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ name: "amount", row: 1 }) }),
    );
  });
});

describe("monthlyDiscountFactors", () => {
  test("puts the money of a month in its middle", () => {
    // March 2024 from 02-29 to 03-31 is 31 days long, April 30.
    const [march, april] = monthlyDiscountFactors(0.1, dayNumber("2024-02-29"), 2);
    expect(march).toBeCloseTo(1.1 ** (-15.5 / 365.2425), 14);
    expect(april).toBeCloseTo(1.1 ** (-46 / 365.2425), 14);
  });

  test("equals an even flow discounted day by day to 3e-6", () => {
    const start = dayNumber("2023-12-31");
    const factors = monthlyDiscountFactors(0.1, start, 12);
    const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const inMonths = factors.reduce((sum, factor, k) => sum + factor * lengths[k], 0);
    const rate = continuousRate(0.1);
    const even = -Math.expm1(-rate * 366) / rate;
    expect(Math.abs(inMonths / even - 1)).toBeLessThan(3e-6);
  });
});
