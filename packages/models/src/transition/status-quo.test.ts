import { expect, test } from "vitest";
import { blendOf, fitStatusQuo, positiveBlendOf } from "./status-quo.ts";

test("finds the blend that what came was made of, class by class", () => {
  const n = 800;
  const recentPurchases = Float64Array.from({ length: n }, (_, i) => [0, 1, 5, 20][i % 4]);
  const base = Float64Array.from({ length: n }, (_, i) => 1 + (i % 13));
  const lastWindow = Float64Array.from({ length: n }, (_, i) => 1 + ((i * 7) % 11));
  const truth = [1, 0.8, 0.4, 0.2];
  const actual = base.map((b, i) => truth[i % 4] * b + (1 - truth[i % 4]) * lastWindow[i]);
  const weights = fitStatusQuo({ base, lastWindow, recentPurchases }, actual);
  // Over all three classes 0.5 is best; a quarter of it is believed beside each class's own.
  expect(weights[0]).toBe(1);
  expect(weights[1]).toBeCloseTo(0.75 * 0.8 + 0.25 * 0.5, 12);
  expect(weights[2]).toBeCloseTo(0.75 * 0.4 + 0.25 * 0.5, 12);
  expect(weights[3]).toBeCloseTo(0.75 * 0.2 + 0.25 * 0.5, 12);
});

test("takes the base alone where nothing was bought lately, and is never 0 to divide by", () => {
  const blend = {
    base: Float64Array.of(0, 4),
    lastWindow: Float64Array.of(0, 8),
    recentPurchases: Float64Array.of(0, 2),
  };
  expect([...blendOf([1, 0.5, 0.5, 0.5], blend)]).toEqual([0, 6]);
  const [least, most] = positiveBlendOf([1, 0.5, 0.5, 0.5], blend);
  expect(least).toBeGreaterThan(0);
  expect(most).toBeCloseTo(6, 5);
});
