import { describe, expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { shrinkCounts } from "./dirichlet-hierarchy.ts";

describe("shrinkCounts", () => {
  test("finds the concentration that makes two rows of two outcomes most likely, worked by hand", () => {
    // κ = e^8 is best where both rows show the frequencies of all, κ = e^−1 where neither does.
    const alike = shrinkCounts(Float64Array.of(30, 10, 30, 10), 2);
    expect(alike.concentrations[0]).toBeCloseTo(Math.exp(8), 9);
    expect(alike.probabilities[0]).toBeCloseTo(0.75, 12);
    const apart = shrinkCounts(Float64Array.of(9, 0, 0, 9), 2);
    // κ = e^−1 with parent ½: (9 + κ/2) / (9 + κ).
    const k = Math.exp(-1);
    expect(apart.concentrations[0]).toBeCloseTo(k, 12);
    expect(apart.probabilities[0]).toBeCloseTo((9 + k / 2) / (9 + k), 12);
    expect([...apart.strength]).toEqual([9 + k, 9 + k]);
  });

  test("recovers the concentration of rows drawn from a Dirichlet", () => {
    const random = createRandom(7);
    const mean = [0.5, 0.3, 0.2];
    const counts = new Float64Array(400 * 3);
    for (let state = 0; state < 400; state++) {
      const gammas = mean.map((m) => random.gamma(20 * m));
      const total = gammas.reduce((sum, value) => sum + value, 0);
      for (let draw = 0; draw < 50; draw++) {
        const u = random.uniform() * total;
        const outcome = u < gammas[0] ? 0 : u < gammas[0] + gammas[1] ? 1 : 2;
        counts[state * 3 + outcome]++;
      }
    }
    // The grid has e^3 = 20.1; its neighbours are 12.2 and 33.1, many standard errors away.
    expect(shrinkCounts(counts, 3).concentrations[0]).toBeCloseTo(Math.exp(3), 9);
  });

  test("gives a state that nobody left the frequencies of its group, not those of all", () => {
    const counts = Float64Array.of(80, 20, 0, 0, 10, 90, 12, 88);
    const { probabilities } = shrinkCounts(counts, 2, [Int32Array.of(0, 0, 1, 1)]);
    expect(probabilities[2]).toBeCloseTo(probabilities[0], 1);
    expect(probabilities[2]).toBeGreaterThan(0.7);
    for (let state = 0; state < 4; state++) {
      expect(probabilities[2 * state] + probabilities[2 * state + 1]).toBeCloseTo(1, 14);
    }
  });

  test("calls every outcome equally likely where nothing was seen", () => {
    expect([...shrinkCounts(new Float64Array(8), 4).probabilities]).toEqual(Array(8).fill(0.25));
  });

  test("refuses groups that are not nested, and counts below 0", () => {
    const counts = new Float64Array(6);
    const groups = [Int32Array.of(0, 1, 1), Int32Array.of(0, 0, 1)];
    expect(() => shrinkCounts(counts, 2, groups)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
    );
    expect(() => shrinkCounts(Float64Array.of(1, -1), 2)).toThrow(
      expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
    );
    expect(() => shrinkCounts(counts, 4)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
    );
    expect(() => shrinkCounts(counts, 2, [Int32Array.of(0)])).toThrow(
      expect.objectContaining({ code: "COLUMN_LENGTHS_DIFFER" }),
    );
  });
});
