import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { controlChart } from "./control-chart.ts";

const steady = (periods: number, n: number, share: (period: number) => number, seed: number) => {
  const random = createRandom(seed);
  const moved = Float64Array.from({ length: periods }, (_, period) => {
    let count = 0;
    for (let i = 0; i < n; i++) count += random.uniform() < share(period) ? 1 : 0;
    return count;
  });
  return { moved, size: new Float64Array(periods).fill(n) };
};

test("has the limits of a p-chart where shares vary by chance alone", () => {
  // Alternating 9 and 11 of 100: the moving range says less than chance, so chance sets the limits.
  const moved = Float64Array.of(9, 11, 9, 11, 9, 11, 10);
  const size = new Float64Array(7).fill(100);
  const point = controlChart(moved, size)[6];
  const centre = 60.5 / 601;
  expect(point.centre).toBeCloseTo(centre, 14);
  const half = 3 * Math.sqrt((centre * (1 - centre)) / 100);
  expect(point.upper).toBeCloseTo(centre + half, 14);
  expect(point.lower).toBeCloseTo(centre - half, 14);
  expect(point.signal).toBeNull();
});

test("seldom warns where nothing changes", () => {
  let signals = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { moved, size } = steady(36, 500, () => 0.1, seed);
    signals += controlChart(moved, size).filter(({ signal }) => signal !== null).length;
  }
  // 40 charts of 30 judged periods, each with two tests at three standard deviations and limits
  // that are themselves estimated from as few as six periods.
  expect(signals / (40 * 30)).toBeLessThan(0.03);
});

test("notices a jump in the period it comes, and a drift a few periods later with its beginning", () => {
  const jump = steady(24, 1000, (period) => (period < 18 ? 0.1 : 0.16), 3);
  const points = controlChart(jump.moved, jump.size);
  expect(points.findIndex(({ signal }) => signal !== null)).toBe(18);
  expect(points[18]).toMatchObject({ signal: "above", since: 18 });

  const drift = steady(30, 2000, (period) => 0.1 + 0.004 * Math.max(0, period - 15), 4);
  const drifting = controlChart(drift.moved, drift.size);
  const first = drifting.findIndex(({ signal }) => signal !== null);
  expect(first).toBeGreaterThan(15);
  expect(first).toBeLessThanOrEqual(22);
  expect(Math.abs((drifting[first].since ?? 0) - 16)).toBeLessThanOrEqual(2);
});

test("widens its limits where shares vary more than by chance", () => {
  const random = createRandom(6);
  const shares = Float64Array.from({ length: 36 }, () => 0.2 + 0.04 * random.normal());
  const { moved, size } = steady(36, 5000, (period) => shares[period], 7);
  const judged = controlChart(moved, size).filter(({ centre }) => centre !== null);
  // Chance alone would allow ±1.7 points, the shares vary by 4.
  expect(judged.filter(({ signal }) => signal !== null).length).toBeLessThanOrEqual(2);
});

test("judges nothing before it has learnt, and learns nothing from an empty period", () => {
  const points = controlChart(
    Float64Array.of(1, 0, 1, 1, 1, 1, 1, 1),
    Float64Array.of(10, 0, 10, 10, 10, 10, 10, 10),
  );
  expect(points.map(({ centre }) => centre === null)).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});

test("refuses more moves than customers", () => {
  expect(() => controlChart(Float64Array.of(2), Float64Array.of(1))).toThrow(
    expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
  );
  expect(() => controlChart(Float64Array.of(2), Float64Array.of(1, 2))).toThrow(
    expect.objectContaining({ code: "COLUMN_LENGTHS_DIFFER" }),
  );
});
