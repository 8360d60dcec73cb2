import { expect, test } from "vitest";
import { betaInterval } from "./intervals.ts";

test("the interval of a uniform posterior is the level itself", () => {
  const { low, high } = betaInterval(0.5, 2, 0.8);
  expect(low).toBeCloseTo(0.1, 8);
  expect(high).toBeCloseTo(0.9, 8);
});

test("Beta(1, 3) has the closed form 1 − (1 − z)³", () => {
  const { low, high } = betaInterval(0.25, 4, 0.9);
  expect(low).toBeCloseTo(1 - 0.95 ** (1 / 3), 8);
  expect(high).toBeCloseTo(1 - 0.05 ** (1 / 3), 8);
});

test("what is certain has no interval", () => {
  expect(betaInterval(0, 50, 0.8)).toEqual({ low: 0, high: 0 });
  expect(betaInterval(1, 50, 0.8)).toEqual({ low: 1, high: 1 });
});
