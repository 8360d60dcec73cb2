import { describe, expect, test } from "vitest";
import type { CustomerSummary } from "./customer-summary.ts";
import { mbgNbd } from "./mbg-nbd.ts";

/** BTYDplus on the CDNOW sample, weeks, as lifetimes' tests print it. */
const cdnow = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };

function customer(frequency: number, recency: number, T: number): CustomerSummary {
  return {
    frequency: Float64Array.of(frequency),
    recency: Float64Array.of(recency),
    T: Float64Array.of(T),
  };
}

/** References have 13 digits and more, so 1e-10 relative notices any wrong term. */
function expectRelative(value: number, reference: number, tolerance = 1e-10): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe("reference numbers", () => {
  test.each([
    [0, 0, -0.41792826204498],
    [200, 38, 100.786909760991],
  ])("ln L of (%d, %d, 40) agrees with pymc-marketing's tests", (x, tx, reference) => {
    const params = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };
    expectRelative(mbgNbd.logLikelihood(params, customer(x, tx, 40)), reference);
  });

  test("P(alive) of a one-time buyer and of the customer of the Excel note", () => {
    expectRelative(mbgNbd.probabilityAlive(cdnow, customer(0, 0, 39))[0], 0.389347648663597);
    expectRelative(mbgNbd.probabilityAlive(cdnow, customer(2, 30.43, 38.86))[0], 0.706202265118487);
  });

  test("expected purchases of that customer and of a new one", () => {
    const [purchases] = mbgNbd.expectedPurchases(cdnow, customer(2, 30.43, 38.86), 39);
    expectRelative(purchases, 1.26296062326737);
    expectRelative(mbgNbd.expectedPurchasesNew(cdnow, 39), 1.18295366559717);
    expectRelative(mbgNbd.expectedPurchasesNew(cdnow, 52), 1.41972375771275);
  });
});

describe("invariants", () => {
  test("the probabilities of all counts add up to 1 and their mean to the expectation", () => {
    let sum = 0;
    let mean = 0;
    for (let count = 0; count < 500; count++) {
      const p = mbgNbd.purchaseCountProbability(cdnow, 39, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 11);
    expectRelative(mean, mbgNbd.expectedPurchasesNew(cdnow, 39), 1e-9);
  });

  test("the conditional counts have the conditional expectation as their mean", () => {
    const summary = customer(4, 20, 30);
    let sum = 0;
    let mean = 0;
    for (let count = 0; count < 300; count++) {
      const [p] = mbgNbd.conditionalCountProbability(cdnow, summary, 26, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 11);
    expectRelative(mean, mbgNbd.expectedPurchases(cdnow, summary, 26)[0], 1e-9);
  });

  test("simulated customers return as often as expected", () => {
    const T = new Float64Array(200_000).fill(39);
    const { summary, ahead } = mbgNbd.simulate(cdnow, T, { seed: 11, horizon: 39 });
    const average = (column: Float64Array) => column.reduce((s, v) => s + v, 0) / T.length;
    // Three standard errors of the simulated means, whose deviations are about 2.7 and 2.4.
    const bought = average(summary.frequency);
    expect(Math.abs(bought - mbgNbd.expectedPurchasesNew(cdnow, 39))).toBeLessThan(0.018);
    const expected = average(mbgNbd.expectedPurchases(cdnow, summary, 39));
    expect(Math.abs(average(ahead) - expected)).toBeLessThan(0.016);
  });

  test("silence lowers the probability of being active", () => {
    const [recent, silent] = [32, 50].map(
      (T) => mbgNbd.probabilityAlive(cdnow, customer(7, 30, T))[0],
    );
    expect(silent).toBeLessThan(recent);
  });
});

describe("fit", () => {
  const T = Float64Array.from({ length: 20_000 }, (_, i) => 20 + (i % 60));
  const { summary } = mbgNbd.simulate(cdnow, T, { seed: 5 });

  test("finds the parameters it was simulated from within three standard errors", () => {
    const { params, standardErrors, gradient } = mbgNbd.fit(summary);
    expect(gradient).toBeLessThan(1e-9);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expect(Math.abs(params[name] - cdnow[name]) / standardErrors[name]).toBeLessThan(3);
    }
  });

  test("warns when only a handful of customers came back", () => {
    const few = {
      frequency: Float64Array.of(1, 2, 3, 1, 0, 0, 0, 0, 5, 0),
      recency: Float64Array.of(3, 5, 9, 2, 0, 0, 0, 0, 14, 0),
      T: Float64Array.of(10, 12, 11, 14, 9, 12, 14, 10, 15, 13),
    };
    const codes = mbgNbd.fit(few).warnings.map(({ code }) => code);
    expect(codes).toContain("TOO_FEW_REPEATERS");
  });
});
