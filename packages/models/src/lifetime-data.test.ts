import { describe, expect, test } from "vitest";
import { countRenewals } from "./lifetime-data.ts";

const column = (...values: number[]) => Float64Array.of(...values);

describe("countRenewals", () => {
  test("counts who left and who stayed at each renewal of a cohort", () => {
    const { lost, stayed, customers } = countRenewals([100, 80, 70]);
    expect([...lost]).toEqual([0, 20, 10]);
    expect([...stayed]).toEqual([0, 80, 70]);
    expect(customers).toBe(100);
  });

  test("adds cohorts of different age", () => {
    const { lost, stayed, customers } = countRenewals([[100, 80, 70], [50, 45], [30]]);
    expect([...lost]).toEqual([0, 25, 10]);
    expect([...stayed]).toEqual([0, 125, 70]);
    expect(customers).toBe(180);
  });

  test("customers one by one give the same as their cohorts", () => {
    // 100 start: 20 leave at 1, 10 at 2, 70 stay; 50 start later: 5 leave at 1, 45 stay.
    const data = {
      duration: column(1, 2, 2, 1, 1, 0),
      lost: column(1, 1, 0, 1, 0, 0),
      weight: column(20, 10, 70, 5, 45, 30),
    };
    expect(countRenewals(data)).toEqual(countRenewals([[100, 80, 70], [50, 45], column(30)]));
  });

  test.each([
    [
      "a cohort that grows",
      [
        [10, 5],
        [10, 8, 9],
      ],
      { cohort: 1, period: 2, value: 9 },
    ],
    ["a cohort below 0", [10, -1], { cohort: 0, period: 1, value: -1 }],
    ["a cohort with NaN", [Number.NaN, 1], { cohort: 0, period: 0, value: Number.NaN }],
    [
      "a duration that is not whole",
      { duration: column(1, 1.5), lost: column(0, 0) },
      { row: 1, value: 1.5 },
    ],
    [
      "a customer lost before the first renewal",
      { duration: column(0), lost: column(1) },
      { row: 0, value: 0 },
    ],
    ["half a loss", { duration: column(2), lost: column(0.5) }, { row: 0, value: 0.5 }],
    [
      "a time in days since 1970",
      { duration: column(1e9), lost: column(0) },
      { row: 0, value: 1e9 },
    ],
  ])("refuses %s and says where", (_, data, details) => {
    expect(() => countRenewals(data)).toThrow(
      expect.objectContaining({ code: "VALUE_OUT_OF_RANGE", details }),
    );
  });

  test("refuses columns of different length", () => {
    expect(() => countRenewals({ duration: column(1, 2), lost: column(0) })).toThrow(
      expect.objectContaining({ code: "COLUMN_LENGTHS_DIFFER" }),
    );
  });
});
