import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { periodDispersion } from "./drift.ts";

test("the dispersion of a worked example", () => {
  // 10 of 20 and 18 of 20 against 14 of 20: (16/14 + 16/6) · 2 = 7.619, one degree of freedom.
  expect(periodDispersion(Float64Array.of(10, 10, 18, 2), 2)).toBeCloseTo(
    2 * (16 / 14 + 16 / 6),
    12,
  );
});

test("chance alone makes about 1, drift makes more", () => {
  const { uniform } = createRandom(1);
  const months = (share: (month: number) => number) => {
    const counts = new Float64Array(48);
    for (let month = 0; month < 24; month++) {
      for (let i = 0; i < 1000; i++) {
        const cell = uniform() < share(month) ? 0 : 1;
        counts[2 * month + cell] += 1;
      }
    }
    return periodDispersion(counts, 2);
  };
  // χ² of 23 degrees of freedom by 23: above 1.8 in one case of a hundred.
  expect(months(() => 0.3)).toBeLessThan(1.8);
  expect(months((month) => 0.3 + 0.05 * Math.sin(month))).toBeGreaterThan(4);
});

test("one period, or one outcome, says nothing of drift", () => {
  expect(periodDispersion(Float64Array.of(5, 5), 2)).toBe(1);
  expect(periodDispersion(Float64Array.of(5, 0, 9, 0), 2)).toBe(1);
  expect(periodDispersion(new Float64Array(4), 2)).toBe(1);
});
