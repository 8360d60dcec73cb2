import { describe, expect, test } from "vitest";
import { bgNbd } from "./bg-nbd.ts";
import { fitWithCovariates, predictWithCovariates } from "./covariates.ts";
import type { CustomerSummary } from "./customer-summary.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import * as paretoNbd from "./pareto-nbd.ts";

const HALF = 5000;
const T = Float64Array.from({ length: HALF }, (_, i) => 20 + (i % 30) * 3);

/** Two groups of customers, one after the other. */
function joined(first: CustomerSummary, second: CustomerSummary): CustomerSummary {
  const both = (name: "frequency" | "recency" | "T") =>
    Float64Array.of(...first[name], ...second[name]);
  return { frequency: both("frequency"), recency: both("recency"), T: both("T") };
}

const member = Float64Array.from({ length: 2 * HALF }, (_, i) => (i < HALF ? 0 : 1));

describe("Pareto/NBD with a covariate in both processes", () => {
  const base = { r: 0.8, alpha: 8, s: 0.8, beta: 14 };
  const gammas = { transaction: 0.5, dropout: -0.4 };
  const others = {
    ...base,
    alpha: base.alpha * Math.exp(-gammas.transaction),
    beta: base.beta * Math.exp(-gammas.dropout),
  };
  const summary = joined(
    paretoNbd.simulate(base, T, { seed: 1 }).summary,
    paretoNbd.simulate(others, T, { seed: 2 }).summary,
  );
  const covariates = { transaction: { member }, dropout: { member } };
  const fitted = fitWithCovariates(paretoNbd.covariateModel, summary, covariates);

  test("recovers the coefficients within three standard errors", () => {
    for (const [name, truth] of Object.entries(gammas)) {
      const key = `${name}.member`;
      const z = (fitted.params[key] - truth) / fitted.standardErrors[key];
      expect(Math.abs(z)).toBeLessThan(3);
    }
    expect(fitted.gradient).toBeLessThan(1e-9);
  });

  test("has a likelihood above the one without covariates by what the effect is worth", () => {
    expect(fitted.logLikelihood - paretoNbd.fit(summary).logLikelihood).toBeGreaterThan(20);
  });

  test("predicts each group with its own parameters", () => {
    const predicted = predictWithCovariates(
      paretoNbd.covariateModel,
      fitted.params,
      summary,
      covariates,
      (params, customers) => paretoNbd.expectedPurchases(params, customers, 52),
    );
    const { r, alpha, s, beta } = fitted.params;
    const own = {
      r,
      alpha: alpha * Math.exp(-fitted.params["transaction.member"]),
      s,
      beta: beta * Math.exp(-fitted.params["dropout.member"]),
    };
    const last = 2 * HALF - 1;
    const one = {
      frequency: summary.frequency.slice(last),
      recency: summary.recency.slice(last),
      T: summary.T.slice(last),
    };
    const [alone] = paretoNbd.expectedPurchases(own, one, 52);
    expect(predicted[last] / alone).toBeCloseTo(1, 11);
  });

  test("the reported likelihood is that of the two groups with their parameters", () => {
    const { r, alpha, s, beta } = fitted.params;
    const group = (from: number, z: number) =>
      paretoNbd.logLikelihood(
        {
          r,
          alpha: alpha * Math.exp(-z * fitted.params["transaction.member"]),
          s,
          beta: beta * Math.exp(-z * fitted.params["dropout.member"]),
        },
        {
          frequency: summary.frequency.slice(from, from + HALF),
          recency: summary.recency.slice(from, from + HALF),
          T: summary.T.slice(from, from + HALF),
        },
      );
    expect((group(0, 0) + group(HALF, 1)) / fitted.logLikelihood).toBeCloseTo(1, 12);
  });
});

describe.each([
  ["BG/NBD", bgNbd],
  ["MBG/NBD", mbgNbd],
] as const)("%s with covariates", (_, model) => {
  const base = { r: 0.8, alpha: 5, a: 1.2, b: 3 };
  const others = { ...base, alpha: base.alpha * Math.exp(-0.6), a: base.a * Math.exp(0.5) };
  const summary = joined(
    model.simulate(base, T, { seed: 3 }).summary,
    model.simulate(others, T, { seed: 4 }).summary,
  );

  test("recovers the coefficients within three standard errors", () => {
    const { params, standardErrors, gradient } = fitWithCovariates(model.covariateModel, summary, {
      transaction: { member },
      dropout: { member },
    });
    const truth = { "transaction.member": 0.6, "dropoutA.member": 0.5, "dropoutB.member": 0 };
    for (const [name, value] of Object.entries(truth)) {
      expect(Math.abs(params[name] - value) / standardErrors[name]).toBeLessThan(3);
    }
    expect(gradient).toBeLessThan(1e-9);
  });

  test("refuses a covariate that does not vary, is too short or is not a number", () => {
    const refused = (code: string) => expect.objectContaining({ code });
    const attempt = (column: Float64Array) => () =>
      fitWithCovariates(model.covariateModel, summary, { transaction: { column } });
    expect(attempt(member.map(() => 2))).toThrow(refused("MODEL_REFUSED"));
    expect(attempt(member.slice(1))).toThrow(refused("COLUMN_LENGTHS_DIFFER"));
    expect(attempt(member.map((z) => (z === 1 ? Number.NaN : 0)))).toThrow(
      refused("VALUE_OUT_OF_RANGE"),
    );
  });
});
