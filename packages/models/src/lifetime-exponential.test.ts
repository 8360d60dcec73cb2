import { describe, expect, test } from "vitest";
import {
  discountedExpectedResidualLifetime,
  expectedResidualLifetime,
  fit,
  logLikelihood,
  meanLifetime,
  medianLifetime,
  residualLifetimeBand,
  simulate,
  survival,
  survivalBand,
} from "./lifetime-exponential.ts";

/** Five customers, seen for 40 months together; two left. */
const data = {
  duration: Float64Array.of(2, 6, 10, 10, 12),
  lost: Float64Array.of(1, 1, 0, 0, 0),
};

const refused = (code: string) => expect.objectContaining({ code });

describe("fit", () => {
  const found = fit(data);

  test("is losses over total time, with a standard error of rate / √losses", () => {
    expect(found.params.rate).toBeCloseTo(2 / 40, 15);
    expect(found.standardErrors.rate).toBeCloseTo(0.05 / Math.SQRT2, 14);
    expect(found.logLikelihood).toBeCloseTo(2 * Math.log(0.05) - 2, 13);
    expect(found.logLikelihood).toBeCloseTo(logLikelihood(found.params, data), 13);
  });

  test("estimates a mean lifetime that the plain mean of leavers, 4 months, would miss", () => {
    expect(meanLifetime(found.params)).toBeCloseTo(20, 12);
    expect(medianLifetime(found.params)).toBeCloseTo(20 * Math.LN2, 12);
  });

  test("finds the rate of 20 simulated customer bases, within chance", () => {
    const seen = Float64Array.from({ length: 1000 }, (_, i) => i % 30);
    const z = Array.from({ length: 20 }, (_, seed) => {
      const { params, covariance } = fit(simulate({ rate: 0.04 }, seen, seed));
      return Math.log(params.rate / 0.04) / Math.sqrt(covariance.values[0][0]);
    });
    const mean = z.reduce((sum, score) => sum + score, 0) / 20;
    const square = z.reduce((sum, score) => sum + score ** 2, 0) / 20;
    // Normal scores: 3.5 standard errors of a mean of 20; χ²(20) / 20 within its 0.01 % tails.
    expect(Math.abs(mean)).toBeLessThan(3.5 / Math.sqrt(20));
    expect(square).toBeGreaterThan(0.25);
    expect(square).toBeLessThan(2.7);
  });

  test("refuses data in which nobody left", () => {
    expect(() => fit({ ...data, lost: new Float64Array(5) })).toThrow(refused("TOO_LITTLE_DATA"));
  });
});

describe("bands", () => {
  test("of mean and survival are one interval of the rate, e^±z/√losses wide", () => {
    const found = fit(data);
    const mean = residualLifetimeBand(found, Float64Array.of(0), 0, undefined, 0.8);
    const band = survivalBand(found, Float64Array.of(0, 7), 0.8);
    const factor = Math.exp(1.2815515655446006 / Math.SQRT2);
    expect(mean.lower[0]).toBeCloseTo(20 / factor, 8);
    expect(mean.upper[0]).toBeCloseTo(20 * factor, 8);
    expect([band.lower[0], band.estimate[0], band.upper[0]]).toEqual([1, 1, 1]);
    expect(band.lower[1]).toBeCloseTo(Math.exp(-7 / mean.lower[0]), 8);
    expect(band.upper[1]).toBeCloseTo(Math.exp(-7 / mean.upper[0]), 8);
  });

  test("of the mean cover the truth about as often as they say", () => {
    const seen = new Float64Array(200).fill(25);
    let covered = 0;
    for (let seed = 0; seed < 400; seed++) {
      const found = fit(simulate({ rate: 0.04 }, seen, seed));
      const { lower, upper } = residualLifetimeBand(found, Float64Array.of(0), 0);
      if (lower[0] <= 25 && 25 <= upper[0]) covered++;
    }
    // 380 of 400 are 95 %; four standard errors are 17.
    expect(Math.abs(covered - 380)).toBeLessThan(18);
  });
});

describe("predictions", () => {
  test("do not depend on age", () => {
    const [young, old] = expectedResidualLifetime({ rate: 0.1 }, Float64Array.of(0, 50));
    expect(young).toBeCloseTo(10, 12);
    expect(old).toBeCloseTo(10, 12);
  });

  test("with horizon and rate are (1 − e^−(λ + δ) h) / (λ + δ)", () => {
    const [value] = discountedExpectedResidualLifetime({ rate: 0.1 }, Float64Array.of(3), 0.02, 24);
    expect(value).toBeCloseTo(-Math.expm1(-0.12 * 24) / 0.12, 12);
  });

  test("survival is e^−rate t", () => {
    expect(survival({ rate: 0.1 }, Float64Array.of(7))[0]).toBeCloseTo(Math.exp(-0.7), 15);
  });
});

test("refuses a rate of 0 and a customer who left at 0", () => {
  expect(() => survival({ rate: 0 }, Float64Array.of(1))).toThrow(
    refused("PARAMETER_OUT_OF_RANGE"),
  );
  expect(() => fit({ duration: Float64Array.of(0), lost: Float64Array.of(1) })).toThrow(
    refused("VALUE_OUT_OF_RANGE"),
  );
});
