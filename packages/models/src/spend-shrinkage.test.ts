import { describe, expect, test } from "vitest";
import { createRandom } from "./numeric/random.ts";
import { spendFrequencyCorrelation } from "./spend-correlation.ts";
import * as spendShrinkage from "./spend-shrinkage.ts";

describe("spendShrinkage", () => {
  test("estimates both variances of normal amounts it was simulated from", () => {
    const random = createRandom(4);
    const frequency = Float64Array.from({ length: 100_000 }, (_, i) => 1 + (i % 6));
    const monetaryValue = frequency.map(
      (x) => 100 + 10 * random.normal() + (20 / Math.sqrt(x)) * random.normal(),
    );
    const { params, betweenVariance, withinVariance } = spendShrinkage.fit({
      frequency,
      monetaryValue,
    });
    // Standard errors here: 0.06 for the mean, about 2 and 4 for the variances.
    expect(Math.abs(params.mean - 100)).toBeLessThan(0.2);
    expect(Math.abs(betweenVariance - 100)).toBeLessThan(6);
    expect(Math.abs(withinVariance - 400)).toBeLessThan(12);
    expect(params.credibility).toBe(withinVariance / betweenVariance);
  });

  test("draws a mean halfway at as many purchases as the credibility says", () => {
    const [half, none] = spendShrinkage.expectedSpend(
      { mean: 40, credibility: 3 },
      { frequency: Float64Array.of(3, 0), monetaryValue: Float64Array.of(60, 0) },
    );
    expect(half).toBe(50);
    expect(none).toBe(40);
  });

  test("answers where all means are equal and where there is one buyer", () => {
    const equal = { frequency: Float64Array.of(1, 4), monetaryValue: Float64Array.of(25, 25) };
    expect(spendShrinkage.fit(equal).params).toEqual({ mean: 25, credibility: 1 });
    const single = { frequency: Float64Array.of(3), monetaryValue: Float64Array.of(8) };
    expect(spendShrinkage.fit(single).params.mean).toBe(8);
  });

  test("refuses to value customers when nobody bought", () => {
    const nobody = { frequency: new Float64Array(3), monetaryValue: new Float64Array(3) };
    expect(() => spendShrinkage.fit(nobody)).toThrow(
      expect.objectContaining({ code: "TOO_LITTLE_DATA" }),
    );
  });
});

describe("spendFrequencyCorrelation", () => {
  test("covers zero about 19 times out of 20 for independent, long-tailed spend", () => {
    let covered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = createRandom(seed);
      const frequency = Float64Array.from({ length: 400 }, () => 1 + random.poisson(2));
      const monetaryValue = frequency.map(() => Math.exp(random.normal()));
      const found = spendFrequencyCorrelation({ frequency, monetaryValue });
      if (found && found.low < 0 && found.high > 0) covered += 1;
    }
    // Binomial(200, 0.95) lies in [180, 198] with probability 0.998.
    expect(covered).toBeGreaterThanOrEqual(180);
    expect(covered).toBeLessThanOrEqual(198);
  });

  test("is 1 on a straight line and absent where a column is constant", () => {
    const frequency = Float64Array.of(1, 2, 3, 4, 5);
    const line = spendFrequencyCorrelation({
      frequency,
      monetaryValue: frequency.map((x) => 2 * x),
    });
    expect(line?.correlation).toBeCloseTo(1, 12);
    const flat = spendFrequencyCorrelation({ frequency, monetaryValue: frequency.map(() => 3) });
    expect(flat).toBeUndefined();
  });
});
