import { describe, expect, test } from "vitest";
import { createRandom } from "./random.ts";

const DRAWS = 200_000;

/** Mean and variance of many draws, beside what they should be. */
function moments(draw: () => number): { mean: number; variance: number } {
  let [sum, square] = [0, 0];
  for (let i = 0; i < DRAWS; i++) {
    const value = draw();
    sum += value;
    square += value * value;
  }
  const mean = sum / DRAWS;
  return { mean, variance: square / DRAWS - mean * mean };
}

describe("createRandom", () => {
  test("repeats itself for the same seed and differs for the next", () => {
    const draws = (seed: number) => {
      const random = createRandom(seed);
      return [random.uniform(), random.normal(), random.gamma(0.3), random.poisson(40)];
    };
    expect(draws(5)).toEqual(draws(5));
    expect(draws(5)).not.toEqual(draws(6));
    expect(draws(5)).not.toEqual(draws(5 + 2 ** 32));
  });

  // The bounds are four standard errors of the mean and of the variance.
  test.each([
    ["uniform", (r: ReturnType<typeof createRandom>) => r.uniform(), 0.5, 1 / 12, 0.0026, 7e-4],
    ["normal", (r) => r.normal(), 0, 1, 0.009, 0.013],
    ["exponential", (r) => r.exponential(), 1, 1, 0.009, 0.026],
    ["gamma(0.25)", (r) => r.gamma(0.25), 0.25, 0.25, 0.0045, 0.012],
    ["gamma(7.5)", (r) => r.gamma(7.5), 7.5, 7.5, 0.025, 0.11],
    ["beta(0.8, 2.4)", (r) => r.beta(0.8, 2.4), 0.25, 0.1875 / 4.2, 0.002, 6e-4],
    ["poisson(3)", (r) => r.poisson(3), 3, 3, 0.016, 0.042],
    ["poisson(80)", (r) => r.poisson(80), 80, 80, 0.08, 1.02],
  ] as [string, (r: ReturnType<typeof createRandom>) => number, number, number, number, number][])(
    "%s has its mean and variance",
    (_, draw, mean, variance, meanBound, varianceBound) => {
      const random = createRandom(42);
      const found = moments(() => draw(random));
      expect(Math.abs(found.mean - mean)).toBeLessThan(meanBound);
      expect(Math.abs(found.variance - variance)).toBeLessThan(varianceBound);
    },
  );

  test("ln of a gamma draw stays finite where the draw underflows", () => {
    const random = createRandom(3);
    for (let i = 0; i < 1000; i++) expect(Number.isFinite(random.logGamma(1e-3))).toBe(true);
  });

  test("uniform draws fill the unit interval evenly", () => {
    const random = createRandom(8);
    const cells = new Float64Array(100);
    for (let i = 0; i < DRAWS; i++) cells[Math.floor(100 * random.uniform())] += 1;
    const expected = DRAWS / 100;
    const chiSquare = cells.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: 148 is exceeded once in a thousand.
    expect(chiSquare).toBeLessThan(148);
  });
});
