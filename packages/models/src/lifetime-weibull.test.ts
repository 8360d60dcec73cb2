import { describe, expect, test } from "vitest";
import { relative } from "../test/relative.ts";
import * as exponentialLifetime from "./lifetime-exponential.ts";
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
} from "./lifetime-weibull.ts";

/** Weeks of remission on 6-MP, Freireich et al. (1963): the textbook example. */
const remission = {
  duration: Float64Array.of(
    ...[6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  ),
  lost: Float64Array.of(...[1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]),
};

/** The root of the likelihood equations of those patients, by bisection with 30 digits. */
const SHAPE = 1.3537345238262208;
const SCALE = 33.765150967634966;
const LOG_LIKELIHOOD = -41.65867847688155;

const refused = (code: string) => expect.objectContaining({ code });

describe("fit", () => {
  test("finds the optimum of the 6-MP patients", () => {
    const found = fit(remission);
    expect(relative(found.params.shape, SHAPE)).toBeLessThan(1e-12);
    expect(relative(found.params.scale, SCALE)).toBeLessThan(1e-12);
    expect(relative(found.logLikelihood, LOG_LIKELIHOOD)).toBeLessThan(1e-14);
    expect(found.warnings).toEqual([]);
  });

  test("is at least as likely as the exponential, which it contains", () => {
    const within = exponentialLifetime.fit(remission);
    expect(fit(remission).logLikelihood).toBeGreaterThan(within.logLikelihood);
    const same = { shape: 1, scale: 1 / within.params.rate };
    expect(logLikelihood(same, remission)).toBeCloseTo(within.logLikelihood, 12);
  });

  test("does not mind the unit of time", () => {
    const days = { ...remission, duration: remission.duration.map((weeks) => weeks * 7e5) };
    const [inWeeks, inDays] = [fit(remission).params, fit(days).params];
    expect(relative(inDays.shape, inWeeks.shape)).toBeLessThan(1e-12);
    expect(relative(inDays.scale, 7e5 * inWeeks.scale)).toBeLessThan(1e-12);
  });

  test("counts a row of weight 2 as two customers, and one of weight 0 not at all", () => {
    const data = {
      duration: Float64Array.of(1, 3, 5, 90),
      lost: Float64Array.of(1, 1, 0, 1),
    };
    const weighted = fit({ ...data, weight: Float64Array.of(2, 1, 2, 0) });
    const spread = fit({
      duration: Float64Array.of(1, 1, 3, 5, 5),
      lost: Float64Array.of(1, 1, 1, 0, 0),
    });
    expect(relative(weighted.params.shape, spread.params.shape)).toBeLessThan(1e-12);
    expect(weighted.customers).toBe(5);
  });

  test("finds the parameters of 20 simulated customer bases, within chance", () => {
    const truth = { shape: 0.7, scale: 30 };
    const seen = Float64Array.from({ length: 1500 }, (_, i) => 5 + (i % 50));
    const z = Array.from({ length: 20 }, (_, seed) => {
      const { params, covariance } = fit(simulate(truth, seen, seed));
      return [
        Math.log(params.shape / truth.shape) / Math.sqrt(covariance.values[0][0]),
        Math.log(params.scale / truth.scale) / Math.sqrt(covariance.values[1][1]),
      ];
    });
    for (const k of [0, 1]) {
      const scores = z.map((pair) => pair[k]);
      const mean = scores.reduce((sum, score) => sum + score, 0) / 20;
      const square = scores.reduce((sum, score) => sum + score ** 2, 0) / 20;
      // Normal scores: 3.5 standard errors of a mean of 20; χ²(20) / 20 within its 0.01 % tails.
      expect(Math.abs(mean)).toBeLessThan(3.5 / Math.sqrt(20));
      expect(square).toBeGreaterThan(0.25);
      expect(square).toBeLessThan(2.7);
    }
  });

  test("refuses data in which nobody left, or all at the longest time seen", () => {
    const seen = Float64Array.of(4, 4, 2);
    expect(() => fit({ duration: seen, lost: Float64Array.of(0, 0, 0) })).toThrow(
      refused("TOO_LITTLE_DATA"),
    );
    expect(() => fit({ duration: seen, lost: Float64Array.of(1, 1, 0) })).toThrow(
      refused("TOO_LITTLE_DATA"),
    );
    expect(() => fit({ duration: Float64Array.of(), lost: Float64Array.of() })).toThrow(
      refused("TOO_LITTLE_DATA"),
    );
  });

  test("refuses a customer who left at 0, and says which", () => {
    expect(() => fit({ duration: Float64Array.of(1, 0), lost: Float64Array.of(1, 1) })).toThrow(
      expect.objectContaining({ code: "VALUE_OUT_OF_RANGE", details: { row: 1, value: 0 } }),
    );
  });

  test("allows a customer who is still here at 0 and adds nothing", () => {
    const duration = Float64Array.of(...remission.duration, 0);
    const lost = Float64Array.of(...remission.lost, 0);
    expect(relative(fit({ duration, lost }).params.scale, SCALE)).toBeLessThan(1e-12);
  });
});

describe("curves", () => {
  test("survival is 1 at 0, 1/e at the scale and 1/2 at the median", () => {
    const params = { shape: 0.6, scale: 8 };
    const [start, scale, median] = survival(params, Float64Array.of(0, 8, medianLifetime(params)));
    expect(start).toBe(1);
    expect(scale).toBeCloseTo(Math.exp(-1), 15);
    expect(median).toBeCloseTo(0.5, 15);
  });

  test("the band holds the curve, and covers the truth about as often as it says", () => {
    const truth = { shape: 1.4, scale: 10 };
    const times = Float64Array.of(2, 10, 25);
    const exact = survival(truth, times);
    const seen = Float64Array.from({ length: 150 }, (_, i) => 1 + (i % 20));
    const covered = [0, 0, 0];
    for (let seed = 0; seed < 400; seed++) {
      const {
        estimate: share,
        lower,
        upper,
      } = survivalBand(fit(simulate(truth, seen, seed)), times);
      exact.forEach((value, i) => {
        expect(lower[i]).toBeLessThan(share[i]);
        expect(upper[i]).toBeGreaterThan(share[i]);
        if (lower[i] <= value && value <= upper[i]) covered[i]++;
      });
    }
    // 380 of 400 are 95 %; four standard errors are 17.
    for (const count of covered) expect(Math.abs(count - 380)).toBeLessThan(18);
  });

  test("at time 0 the band is 1 to 1", () => {
    const { lower, upper } = survivalBand(fit(remission), Float64Array.of(0));
    expect([lower[0], upper[0]]).toEqual([1, 1]);
  });

  test("the band of the mean covers the truth about as often as it says", () => {
    const truth = { shape: 0.8, scale: 10 };
    const seen = new Float64Array(300).fill(30);
    let covered = 0;
    for (let seed = 0; seed < 400; seed++) {
      const band = residualLifetimeBand(fit(simulate(truth, seen, seed)), Float64Array.of(0), 0);
      expect(band.estimate[0]).toBeGreaterThan(band.lower[0]);
      const mean = meanLifetime(truth);
      if (band.lower[0] <= mean && mean <= band.upper[0]) covered++;
    }
    expect(Math.abs(covered - 380)).toBeLessThan(18);
  });
});

describe("expectedResidualLifetime", () => {
  // Incomplete gamma functions, or the integral itself, computed with 30 digits.
  test.each([
    [0.6, 8, 0, 0, Number.POSITIVE_INFINITY, 12.036603906012449],
    [0.6, 8, 20, 0, Number.POSITIVE_INFINITY, 25.73994950749913],
    [0.6, 8, 3, 0, 12, 7.543742100910812],
    [1.7, 8, 0, 0, Number.POSITIVE_INFINITY, 7.1379560199945935],
    [1.7, 8, 30, 0, Number.POSITIVE_INFINITY, 1.794198314992329],
    [1.7, 8, 3, 0, 12, 5.057754657491107],
    [0.1, 2, 5, 0, Number.POSITIVE_INFINITY, 21715084.701419923],
    [12, 5, 1, 0, Number.POSITIVE_INFINITY, 3.7914284267089307],
    [20, 5, 0, 0, Number.POSITIVE_INFINITY, 4.867521327813878],
    [0.6, 8, 2, 0.05, Number.POSITIVE_INFINITY, 7.818814657546271],
    [1.7, 8, 2, 0.05, 6, 3.719432801967632],
  ])(
    "shape %d, scale %d, age %d, rate %d, horizon %d",
    (shape, scale, age, rate, horizon, value) => {
      const [found] = discountedExpectedResidualLifetime(
        { shape, scale },
        Float64Array.of(age),
        rate,
        horizon,
      );
      expect(relative(found, value)).toBeLessThan(2e-12);
    },
  );

  test("at age 0 without horizon is the mean lifetime", () => {
    const params = { shape: 2.2, scale: 9 };
    const [found] = expectedResidualLifetime(params, Float64Array.of(0));
    expect(relative(found, meanLifetime(params))).toBeLessThan(1e-13);
  });

  test("is 0 for a horizon of 0 and for customers worn out beyond all numbers", () => {
    expect(expectedResidualLifetime({ shape: 2, scale: 9 }, Float64Array.of(4), 0)[0]).toBe(0);
    expect(expectedResidualLifetime({ shape: 200, scale: 1 }, Float64Array.of(1e6))[0]).toBe(0);
  });
});

test("refuses parameters, times, rates and levels out of range", () => {
  const params = { shape: 1, scale: 2 };
  expect(() => survival({ shape: 0, scale: 1 }, Float64Array.of(1))).toThrow(
    refused("PARAMETER_OUT_OF_RANGE"),
  );
  expect(() => survival(params, Float64Array.of(1, -1))).toThrow(refused("VALUE_OUT_OF_RANGE"));
  expect(() => expectedResidualLifetime(params, Float64Array.of(1), -1)).toThrow(
    refused("ARGUMENT_OUT_OF_RANGE"),
  );
  expect(() => survivalBand(fit(remission), Float64Array.of(1), 1)).toThrow(
    refused("ARGUMENT_OUT_OF_RANGE"),
  );
});
