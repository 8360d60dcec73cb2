import { describe, expect, test } from "vitest";
import { bgCnbdK } from "./bg-cnbd-k.ts";
import { bgNbd } from "./bg-nbd.ts";
import type { CustomerSummary } from "./customer-summary.ts";
import { mbgCnbdK } from "./mbg-cnbd-k.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import { logGamma } from "./numeric/gamma.ts";

const truth = { k: 3, r: 0.8, alpha: 2, a: 0.9, b: 4 };
const T = Float64Array.from({ length: 6000 }, (_, i) => 30 + (i % 50));

function customer(frequency: number, recency: number, age: number): CustomerSummary {
  return {
    frequency: Float64Array.of(frequency),
    recency: Float64Array.of(recency),
    T: Float64Array.of(age),
  };
}

function expectRelative(value: number, reference: number, tolerance = 1e-11): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe.each([
  ["BG", bgCnbdK, bgNbd],
  ["MBG", mbgCnbdK, mbgNbd],
] as const)("%s/CNBD-k with k = 1 is the model without k", (_, regular, plain) => {
  const params = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
  const once = { k: 1, ...params };

  test.each([
    [0, 0, 39],
    [2, 30.43, 38.86],
    [26, 30.9, 31],
  ])("for (%d, %d, %d)", (x, tx, age) => {
    const summary = customer(x, tx, age);
    const withIntervals = { ...summary, logIntervals: Float64Array.of(x === 0 ? 0 : 1.7) };
    expectRelative(
      regular.logLikelihood(once, withIntervals),
      plain.logLikelihood(params, summary),
    );
    expectRelative(
      regular.probabilityAlive(once, summary)[0],
      plain.probabilityAlive(params, summary)[0],
    );
    expectRelative(
      regular.expectedPurchases(once, summary, 39)[0],
      plain.expectedPurchases(params, summary, 39)[0],
    );
    expectRelative(
      regular.conditionalCountProbability(once, summary, 39, 3)[0],
      plain.conditionalCountProbability(params, summary, 39, 3)[0],
    );
  });
});

describe("MBG/CNBD-k", () => {
  const { summary, ahead } = mbgCnbdK.simulate(truth, T, { seed: 4, horizon: 30 });
  const fitted = mbgCnbdK.fit(summary);

  test("picks the k it was simulated with and recovers the rest within three standard errors", () => {
    expect(fitted.params.k).toBe(3);
    expect(fitted.profile.map(({ k }) => k)).toEqual([1, 2, 3, 4]);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      const z = (fitted.params[name] - truth[name]) / fitted.standardErrors[name];
      expect(Math.abs(z)).toBeLessThan(3);
    }
  });

  test("ends where every change of a parameter costs likelihood", () => {
    expectRelative(mbgCnbdK.logLikelihood(fitted.params, summary), fitted.logLikelihood, 1e-13);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      for (const factor of [0.998, 1.002]) {
        const moved = { ...fitted.params, [name]: fitted.params[name] * factor };
        expect(mbgCnbdK.logLikelihood(moved, summary)).toBeLessThan(fitted.logLikelihood);
      }
    }
  });

  test("finds irregular buyers irregular", () => {
    const irregular = mbgCnbdK.simulate({ ...truth, k: 1 }, T, { seed: 8 });
    expect(mbgCnbdK.fit(irregular.summary).params.k).toBe(1);
  });

  test("expects what simulated customers then do", () => {
    const expected = mbgCnbdK.expectedPurchases(truth, summary, 30).reduce((sum, v) => sum + v, 0);
    const actual = ahead.reduce((sum, v) => sum + v, 0);
    // Three standard errors of the sum over 6000 customers, whose deviation is about 2.
    expect(Math.abs(actual - expected)).toBeLessThan(3 * 2 * Math.sqrt(6000));
  });

  test("the conditional counts add up to 1 and have the expectation as their mean", () => {
    const one = customer(2, 30.43, 38.86);
    let [sum, mean] = [0, 0];
    for (let count = 0; count < 200; count++) {
      const [p] = mbgCnbdK.conditionalCountProbability(truth, one, 39, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 12);
    expectRelative(mean, mbgCnbdK.expectedPurchases(truth, one, 39)[0]);
  });

  test("overdue purchases speak against a regular buyer more than against an irregular one", () => {
    const overdue = customer(10, 20, 26);
    const regular = mbgCnbdK.probabilityAlive({ ...truth, k: 4, alpha: 2 / 4 }, overdue)[0];
    const irregular = mbgCnbdK.probabilityAlive({ ...truth, k: 1, alpha: 2 }, overdue)[0];
    expect(regular).toBeLessThan(irregular);
  });

  test("the likelihood of one history equals the integral over rate and dropout", () => {
    // Two purchases at 3 and 7 within T = 10, k = 2; trapezoidal rule in ln λ, exact Beta moments.
    const { k, r, alpha, a, b } = { k: 2, r: 0.8, alpha: 2, a: 0.9, b: 4 };
    const gamma = (l: number) =>
      Math.exp(r * Math.log(alpha) + (r - 1) * Math.log(l) - alpha * l - logGamma(r));
    const erlang = (gap: number, l: number) => l ** k * gap ** (k - 1) * Math.exp(-l * gap);
    const survive = (n: number) => {
      let share = 1;
      for (let i = 0; i < n; i++) share *= (b + i) / (a + b + i);
      return share;
    };
    let [stayed, left] = [0, 0];
    const step = 0.02;
    for (let y = -45; y < 6; y += step) {
      const l = Math.exp(y);
      const density = step * l * gamma(l) * erlang(3, l) * erlang(4, l);
      stayed += density * Math.exp(-3 * l) * (1 + 3 * l);
      left += density;
    }
    const reference = Math.log(survive(3) * stayed + (survive(2) - survive(3)) * left);
    const history = {
      ...customer(2, 7, 10),
      logIntervals: Float64Array.of(Math.log(3) + Math.log(4)),
    };
    expectRelative(mbgCnbdK.logLikelihood({ k, r, alpha, a, b }, history), reference, 1e-10);
  });

  test("refuses a k that is not whole and intervals that cannot be", () => {
    const refused = (code: string) => expect.objectContaining({ code });
    expect(() => mbgCnbdK.expectedPurchasesNew({ ...truth, k: 1.5 }, 1)).toThrow(
      refused("PARAMETER_OUT_OF_RANGE"),
    );
    const wrong = { ...customer(0, 0, 9), logIntervals: Float64Array.of(1) };
    expect(() => mbgCnbdK.fit(wrong)).toThrow(refused("VALUE_OUT_OF_RANGE"));
  });
});
