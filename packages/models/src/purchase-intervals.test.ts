import { describe, expect, test } from "vitest";
import { bgNbd } from "./bg-nbd.ts";
import type { BetaGeometricParams } from "./bg-nbd-likelihood.ts";
import { mbgCnbdK } from "./mbg-cnbd-k.ts";
import * as paretoNbd from "./pareto-nbd.ts";
import { purchaseIntervals } from "./purchase-intervals.ts";
import { parameterPoints, sampleParameters } from "./sample-parameters.ts";

const truth = { r: 0.9, alpha: 6, a: 0.8, b: 2.4 };
const T = Float64Array.from({ length: 4000 }, (_, i) => 26 + (i % 52));
const { summary, ahead } = bgNbd.simulate(truth, T, { seed: 12, horizon: 52 });
const fitted = bgNbd.fit(summary);
const names = ["r", "alpha", "a", "b"] as const;

function covarianceOf(draws: readonly BetaGeometricParams[]): number[][] {
  const logs = draws.map((params) => names.map((name) => Math.log(params[name])));
  const centre = names.map((name) => Math.log(fitted.params[name]));
  return names.map((_, i) =>
    names.map(
      (_, j) =>
        logs.reduce((sum, row) => sum + (row[i] - centre[i]) * (row[j] - centre[j]), 0) /
        logs.length,
    ),
  );
}

describe("sampleParameters", () => {
  test("draws have the fit's covariance and repeat for the same seed", () => {
    const draws = sampleParameters(fitted, 20_000, 5);
    expect(draws.slice(0, 3)).toEqual(sampleParameters(fitted, 3, 5));
    const { values } = fitted.covariance;
    covarianceOf(draws).forEach((row, i) => {
      row.forEach((value, j) => {
        // Four standard errors of a covariance over 20,000 draws.
        const bound = 4 * Math.sqrt((2 * values[i][i] * values[j][j]) / 20_000);
        expect(Math.abs(value - values[i][j])).toBeLessThan(bound);
      });
    });
  });

  test("the eight points have the fit's covariance exactly", () => {
    const points = parameterPoints(fitted);
    expect(points).toHaveLength(8);
    covarianceOf(points).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(fitted.covariance.values[i][j], 12);
      });
    });
  });
});

test("a fit whose parameters are all at bounds stands for itself alone", () => {
  const { values, ...rest } = fitted.covariance;
  const certain = {
    ...fitted,
    covariance: { ...rest, values: values.map((row) => row.map(() => 0)) },
  };
  expect(parameterPoints(certain)).toEqual([fitted.params]);
});

describe("purchaseIntervals", () => {
  test.each([0.8, 0.95])("cover simulated purchases as often as they say, at %d", (level) => {
    const { low, high, probability } = purchaseIntervals(bgNbd, fitted, summary, 52, level);
    const inside = ahead.reduce((n, y, i) => n + (y >= low[i] && y <= high[i] ? 1 : 0), 0);
    const stated = probability.reduce((sum, p) => sum + p, 0);
    // Three binomial standard errors over 4000 customers are below 1.9 points.
    expect(Math.abs(inside - stated) / T.length).toBeLessThan(0.019);
    expect(Math.min(...probability)).toBeGreaterThanOrEqual(level);
  });

  test("hold exactly the probability of the counts in them", () => {
    const one = {
      frequency: Float64Array.of(40),
      recency: Float64Array.of(50),
      T: Float64Array.of(50.5),
    };
    const { low, high, probability } = purchaseIntervals(bgNbd, fitted, one, 26, 0.8);
    let sum = 0;
    for (const params of parameterPoints(fitted)) {
      for (let count = low[0]; count <= high[0]; count++) {
        sum += bgNbd.conditionalCountProbability(params, one, 26, count)[0] / 8;
      }
    }
    expect(probability[0]).toBeCloseTo(sum, 12);
    expect(low[0]).toBeGreaterThan(0);
  });

  test("grow with the uncertainty of the parameters", () => {
    const busy = {
      frequency: Float64Array.of(40),
      recency: Float64Array.of(50),
      T: Float64Array.of(51),
    };
    const vague = {
      ...fitted,
      covariance: {
        ...fitted.covariance,
        values: fitted.covariance.values.map((row) => row.map((value) => 400 * value)),
      },
    };
    const sure = purchaseIntervals(bgNbd, fitted, busy, 52, 0.8);
    const unsure = purchaseIntervals(bgNbd, vague, busy, 52, 0.8);
    expect(unsure.high[0] - unsure.low[0]).toBeGreaterThan(sure.high[0] - sure.low[0]);
  });

  test("serve Pareto/NBD by the same verb", () => {
    const history = { r: 0.9, alpha: 6, s: 0.6, beta: 11.7 };
    const simulated = paretoNbd.simulate(history, T, { seed: 2, horizon: 26 });
    const fit = paretoNbd.fit(simulated.summary);
    const { low, high, probability } = purchaseIntervals(
      paretoNbd,
      fit,
      simulated.summary,
      26,
      0.9,
    );
    const inside = simulated.ahead.filter((y, i) => y >= low[i] && y <= high[i]).length;
    const stated = probability.reduce((sum, p) => sum + p, 0);
    expect(Math.abs(inside - stated) / T.length).toBeLessThan(0.019);
  });

  test("serve regular buyers, whose k stays fixed", () => {
    const regular = { k: 3, r: 0.8, alpha: 2, a: 0.9, b: 4 };
    const simulated = mbgCnbdK.simulate(regular, T, { seed: 6, horizon: 26 });
    const fit = mbgCnbdK.fit(simulated.summary);
    const { low, high, probability } = purchaseIntervals(mbgCnbdK, fit, simulated.summary, 26, 0.8);
    const inside = simulated.ahead.filter((y, i) => y >= low[i] && y <= high[i]).length;
    const stated = probability.reduce((sum, p) => sum + p, 0);
    expect(Math.abs(inside - stated) / T.length).toBeLessThan(0.019);
  });

  test("a level of 1 is refused", () => {
    expect(() => purchaseIntervals(bgNbd, fitted, summary, 52, 1)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
    );
  });
});
