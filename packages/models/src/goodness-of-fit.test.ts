import { describe, expect, test } from "vitest";
import { bgNbd } from "./bg-nbd.ts";
import { fitWithCovariates } from "./covariates.ts";
import {
  compareModels,
  expectedTracking,
  frequencyTest,
  likelihoodRatioTest,
} from "./goodness-of-fit.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import * as paretoNbd from "./pareto-nbd.ts";

const truth = { r: 0.7, alpha: 5, a: 1.4, b: 2.4 };
const T = Float64Array.from({ length: 4000 }, (_, i) => 20 + (i % 20));
const { summary } = bgNbd.simulate(truth, T, { seed: 21 });
const fitted = bgNbd.fit(summary);

describe("frequencyTest", () => {
  test("accepts the model the customers were simulated from, and its cells add up", () => {
    const { cells, pValue, degreesOfFreedom } = frequencyTest(bgNbd, fitted, summary);
    expect(pValue).toBeGreaterThan(0.01);
    expect(degreesOfFreedom).toBe(cells.length - 5);
    const total = (key: "actual" | "expected") => cells.reduce((sum, cell) => sum + cell[key], 0);
    expect(total("actual")).toBe(4000);
    expect(total("expected")).toBeCloseTo(4000, 8);
    expect(Math.min(...cells.map(({ expected }) => expected))).toBeGreaterThanOrEqual(5);
    expect(cells.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
  });

  test("rejects parameters that are wrong", () => {
    const wrong = { ...fitted, params: { ...fitted.params, r: 1.4 * fitted.params.r } };
    expect(frequencyTest(bgNbd, wrong, summary).pValue).toBeLessThan(1e-6);
  });

  test("p-values of the true parameters are spread evenly over data sets", () => {
    const below = Array.from({ length: 40 }, (_, seed) => {
      const data = bgNbd.simulate(truth, T.slice(0, 1500), { seed: 100 + seed }).summary;
      return frequencyTest(bgNbd, bgNbd.fit(data), data).pValue;
    }).filter((p) => p < 0.5).length;
    // Binomial(40, ½) lies in [10, 30] with probability 0.999. Fitting to x, t_x and T leaves the
    // test slightly too strict, well inside this.
    expect(below).toBeGreaterThanOrEqual(10);
    expect(below).toBeLessThanOrEqual(30);
  });
});

describe("expectedTracking", () => {
  test("adds up what each customer is expected to have bought by then", () => {
    const joined = Float64Array.of(0, 2, 2, 9);
    const dates = Float64Array.of(1, 5, 12);
    const { cumulative, incremental } = expectedTracking(paretoNbd, pareto, joined, dates);
    const at = (t: number) => paretoNbd.expectedPurchasesNew(pareto, t);
    expect(cumulative[0]).toBeCloseTo(at(1), 12);
    expect(cumulative[2]).toBeCloseTo(at(12) + 2 * at(10) + at(3), 12);
    expect(incremental[1]).toBeCloseTo(cumulative[1] - cumulative[0], 12);
  });

  const pareto = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 };

  test("refuses dates that run backwards", () => {
    const attempt = () =>
      expectedTracking(paretoNbd, pareto, Float64Array.of(0), Float64Array.of(5, 4));
    expect(attempt).toThrow(expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }));
  });
});

describe("comparing fits", () => {
  test("the simulated model comes first and the weights add up to 1", () => {
    const fits = [mbgNbd.fit(summary), paretoNbd.fit(summary), fitted];
    const ranking = compareModels(fits);
    expect(ranking[0].model).toBe("bg-nbd");
    expect(ranking.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test("a covariate without effect is found to have none, one with effect is not", () => {
    const noise = T.map((_, i) => (i * 7919) % 2);
    const general = fitWithCovariates(bgNbd.covariateModel, summary, { transaction: { noise } });
    const { degreesOfFreedom, pValue } = likelihoodRatioTest(fitted, general);
    expect(degreesOfFreedom).toBe(1);
    expect(pValue).toBeGreaterThan(0.001);
    const busy = summary.frequency.map((x) => (x > 1 ? 1 : 0));
    const useful = fitWithCovariates(bgNbd.covariateModel, summary, { transaction: { busy } });
    expect(likelihoodRatioTest(fitted, useful).pValue).toBeLessThan(1e-12);
  });

  test("fits to different customers do not compare", () => {
    const other = bgNbd.fit({ ...summary, weight: new Float64Array(4000).fill(2) });
    const refused = expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" });
    expect(() => compareModels([fitted, other])).toThrow(refused);
    expect(() => likelihoodRatioTest(fitted, fitted)).toThrow(refused);
  });
});
