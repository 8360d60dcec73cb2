import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { calibrationError, logLosses, relativeLoss, stockError } from "./transition-quality.ts";

test("the loss is −ln of what was said of what came", () => {
  const losses = logLosses(Float64Array.of(0.5, 0.5, 0.2, 0.8), Int32Array.of(0, 1));
  expect(losses[0]).toBeCloseTo(Math.LN2, 15);
  expect(losses[1]).toBeCloseTo(-Math.log(0.8), 15);
  expect(() => logLosses(Float64Array.of(0, 1), Int32Array.of(0))).toThrow(
    expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
  );
});

test("the calibration error of a worked example", () => {
  // Said 0.7 and 0.3 of two outcomes, four times; the first came twice, so did the second: each is
  // off by 0.2.
  const said = Float64Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? 0.7 : 0.3));
  expect(calibrationError(said, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.2, 14);
  expect(calibrationError(said, Int32Array.of(0, 0, 0, 1))).toBeCloseTo(0.05, 14);
});

test("forecasts that say the truth are calibrated", () => {
  const { uniform } = createRandom(1);
  const said = new Float64Array(40_000);
  const came = Int32Array.from({ length: 20_000 }, (_, row) => {
    const p = uniform();
    said.set([p, 1 - p], 2 * row);
    return uniform() < p ? 0 : 1;
  });
  // Ten bins of 2,000 whose frequencies vary by 0.01 at most.
  expect(calibrationError(said, came)).toBeLessThan(0.01);
});

test("the stock error is the share of customers in the wrong place", () => {
  expect(stockError(Float64Array.of(50, 30, 20), Float64Array.of(40, 40, 20))).toBeCloseTo(0.2, 14);
});

test("a loss that is a tenth lower is told as one, with an interval", () => {
  const { uniform } = createRandom(2);
  const other = Float64Array.from({ length: 5000 }, () => uniform());
  const loss = other.map((one) => 0.9 * one + 0.02 * (uniform() - 0.5));
  const { change, low, high } = relativeLoss(loss, other);
  expect(change).toBeCloseTo(-0.1, 2);
  expect(low).toBeLessThan(change);
  expect(high).toBeGreaterThan(change);
  expect(high - low).toBeLessThan(0.002);
  expect(relativeLoss(loss, other)).toEqual({ change, low, high });
});
