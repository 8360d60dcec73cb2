import { describe, expect, test } from "vitest";
import { relative } from "../test/relative.ts";
import type { Lifetimes } from "./lifetime-data.ts";
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
} from "./shifted-beta-geometric.ts";

/** Fader & Hardie (2007), Table 1, years 0 to 7 of 1,000 customers. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

describe("fit", () => {
  // Optima computed with 25 digits; the paper prints .668, 3.806 and .704, 1.182.
  test.each([
    ["High End", highEnd, 0.6680883511, 3.806094964, -1611.15814739],
    ["Regular", regular, 0.7040772985, 1.182043026, -1680.26518846],
  ])("reproduces Fader & Hardie (2007), %s customers, 7 years", (_, cohort, alpha, beta, ll) => {
    const { params, logLikelihood, warnings } = fit(cohort);
    expect(relative(params.alpha, alpha)).toBeLessThan(1e-9);
    expect(relative(params.beta, beta)).toBeLessThan(1e-9);
    // The eleven digits that the reference gives.
    expect(relative(logLikelihood, ll)).toBeLessThan(5e-12);
    expect(warnings).toEqual([]);
  });

  test("projects the twelfth year of Regular customers to 17 %, as the paper's figure does", () => {
    expect(survival(fit(regular).params, 12)[12]).toBeCloseTo(0.173, 2);
  });

  test("has the standard errors of its own curvature", () => {
    const found = fit(regular);
    const step = 1e-4;
    const at = (da: number, db: number) =>
      logLikelihood({ alpha: found.params.alpha + da, beta: found.params.beta + db }, regular);
    const aa = (at(step, 0) + at(-step, 0) - 2 * at(0, 0)) / step ** 2;
    const bb = (at(0, step) + at(0, -step) - 2 * at(0, 0)) / step ** 2;
    const ab =
      (at(step, step) - at(step, -step) - at(-step, step) + at(-step, -step)) / (4 * step ** 2);
    const determinant = aa * bb - ab * ab;
    // Differences of values near 1,680 over steps of 1e-4 leave about five digits.
    expect(relative(found.standardErrors.alpha, Math.sqrt(-bb / determinant))).toBeLessThan(1e-4);
    expect(relative(found.standardErrors.beta, Math.sqrt(-aa / determinant))).toBeLessThan(1e-4);
  });

  test("on several cohorts is the fit of all their customers together", () => {
    const cohorts = [regular, regular.slice(0, 5), [500, 320], [200]];
    const customers = toCustomers(cohorts);
    const [together, singly] = [fit(cohorts), fit(customers)];
    expect(together.params).toEqual(singly.params);
    expect(together.customers).toBe(2700);
    expect(together.logLikelihood).toBeCloseTo(
      cohorts.reduce((sum, cohort) => sum + logLikelihood(together.params, cohort), 0),
      9,
    );
  });

  test("starts warm from last month's parameters and ends at the same optimum", () => {
    const warm = fit(regular, { start: { alpha: 1, beta: 1 } });
    expect(relative(warm.params.alpha, fit(regular).params.alpha)).toBeLessThan(1e-9);
  });

  test("says so where all customers are alike and only alpha / beta can be told", () => {
    const { params, warnings } = fit([1000, 900, 810, 729]);
    expect(warnings.map(({ code }) => code)).toEqual(["FLAT_RIDGE"]);
    expect(params.alpha / (params.alpha + params.beta)).toBeCloseTo(0.1, 6);
  });

  test("says so where churn rises, which no mixture of constant churn can do", () => {
    const { warnings } = fit([1000, 950, 850, 700, 500]);
    expect(warnings.map(({ code }) => code)).toEqual(["PARAMETER_AT_BOUND"]);
  });

  test.each([
    ["nobody left", [100, 100, 100]],
    ["nobody renewed", [100, 0]],
    ["there was one renewal date", [100, 80]],
    ["there was none", [100]],
    ["there are no customers", []],
    ["all weights are zero", [0, 0, 0]],
  ])("refuses data in which %s", (_, cohort) => {
    expect(() => fit(cohort)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  });

  test("finds the parameters of 20 simulated customer bases, within chance", () => {
    const truth = { alpha: 0.8, beta: 2.4 };
    const z = Array.from({ length: 20 }, (_, seed) => {
      const { params, covariance } = fit(simulate(truth, dates, seed));
      return [
        Math.log(params.alpha / truth.alpha) / Math.sqrt(covariance.values[0][0]),
        Math.log(params.beta / truth.beta) / Math.sqrt(covariance.values[1][1]),
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
});

describe("curves", () => {
  const params = { alpha: 0.668, beta: 3.806 };

  test("survival is the running product of retention, and churn its complement", () => {
    const [s, r, c] = [survival(params, 20), retention(params, 20), churn(params, 20)];
    expect([s[0], r[0], c[0]]).toEqual([1, 1, 0]);
    for (let t = 1; t <= 20; t++) {
      expect(s[t] / s[t - 1]).toBeCloseTo(r[t], 14);
      expect(r[t] + c[t]).toBeCloseTo(1, 15);
    }
  });

  test("retention rises from beta / (alpha + beta)", () => {
    const r = retention(params, 30);
    expect(r[1]).toBeCloseTo(3.806 / 4.474, 15);
    for (let t = 2; t <= 30; t++) expect(r[t]).toBeGreaterThan(r[t - 1]);
  });

  test("survival stays a number for a million renewals", () => {
    const curve = survival({ alpha: 1e-3, beta: 1e3 }, 1_000_000);
    expect(curve[1_000_000]).toBeGreaterThan(0);
    expect(curve[1_000_000]).toBeLessThan(1);
  });

  test("a horizon of 0 is today", () => {
    expect([...survival(params, 0)]).toEqual([1]);
  });
});

describe("discountedExpectedResidualLifetime", () => {
  const renewals = Float64Array.of(0, 1, 2, 3, 4);

  // Fader & Hardie (2010), Table 3, at 10 %: 3.31 3.45 3.59 3.72 3.84 and 7.68 9.46 9.86 10.06
  // 10.19; the digits are those of its formula with 2F1, computed with 25 digits. The table's
  // second row is of 1/15 and 4/15, which the paper prints as .067 and .267.
  test.each([
    [3.8, 15.2, [3.3098184, 3.4510003, 3.5865437, 3.7168115, 3.842134]],
    [0.067, 0.267, [7.6708355, 9.4552994, 9.8508338, 10.056167, 10.18864]],
    [1 / 15, 4 / 15, [7.6814853, 9.4620423, 9.856049, 10.060526, 10.192427]],
  ])("reproduces Fader & Hardie (2010) for alpha %d, beta %d", (alpha, beta, expected) => {
    const values = discountedExpectedResidualLifetime({ alpha, beta }, renewals, 0.1);
    // Eight digits are given.
    expected.forEach((value, n) => {
      expect(relative(values[n], value)).toBeLessThan(1e-7);
    });
  });

  test("with a horizon is the sum it stands for", () => {
    const params = { alpha: 0.7, beta: 1.2 };
    const s = survival(params, 30);
    const [, , two] = discountedExpectedResidualLifetime(params, renewals, 0.05, 24);
    let sum = 0;
    for (let k = 1; k <= 24; k++) sum += s[2 + k] / s[2] / 1.05 ** (k - 1);
    expect(relative(two, sum)).toBeLessThan(1e-14);
  });

  test("a long horizon leads to the value without horizon, also at a low rate", () => {
    const params = { alpha: 0.7, beta: 1.2 };
    for (const rate of [0.003, 0.02, 0.3]) {
      const [long] = discountedExpectedResidualLifetime(params, renewals, rate, 60_000);
      const [endless] = discountedExpectedResidualLifetime(params, renewals, rate);
      expect(relative(endless, long)).toBeLessThan(1e-12);
    }
  });

  test("is finite at every rate above 0, even for the most loyal", () => {
    const [value] = discountedExpectedResidualLifetime({ alpha: 0.01, beta: 50 }, renewals, 1e-6);
    expect(value).toBeGreaterThan(9e5);
    expect(value).toBeLessThan(1e6);
  });
});

describe("expectedResidualLifetime", () => {
  test.each([
    { alpha: 3.8, beta: 15.2 },
    { alpha: 1.01, beta: 0.3 },
    { alpha: 300, beta: 1e6 },
    { alpha: 30, beta: 1e-3 },
  ])("without horizon is (beta + n) / (alpha - 1) for %o", (params) => {
    const values = expectedResidualLifetime(params, Float64Array.of(0, 3, 50));
    [0, 3, 50].forEach((n, i) => {
      expect(relative(values[i], (params.beta + n) / (params.alpha - 1))).toBeLessThan(1e-12);
    });
  });

  test("refuses an expectation that is infinite, and has an answer with a horizon", () => {
    const params = { alpha: 0.668, beta: 3.806 };
    expect(() => expectedResidualLifetime(params, Float64Array.of(0))).toThrow(
      expect.objectContaining({ code: "INFINITE_EXPECTATION" }),
    );
    expect(expectedResidualLifetime(params, Float64Array.of(0), 7)[0]).toBeCloseTo(
      survival(params, 7).reduce((sum, share) => sum + share, -1),
      13,
    );
  });
});

describe("bands", () => {
  test("cover the truth about as often as they say, 9 renewals beyond the data", () => {
    const truth = { alpha: 0.8, beta: 2.4 };
    const seen = new Float64Array(500).fill(6);
    const [share] = survival(truth, 15).slice(15);
    const [residual] = discountedExpectedResidualLifetime(truth, Float64Array.of(2), 0.1);
    const covered = [0, 0];
    for (let seed = 0; seed < 400; seed++) {
      const found = fit(simulate(truth, seen, seed));
      const s = survivalBand(found, 15);
      const r = residualLifetimeBand(found, Float64Array.of(2), 0.1);
      if (s.lower[15] <= share && share <= s.upper[15]) covered[0]++;
      if (r.lower[0] <= residual && residual <= r.upper[0]) covered[1]++;
    }
    // 380 of 400 are 95 %; four standard errors are 17.
    for (const count of covered) expect(Math.abs(count - 380)).toBeLessThan(18);
  });

  test("start at 1, hold the curve and widen with the level", () => {
    const found = fit(regular);
    const [narrow, wide] = [0.5, 0.95].map((level) => survivalBand(found, 20, level));
    expect([wide.lower[0], wide.upper[0]]).toEqual([1, 1]);
    for (let t = 1; t <= 20; t++) {
      expect(wide.lower[t]).toBeLessThan(narrow.lower[t]);
      expect(narrow.lower[t]).toBeLessThan(narrow.estimate[t]);
      expect(narrow.estimate[t]).toBeLessThan(narrow.upper[t]);
      expect(narrow.upper[t]).toBeLessThan(wide.upper[t]);
    }
  });

  test("stay numbers on a ridge, where alpha and beta are unknown but survival is not", () => {
    const { lower, upper } = survivalBand(fit([1000, 900, 810, 729]), 3);
    // The binomial standard error of 729 of 1,000 is 0.014.
    expect(upper[3] - lower[3]).toBeGreaterThan(0.03);
    expect(upper[3] - lower[3]).toBeLessThan(0.09);
  });
});

describe("refusals", () => {
  const code = (name: string) => expect.objectContaining({ code: name });
  const params = { alpha: 1, beta: 1 };

  test("parameters that are not positive", () => {
    expect(() => survival({ alpha: 0, beta: 1 }, 3)).toThrow(code("PARAMETER_OUT_OF_RANGE"));
    expect(() => logLikelihood({ alpha: 1, beta: Number.NaN }, regular)).toThrow(
      code("PARAMETER_OUT_OF_RANGE"),
    );
  });

  test("half a renewal, a broken horizon and a rate below 0", () => {
    expect(() => expectedResidualLifetime(params, Float64Array.of(0.5), 3)).toThrow(
      code("VALUE_OUT_OF_RANGE"),
    );
    expect(() => survival(params, 2.5)).toThrow(code("ARGUMENT_OUT_OF_RANGE"));
    expect(() => discountedExpectedResidualLifetime(params, Float64Array.of(1), -0.1)).toThrow(
      code("ARGUMENT_OUT_OF_RANGE"),
    );
  });
});

function toCustomers(cohorts: readonly (readonly number[])[]): Lifetimes {
  const rows = cohorts.flatMap((active) => [
    ...active.slice(1).map((count, i) => ({ duration: i + 1, lost: 1, weight: active[i] - count })),
    { duration: active.length - 1, lost: 0, weight: active[active.length - 1] },
  ]);
  const column = (key: "duration" | "lost" | "weight") =>
    Float64Array.from(rows, (row) => row[key]);
  return { duration: column("duration"), lost: column("lost"), weight: column("weight") };
}

/** Customers who started at different times and are seen for 1 to 12 renewal dates. */
const dates = Float64Array.from({ length: 4000 }, (_, i) => 1 + (i % 12));
