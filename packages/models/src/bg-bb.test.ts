import { describe, expect, test } from "vitest";
import { customer, donations, optimum, vignette } from "../test/donors.ts";
import { relative } from "../test/relative.ts";
import {
  discountedExpectedPurchases,
  expectedPurchases,
  fit,
  logLikelihood,
  probabilityAlive,
  purchaseCountProbability,
  simulate,
} from "./bg-bb.ts";

describe("fit", () => {
  test("reproduces Fader, Hardie & Shang (2010) on 11,104 donors", () => {
    const found = fit(donations);
    for (const name of ["alpha", "beta", "gamma", "delta"] as const) {
      // The digits that the reference gives.
      expect(relative(found.params[name], optimum[name]), name).toBeLessThan(1e-10);
    }
    expect(relative(found.logLikelihood, -33225.581274347)).toBeLessThan(1e-13);
    expect(found.customers).toBe(11_104);
    expect(found.warnings).toEqual([]);
    const errors = [0.069391362, 0.029447717, 0.051009859, 0.320819];
    Object.values(found.standardErrors).forEach((error, i) => {
      expect(relative(error, errors[i])).toBeLessThan(1e-6);
    });
  });

  test("finds the parameters of 20 simulated donor bases, within chance", () => {
    const z = Array.from({ length: 20 }, (_, seed) => {
      const T = Float64Array.from({ length: 4000 }, (_, i) => 6 + (i % 5));
      const { params, covariance } = fit(simulate(vignette, T, { seed }).summary);
      return (["alpha", "beta", "gamma", "delta"] as const).map(
        (name, i) => Math.log(params[name] / vignette[name]) / Math.sqrt(covariance.values[i][i]),
      );
    });
    for (const k of [0, 1, 2, 3]) {
      const scores = z.map((row) => row[k]);
      const mean = scores.reduce((sum, score) => sum + score, 0) / 20;
      const square = scores.reduce((sum, score) => sum + score ** 2, 0) / 20;
      // Normal scores: 3.5 standard errors of a mean of 20; χ²(20) / 20 within its 0.01 % tails.
      expect(Math.abs(mean)).toBeLessThan(3.5 / Math.sqrt(20));
      expect(square).toBeGreaterThan(0.25);
      expect(square).toBeLessThan(2.7);
    }
  });

  test("merges equal rows", () => {
    const { summary } = simulate(vignette, new Float64Array(3000).fill(8), { seed: 4 });
    const found = fit(summary);
    expect(found.customers).toBe(3000);
    // 0, and every t_x from 1 to 8 with x from 1 to t_x.
    expect(found.rows).toBeLessThanOrEqual(37);
  });

  test.each([
    ["nobody came back", { ...customer(0, 0, 6) }],
    ["nobody had three opportunities", customer(1, 1, 2)],
    ["all weights are zero", { ...customer(1, 1, 6), weight: Float64Array.of(0) }],
  ])("refuses data in which %s", (_, summary) => {
    expect(() => fit(summary)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  });
});

describe("logLikelihood", () => {
  // Computed with 25 digits; Hardie's spreadsheet prints -2.1817 for (6, 6), -1.1675 for (0, 0).
  test.each([
    [6, 6, -2.18167349],
    [5, 6, -4.29485108],
    [2, 4, -5.1956196],
    [0, 0, -1.1675171],
  ])("of a donor with %i gifts, the last in year %i", (x, tx, expected) => {
    // Nine digits are given.
    expect(relative(logLikelihood(optimum, customer(x, tx, 6)), expected)).toBeLessThan(4e-9);
  });

  test("of one donor at the parameters of the BTYD manual", () => {
    const params = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    expect(relative(logLikelihood(params, customer(3, 4, 6)), -5.06086817507057)).toBeLessThan(
      1e-14,
    );
  });

  test("gives all histories of four opportunities a probability of 1 together", () => {
    // C(t_x − 1, x − 1) histories share x and t_x.
    const ways = [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1]];
    let sum = Math.exp(logLikelihood(vignette, customer(0, 0, 4)));
    ways.forEach((row, i) => {
      row.forEach((count, j) => {
        sum += count * Math.exp(logLikelihood(vignette, customer(j + 1, i + 1, 4)));
      });
    });
    expect(sum).toBeCloseTo(1, 14);
  });

  test("counts a row of weight 3 as three customers", () => {
    const three = { ...customer(2, 4, 6), weight: Float64Array.of(3) };
    expect(logLikelihood(optimum, three)).toBeCloseTo(
      3 * logLikelihood(optimum, customer(2, 4, 6)),
      12,
    );
  });
});

describe("refusals", () => {
  const code = (name: string) => expect.objectContaining({ code: name });

  test.each([
    ["more purchases than opportunities up to the last", customer(4, 3, 6), "VALUE_OUT_OF_RANGE"],
    ["half an opportunity", customer(1, 1.5, 6), "VALUE_OUT_OF_RANGE"],
    ["days since 1970", customer(1, 1, 1e9), "VALUE_OUT_OF_RANGE"],
    ["a last purchase after the end", customer(1, 7, 6), "RECENCY_EXCEEDS_T"],
    ["NaN", customer(Number.NaN, 1, 6), "VALUE_OUT_OF_RANGE"],
  ])("%s", (_, summary, name) => {
    expect(() => logLikelihood(vignette, summary)).toThrow(code(name));
    expect(() => expectedPurchases(vignette, summary, 3)).toThrow(code(name));
  });

  test("parameters, horizons and counts out of range", () => {
    const one = customer(1, 1, 6);
    expect(() => probabilityAlive({ ...vignette, gamma: 0 }, one)).toThrow(
      code("PARAMETER_OUT_OF_RANGE"),
    );
    expect(() => expectedPurchases(vignette, one, 1.5)).toThrow(code("ARGUMENT_OUT_OF_RANGE"));
    expect(() => purchaseCountProbability(vignette, 3, -1)).toThrow(code("ARGUMENT_OUT_OF_RANGE"));
    expect(() => discountedExpectedPurchases(vignette, one, -0.1)).toThrow(
      code("ARGUMENT_OUT_OF_RANGE"),
    );
  });
});
