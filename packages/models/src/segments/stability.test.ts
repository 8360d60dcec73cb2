import { expect, test } from "vitest";
import { adjustedRand, populationStability } from "./stability.ts";

test("the adjusted Rand index of a worked example", () => {
  // Cells 2, 1, 3; rows 3, 3; columns 2, 4: Σ pairs 1 + 0 + 3 = 4, of rows 6, of columns 7, of all
  // 15: (4 − 2.8) / (6.5 − 2.8).
  const one = Int32Array.of(0, 0, 0, 1, 1, 1);
  const other = Int32Array.of(0, 0, 1, 1, 1, 1);
  expect(adjustedRand(one, other)).toBeCloseTo(1.2 / 3.7, 14);
  expect(adjustedRand(one, one)).toBe(1);
  // Names do not matter.
  expect(adjustedRand(one, Int32Array.of(5, 5, 5, 2, 2, 2))).toBe(1);
});

test("the stability index of a worked example", () => {
  // (0.6 − 0.5) ln 1.2 + (0.4 − 0.5) ln 0.8
  const expected = 0.1 * Math.log(1.2) - 0.1 * Math.log(0.8);
  expect(populationStability(Float64Array.of(60, 40), Float64Array.of(50, 50))).toBeCloseTo(
    expected,
    14,
  );
  expect(populationStability(Float64Array.of(5, 5), Float64Array.of(50, 50))).toBe(0);
});
