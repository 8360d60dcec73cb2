import { describe, expect, test } from "vitest";
import { relative } from "../test/relative.ts";
import {
  churn,
  discountedExpectedResidualLifetime,
  expectedResidualLifetime,
  fit,
  logLikelihood,
  residualLifetimeBand,
  retention,
  simulate,
  survival,
  survivalBand,
} from "./beta-discrete-weibull.ts";
import * as shiftedBetaGeometric from "./shifted-beta-geometric.ts";

/** Fader & Hardie (2007), Table 1, years 0 to 7 of 1,000 customers. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

describe("fit", () => {
  // Optima computed with 25 digits from the formula; ten are given.
  test.each([
    ["Regular, 4 years", regular.slice(0, 5), [0.5230293129, 0.8942826589, 1.196398711]],
    ["High End, 7 years", highEnd, [0.2142533393, 1.426574875, 1.723564849]],
    ["Regular, 7 years", regular, [0.4556139894, 0.7793255084, 1.283451286]],
  ])("finds the optimum for %s", (_, cohort, [alpha, beta, c]) => {
    const { params } = fit(cohort);
    expect(relative(params.alpha, alpha)).toBeLessThan(1e-9);
    expect(relative(params.beta, beta)).toBeLessThan(1e-9);
    expect(relative(params.c, c)).toBeLessThan(1e-9);
  });

  test("is at least as likely as the shifted-beta-geometric, which it contains", () => {
    for (const cohort of [highEnd, regular]) {
      const within = shiftedBetaGeometric.fit(cohort);
      expect(fit(cohort).logLikelihood).toBeGreaterThan(within.logLikelihood);
      expect(logLikelihood({ ...within.params, c: 1 }, cohort)).toBeCloseTo(
        within.logLikelihood,
        9,
      );
    }
  });

  test("projects High End customers nearer than the shifted-beta-geometric", () => {
    // Years 8 to 12 came to 46.8 44.5 42.7 40.9 39.4 %; both models saw 7 years.
    const came = [0.468, 0.445, 0.427, 0.409, 0.394];
    const miss = (projected: Float64Array) =>
      came.reduce((worst, share, i) => Math.max(worst, Math.abs(projected[8 + i] - share)), 0);
    const simple = shiftedBetaGeometric.fit(highEnd).params;
    expect(miss(survival(fit(highEnd).params, 12))).toBeLessThan(0.01);
    expect(miss(shiftedBetaGeometric.survival(simple, 12))).toBeGreaterThan(0.015);
  });

  test.each([
    ["nobody left", [100, 100, 100, 100]],
    ["nobody renewed", [100, 0]],
    ["there were two renewal dates", [100, 80, 70]],
  ])("refuses data in which %s", (_, cohort) => {
    expect(() => fit(cohort)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  });

  test("finds the parameters of 20 simulated customer bases, within chance", () => {
    const truth = { alpha: 0.6, beta: 1.5, c: 1.3 };
    // Half of the customers are seen for 12 renewal dates, half for 5.
    const dates = new Float64Array(6000).fill(12).fill(5, 3000);
    const z = Array.from({ length: 20 }, (_, seed) => {
      const { params, covariance } = fit(simulate(truth, dates, seed));
      return [
        Math.log(params.alpha / truth.alpha) / Math.sqrt(covariance.values[0][0]),
        Math.log(params.beta / truth.beta) / Math.sqrt(covariance.values[1][1]),
        Math.log(params.c / truth.c) / Math.sqrt(covariance.values[2][2]),
      ];
    });
    for (const k of [0, 1, 2]) {
      const scores = z.map((row) => row[k]);
      const mean = scores.reduce((sum, score) => sum + score, 0) / 20;
      const square = scores.reduce((sum, score) => sum + score ** 2, 0) / 20;
      // Normal scores: 3.5 standard errors of a mean of 20; χ²(20) / 20 within its 0.01 % tails.
      expect(Math.abs(mean)).toBeLessThan(3.5 / Math.sqrt(20));
      expect(square).toBeGreaterThan(0.25);
      expect(square).toBeLessThan(2.7);
    }
  });
});

describe("with c = 1", () => {
  const params = { alpha: 0.668, beta: 3.806 };

  test("is the shifted-beta-geometric", () => {
    expect(survival({ ...params, c: 1 }, 40)).toEqual(shiftedBetaGeometric.survival(params, 40));
  });

  test("is met without a jump from both sides", () => {
    const exact = survival({ ...params, c: 1 }, 40);
    for (const c of [1 - 1e-12, 1 + 1e-12]) {
      survival({ ...params, c }, 40).forEach((share, t) => {
        expect(relative(share, exact[t])).toBeLessThan(1e-10);
      });
    }
  });
});

test.each([0.6, 1, 1.6])("retention of customers who hardly differ follows c = %d", (c) => {
  // With alpha and beta huge, θ is 0.1 for everyone, and t renewals are survived with 0.9^(t^c).
  const r = retention({ alpha: 1e7, beta: 9e7, c }, 5);
  for (let t = 1; t <= 5; t++) expect(r[t]).toBeCloseTo(0.9 ** (t ** c - (t - 1) ** c), 6);
  expect(churn({ alpha: 1e7, beta: 9e7, c }, 5)[3]).toBeCloseTo(1 - r[3], 15);
});

describe("discountedExpectedResidualLifetime", () => {
  const renewals = Float64Array.of(0, 1, 7);

  test("with a horizon is the sum it stands for", () => {
    const params = { alpha: 0.5, beta: 0.9, c: 1.2 };
    const s = survival(params, 40);
    const values = discountedExpectedResidualLifetime(params, renewals, 0.05, 24);
    renewals.forEach((n, i) => {
      let sum = 0;
      for (let k = 1; k <= 24; k++) sum += s[n + k] / s[n] / 1.05 ** (k - 1);
      expect(relative(values[i], sum)).toBeLessThan(1e-13);
    });
  });

  test.each([
    { alpha: 0.5, beta: 0.9, c: 1.2 },
    { alpha: 0.2, beta: 1.4, c: 1.7 },
    { alpha: 2, beta: 9, c: 0.4 },
    { alpha: 0.9, beta: 5, c: 3 },
  ])("a long horizon leads to the value without horizon for %o", (params) => {
    for (const rate of [0.003, 0.02, 0.3]) {
      const long = discountedExpectedResidualLifetime(params, renewals, rate, 20_000);
      const endless = discountedExpectedResidualLifetime(params, renewals, rate);
      // 1.003^-20,000 is below 1e-25.
      endless.forEach((value, i) => {
        expect(relative(value, long[i])).toBeLessThan(1e-12);
      });
    }
  });

  test("without rate is the sum over all renewals, to the end of a heavy tail", () => {
    // S(t) ≈ t^-6: beyond 100,000 renewals less than 1e-25 of the sum is left.
    const params = { alpha: 3, beta: 2, c: 2 };
    const [counted] = expectedResidualLifetime(params, renewals, 100_000);
    const [endless] = expectedResidualLifetime(params, renewals);
    expect(relative(endless, counted)).toBeLessThan(1e-13);
  });

  test("refuses an infinite expectation where alpha × c is at most 1", () => {
    expect(() => expectedResidualLifetime({ alpha: 0.5, beta: 1, c: 2 }, renewals)).toThrow(
      expect.objectContaining({ code: "INFINITE_EXPECTATION" }),
    );
  });
});

test("bands cover the truth about as often as they say, 8 renewals beyond the data", () => {
  const truth = { alpha: 0.6, beta: 1.5, c: 1.3 };
  const seen = new Float64Array(1500).fill(8);
  const share = survival(truth, 16)[16];
  const [residual] = discountedExpectedResidualLifetime(truth, Float64Array.of(2), 0.1, 14);
  const covered = [0, 0];
  for (let seed = 0; seed < 200; seed++) {
    const found = fit(simulate(truth, seen, seed));
    const s = survivalBand(found, 16);
    const r = residualLifetimeBand(found, Float64Array.of(2), 0.1, 14);
    if (s.lower[16] <= share && share <= s.upper[16]) covered[0]++;
    if (r.lower[0] <= residual && residual <= r.upper[0]) covered[1]++;
  }
  // 190 of 200 are 95 %; four standard errors are 12.
  for (const count of covered) expect(Math.abs(count - 190)).toBeLessThan(13);
});

test("refuses parameters that are not positive", () => {
  expect(() => survival({ alpha: 1, beta: 1, c: 0 }, 3)).toThrow(
    expect.objectContaining({ code: "PARAMETER_OUT_OF_RANGE", details: { name: "c", value: 0 } }),
  );
});
