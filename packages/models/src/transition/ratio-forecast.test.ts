import { describe, expect, test } from "vitest";
import { scaleOf } from "./ratio-forecast.ts";
import type { RatioCorrection } from "./ratio-segments.ts";

const correction = (level: number): RatioCorrection => ({
  rounds: [],
  segments: [],
  level,
  dispersion: 1,
});

const forecast = (blended: readonly number[], factor: number) => ({
  blended: Float64Array.from(blended),
  factor: new Float64Array(blended.length).fill(factor),
  leaf: new Int32Array(blended.length),
});

describe("what corrections are multiplied by", () => {
  test("half of their level is believed, in logarithms", () => {
    expect(scaleOf(correction(0.64), forecast([1, 3], 0.64))).toBeCloseTo(1 / 0.8, 12);
  });

  test("another mix of customers is believed up to a quarter", () => {
    // 0.8 against 0.64 is that quarter, 0.512 against 0.64 as well.
    expect(scaleOf(correction(0.64), forecast([1, 3], 0.8))).toBeCloseTo(1 / 0.8, 12);
    expect(scaleOf(correction(0.64), forecast([1, 3], 0.512))).toBeCloseTo(1 / 0.8, 12);
  });

  test("what exceeds that is not", () => {
    // 0.32 is half of 0.64; of it 1 / 1.25 is believed: 0.8 · 0.8 remain of a blend of 1.
    expect(0.32 * scaleOf(correction(0.64), forecast([1, 3], 0.32))).toBeCloseTo(0.64, 12);
    expect(1.28 * scaleOf(correction(0.64), forecast([1, 3], 1.28))).toBeCloseTo(1, 12);
  });

  test("where nothing is foreseen or nothing came there is no mix to judge", () => {
    expect(scaleOf(correction(0.64), forecast([0, 0], 0.64))).toBeCloseTo(1 / 0.8, 12);
    expect(scaleOf(correction(0), forecast([1, 3], 0))).toBe(0);
  });
});
