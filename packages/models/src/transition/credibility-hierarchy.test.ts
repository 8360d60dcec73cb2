import { describe, expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { shrinkMeans } from "./credibility-hierarchy.ts";

describe("shrinkMeans", () => {
  test("estimates both variances of means it was simulated from", () => {
    const random = createRandom(11);
    const states = 2000;
    const count = new Float64Array(states).map((_, i) => 5 + (i % 20));
    const sum = new Float64Array(states);
    const sumOfSquares = new Float64Array(states);
    for (let state = 0; state < states; state++) {
      const mean = 10 + random.normal();
      for (let n = 0; n < count[state]; n++) {
        const value = mean + 3 * random.normal();
        sum[state] += value;
        sumOfSquares[state] += value * value;
      }
    }
    const { credibilities } = shrinkMeans({ count, sum, sumOfSquares });
    // Within 9, between 1: k = 9; with 2000 means the standard error of k is about 0.5.
    expect(credibilities).toHaveLength(1);
    expect(Math.abs(credibilities[0] - 9)).toBeLessThan(1.5);
  });

  test("draws a state as far as k observations say, and one unseen to its group", () => {
    const sums = {
      count: Float64Array.of(10, 10, 0),
      sum: Float64Array.of(20, 60, 0),
      sumOfSquares: Float64Array.of(50, 370, 0),
    };
    const { means, credibilities } = shrinkMeans(sums);
    // Within (10 + 10) / 18; spread 10·2² + 10·2² = 80; between (80 − 20/18) / (20 − 200/20).
    const k = 20 / 18 / ((80 - 20 / 18) / 10);
    expect(credibilities[0]).toBeCloseTo(k, 12);
    expect(means[0]).toBeCloseTo((20 + k * 4) / (10 + k), 12);
    expect(means[2]).toBeCloseTo(4, 12);
  });

  test("takes one mean for all where nothing but noise tells states apart", () => {
    const count = Float64Array.of(5, 5, 5);
    const { means } = shrinkMeans({
      count,
      sum: Float64Array.of(10, 10.1, 9.9),
      sumOfSquares: Float64Array.of(40, 40, 40),
    });
    for (const mean of means) expect(mean).toBeCloseTo(2, 9);
  });

  test("refuses a count below 0 and says 0 where nothing was seen", () => {
    const nothing = new Float64Array(2);
    expect([...shrinkMeans({ count: nothing, sum: nothing, sumOfSquares: nothing }).means]).toEqual(
      [0, 0],
    );
    const sums = {
      count: Float64Array.of(-1),
      sum: Float64Array.of(0),
      sumOfSquares: Float64Array.of(0),
    };
    expect(() => shrinkMeans(sums)).toThrow(
      expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
    );
  });
});
