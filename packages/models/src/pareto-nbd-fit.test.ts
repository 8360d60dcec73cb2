import { describe, expect, test } from "vitest";
import * as paretoNbd from "./pareto-nbd.ts";

/** A stated relative tolerance notices any wrong term of a derivative. */
function expectRelative(value: number, reference: number, tolerance: number): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe("fit", () => {
  const truth = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 };
  const T = Float64Array.from({ length: 8000 }, (_, i) => 20 + (i % 60));
  const { summary } = paretoNbd.simulate(truth, T, { seed: 9 });
  const fitted = paretoNbd.fit(summary);
  const names = ["r", "alpha", "s", "beta"] as const;

  test("finds the parameters it was simulated from within three standard errors", () => {
    expect(fitted.gradient).toBeLessThan(1e-9);
    expect(fitted.warnings).toEqual([]);
    for (const name of names) {
      const z = (fitted.params[name] - truth[name]) / fitted.standardErrors[name];
      expect(Math.abs(z)).toBeLessThan(3);
    }
  });

  test("ends where every change of a parameter costs likelihood", () => {
    for (const name of names) {
      for (const factor of [0.999, 1.001]) {
        const moved = { ...fitted.params, [name]: fitted.params[name] * factor };
        expect(paretoNbd.logLikelihood(moved, summary)).toBeLessThan(fitted.logLikelihood);
      }
    }
  });

  test("reports standard errors that agree with differences of the log-likelihood", () => {
    const values = names.map((name) => fitted.params[name]);
    const at = (...shift: number[]) =>
      paretoNbd.logLikelihood(
        Object.fromEntries(names.map((n, i) => [n, values[i] * Math.exp(shift[i])])) as never,
        summary,
      );
    const h = 1e-3;
    const unit = (i: number, d: number) => names.map((_, k) => (k === i ? d * h : 0));
    const plus = (p: number[], q: number[]) => p.map((v, k) => v + q[k]);
    const information = names.map((_, i) =>
      names.map((_, j) => {
        const cross = [1, -1].flatMap((d) =>
          [1, -1].map((e) => d * e * at(...plus(unit(i, d), unit(j, e)))),
        );
        return -cross.reduce((sum, v) => sum + v, 0) / (4 * h * h);
      }),
    );
    information.forEach((row, i) => {
      names.forEach((_, j) => {
        const product = row.reduce((sum, v, k) => sum + v * fitted.covariance.values[k][j], 0);
        // Second differences carry a truncation error of order h² and rounding of 1e-5.
        expect(product).toBeCloseTo(i === j ? 1 : 0, 2);
      });
    });
  });

  test("is the same in another time unit", () => {
    const daily = {
      ...summary,
      recency: summary.recency.map((t) => 7 * t),
      T: T.map((t) => 7 * t),
    };
    const again = paretoNbd.fit(daily);
    expectRelative(again.params.alpha, 7 * fitted.params.alpha, 1e-7);
    expectRelative(again.params.s, fitted.params.s, 1e-7);
  });
});
