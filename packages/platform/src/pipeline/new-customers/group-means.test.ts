import { expect, test } from "vitest";
import { groupMeans } from "./group-means.ts";

/** Customers' values, group by group. */
function sumsOf(groups: readonly (readonly number[])[]) {
  const total = (of: (value: number) => number) =>
    Float64Array.from(groups, (group) => group.reduce((sum, value) => sum + of(value), 0));
  return { count: total(() => 1), sum: total((v) => v), sumOfSquares: total((v) => v * v) };
}

test("of a single group the mean is its own, with the noise of its customers", () => {
  // 10, 20, 30: mean 20, variance 100, of the mean 100 / 3.
  const { mean, variance } = groupMeans(sumsOf([[10, 20, 30]]));
  expect(mean[0]).toBeCloseTo(20, 9);
  expect(variance[0]).toBeCloseTo(100 / 3, 6);
});

test("draws groups towards all by Bühlmann's k, worked by hand", () => {
  // Within: (2 · 50 + 2 · 50) / 6 … each group of 4 has squares 4 · 25 = 100, so 200 / 6 = 100/3.
  // Between: (4 · 100 + 4 · 100 − 100/3) / (8 − 32/8) = (800 − 33.33) / 4 = 191.67; k = 4/23.
  const { mean, variance } = groupMeans(
    sumsOf([
      [5, 5, 15, 15],
      [25, 25, 35, 35],
    ]),
  );
  const k = 100 / 3 / ((800 - 100 / 3) / 4);
  expect(k).toBeCloseTo(4 / 23, 12);
  expect(mean[0]).toBeCloseTo((4 * 10 + k * 20) / (4 + k), 9);
  expect(mean[1]).toBeCloseTo((4 * 30 + k * 20) / (4 + k), 9);
  expect(variance[0]).toBeCloseTo(100 / 3 / (4 + k) + (k / (4 + k)) ** 2 * (100 / 3 / 8), 9);
});

test("groups that differ by chance alone are worth what all are worth", () => {
  const { mean, variance } = groupMeans(
    sumsOf([
      [0, 100, 50],
      [1, 99, 50],
    ]),
  );
  for (const one of mean) expect(one).toBeCloseTo(50, 6);
  // All six speak for each: the variance of their mean.
  for (const one of variance) expect(one).toBeCloseTo((5000 + 4802) / 4 / 6, 6);
});
