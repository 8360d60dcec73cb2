import { describe, expect, test } from "vitest";
import type { CustomerSummary } from "./customer-summary.ts";
import { logRising } from "./numeric/gamma-differences.ts";
import * as paretoNbd from "./pareto-nbd.ts";

/** The BTYD manual's examples on the CDNOW sample, weeks. */
const manual = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 };
/** BTYD's estimates on the CDNOW sample (cdnowSummary). */
const estimates = {
  r: 0.553397143257,
  alpha: 10.580198543474,
  s: 0.606062497118,
  beta: 11.656223670708,
};
/** The parameters of lifetimes' tests. */
const lifetimes = { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 };

function customer(frequency: number, recency: number, T: number): CustomerSummary {
  return {
    frequency: Float64Array.of(frequency),
    recency: Float64Array.of(recency),
    T: Float64Array.of(T),
  };
}

/** References have 10 digits and more, so 1e-10 relative notices any wrong term. */
function expectRelative(value: number, reference: number, tolerance = 1e-10): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe("published numbers", () => {
  test("expected purchases of a new customer agree with the BTYD manual to its eight digits", () => {
    const table = [
      0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159, 0.35181024,
      0.38909211,
    ];
    table.forEach((reference, i) => {
      expect(paretoNbd.expectedPurchasesNew(manual, i + 1)).toBeCloseTo(reference, 8);
    });
    expectRelative(paretoNbd.expectedPurchasesNew(manual, 10), 0.4252877132);
    expect(paretoNbd.expectedPurchasesNew(manual, 0)).toBe(0);
  });

  test.each([
    [10, 35, 0.388411723242249],
    [5, 25, 0.134421429903],
    [10, 25, 0.135735619959],
    [15, 25, 0.0706832392933],
    [20, 25, 0.025359006566],
  ])("expected purchases in 2 weeks given (%d, %d, 39)", (x, tx, reference) => {
    expectRelative(paretoNbd.expectedPurchases(manual, customer(x, tx, 39), 2)[0], reference);
  });

  test.each([
    [estimates, 0, 0, 39, 0.29416333576944],
    [estimates, 26, 216 / 7, 31, 0.997873408211568],
    [{ r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 }, 26, 30.86, 31, 0.997917766551907],
  ])("P(alive) under %o", (params, x, tx, T, reference) => {
    expectRelative(paretoNbd.probabilityAlive(params, customer(x, tx, T))[0], reference);
  });

  test("agrees with section 3.3 of the BTYD vignette", () => {
    expectRelative(paretoNbd.expectedPurchasesNew(estimates, 52), 1.47311268949973);
    const [busy] = paretoNbd.expectedPurchases(estimates, customer(26, 216 / 7, 31), 52);
    expectRelative(busy, 25.4541832735889);
  });

  test("does not round away a hundred and more purchases, as lifetimes once did", () => {
    const at = (x: number) =>
      paretoNbd.expectedPurchases(
        { r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 },
        customer(x, 200, 200),
        10,
      )[0];
    expectRelative(at(132), 6.20605178896293);
    expectRelative(at(133), 6.2528722475745);
  });

  test.each([
    [1, 1.5, 12, -4.00694866218911],
    [2, 38.86, 38.86, -9.70307153035221],
  ])("ln L of (%d, %d, %d)", (x, tx, T, reference) => {
    expectRelative(paretoNbd.logLikelihood(lifetimes, customer(x, tx, T)), reference);
  });

  test.each([
    [400, 5, 6, -667.991281270662],
    [500, 1, 37, -9.47658832048942],
    [500, 4, 37, -715.059793204305],
  ])("ln A₀(%d, %d, %d) of the set on which lifetimes overflowed", (x, tx, T, reference) => {
    const params = { r: 10.465, alpha: 7.98565181e-3, s: 3.0516, beta: 2.82 };
    const { r, alpha, s, beta } = params;
    // These customers have left for sure, so ln L is ln A₀ and the factors before it.
    const before = logRising(r, x) + r * Math.log(alpha) + s * Math.log(beta);
    const rest = Math.log(s / (r + s + x));
    const logLikelihood = paretoNbd.logLikelihood(params, customer(x, tx, T));
    expectRelative(logLikelihood - before - rest, reference, 1e-12);
  });

  test.each([
    [7, 35, 1.86418332807133],
    [1, 30, 2.1991554497],
    [2, 30, 2.84353440607],
    [5, 30, 1.84050192448],
    [10, 30, 0.167927508566],
  ])("DERT of (%d, %d, 77.86) in the BTYD manual's example", (x, tx, reference) => {
    const params = { r: 0.5629966, alpha: 12.559037, s: 0.4081095, beta: 10.5148048 };
    const [dert] = paretoNbd.discountedExpectedPurchases(params, customer(x, tx, 77.86), 0.0027);
    expectRelative(dert, reference);
  });

  test("a zero-repeater of CLVTools' README, at its four printed digits", () => {
    const params = { r: 0.7866, alpha: 5.3349, s: 0.357, beta: 11.6152 };
    const nobody = customer(0, 0, 40);
    expect(paretoNbd.probabilityAlive(params, nobody)[0]).toBeCloseTo(0.357219843, 9);
    expect(paretoNbd.expectedPurchases(params, nobody, 39.85714)[0]).toBeCloseTo(0.221279654, 9);
    const dert = (rate: number) => paretoNbd.discountedExpectedPurchases(params, nobody, rate)[0];
    expect(dert(0.1)).toBeCloseTo(0.058495887, 9);
    expect(dert(Math.log(1.1))).toBeCloseTo(0.061225843, 9);
  });
});

describe("removable singularities", () => {
  const summary = customer(2, 30.43, 38.86);
  const answers = (params: paretoNbd.Params) => [
    paretoNbd.logLikelihood(params, summary),
    paretoNbd.probabilityAlive(params, summary)[0],
    paretoNbd.expectedPurchases(params, summary, 39)[0],
    paretoNbd.expectedPurchasesNew(params, 39),
    paretoNbd.discountedExpectedPurchases(params, summary, 0.01)[0],
  ];

  test.each([
    ["s = 1", { ...lifetimes, s: 1 }, { s: 1 + 1e-9 }, { s: 1 - 1e-9 }],
    ["α = β", { ...lifetimes, beta: 10.58 }, { beta: 10.58 + 1e-8 }, { beta: 10.58 - 1e-8 }],
  ])("%s lies on the curve of its neighbours", (_, at, above, below) => {
    const [middle, up, down] = [at, { ...at, ...above }, { ...at, ...below }].map(answers);
    middle.forEach((value, i) => {
      expect(value).toBeGreaterThan(Math.min(up[i], down[i]) - 1e-12);
      expectRelative(value, (up[i] + down[i]) / 2, 1e-12);
    });
  });

  test("a purchase at the very end leaves no doubt about being active", () => {
    expect(paretoNbd.probabilityAlive(lifetimes, customer(2, 38.86, 38.86))[0]).toBe(1);
    const [almost] = paretoNbd.probabilityAlive(lifetimes, customer(2, 38.86 - 1e-9, 38.86));
    expect(almost).toBeGreaterThan(1 - 1e-8);
  });

  test("swapping the roles of α and β does not change the method's accuracy", () => {
    // The same integral by Simpson's rule with 20,000 slices, as an independent check.
    const params = { r: 0.7, alpha: 3, s: 0.9, beta: 25 };
    const [x, tx, T] = [4, 12, 30];
    const { r, alpha, s, beta } = params;
    const density = (y: number) => s * (alpha + y) ** -(r + x) * (beta + y) ** -(s + 1);
    let dead = 0;
    const n = 20_000;
    for (let k = 0; k <= n; k++) {
      const weight = k === 0 || k === n ? 1 : k % 2 === 1 ? 4 : 2;
      dead += weight * density(tx + ((T - tx) * k) / n);
    }
    dead *= (T - tx) / n / 3;
    const active = (alpha + T) ** -(r + x) * (beta + T) ** -s;
    const factor = logRising(r, x) + r * Math.log(alpha) + s * Math.log(beta);
    const summaryOf = customer(x, tx, T);
    expectRelative(paretoNbd.probabilityAlive(params, summaryOf)[0], active / (active + dead));
    const logLikelihood = factor + Math.log(active + dead);
    expectRelative(paretoNbd.logLikelihood(params, summaryOf), logLikelihood, 1e-12);
  });
});

describe("invariants", () => {
  test("the probabilities of all counts add up to 1 and their mean to the expectation", () => {
    let [sum, mean] = [0, 0];
    for (let count = 0; count < 400; count++) {
      const p = paretoNbd.purchaseCountProbability(manual, 39, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 12);
    expectRelative(mean, paretoNbd.expectedPurchasesNew(manual, 39));
  });

  test("the conditional counts have the conditional expectation as their mean", () => {
    const summary = customer(4, 20, 30);
    let [sum, mean] = [0, 0];
    for (let count = 0; count < 300; count++) {
      const [p] = paretoNbd.conditionalCountProbability(manual, summary, 26, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 12);
    expectRelative(mean, paretoNbd.expectedPurchases(manual, summary, 26)[0]);
  });

  test("discounting over a horizon so long that it does not matter gives DERT", () => {
    const summary = customer(7, 35, 39);
    const [endless] = paretoNbd.discountedExpectedPurchases(manual, summary, 0.02);
    const [long] = paretoNbd.discountedExpectedPurchases(manual, summary, 0.02, 1e6);
    expectRelative(long, endless, 1e-12);
  });

  test("many customers with different times get what each gets alone", () => {
    // 500 different times per count are interpolated; single customers are computed.
    const n = 2000;
    const frequency = Float64Array.from({ length: n }, (_, i) => i % 4);
    const T = Float64Array.from({ length: n }, (_, i) => 20 + Math.sqrt(i));
    const recency = T.map((t, i) => (i % 4 === 0 ? 0 : t / (1 + (i % 7))));
    const together = paretoNbd.expectedPurchases(manual, { frequency, recency, T }, 39);
    for (let i = 0; i < n; i += 97) {
      const [alone] = paretoNbd.expectedPurchases(
        manual,
        customer(frequency[i], recency[i], T[i]),
        39,
      );
      expectRelative(together[i], alone, 1e-12);
    }
  });

  test.each([
    [100_000, 3650, 3650],
    [100_000, 1, 3650],
    [1000, 10, 100],
    [1, 1e-6, 1e-6],
    [0, 0, 0],
    [0, 0, 52_560_000],
    [3, 52_000_000, 52_560_000],
  ])("answers finitely for x = %d, t_x = %d, T = %d", (x, tx, T) => {
    const summary = customer(x, tx, T);
    const answers = [
      paretoNbd.logLikelihood(manual, summary),
      paretoNbd.probabilityAlive(manual, summary)[0],
      paretoNbd.expectedPurchases(manual, summary, 5200)[0],
      paretoNbd.discountedExpectedPurchases(manual, summary, 0.002)[0],
    ];
    for (const answer of answers) expect(Number.isFinite(answer)).toBe(true);
  });

  test("a very busy customer with β far above α does not overflow the series", () => {
    const params = { r: 0.0144, alpha: 10.17, s: 1, beta: 124.6 };
    const summary = customer(18_980, 0.0024, 0.0053);
    const [alive] = paretoNbd.probabilityAlive(params, summary);
    // By the trapezoidal rule with 30 digits.
    expectRelative(alive, 0.999043103017662);
  });

  test("a count far beyond what the horizon allows keeps its digits", () => {
    const params = {
      r: 0.09386627786064139,
      alpha: 3.041054457176014,
      s: 1.9425844268970054,
      beta: 64.79121988372964,
    };
    const p = paretoNbd.purchaseCountProbability(params, 1.1450069185227982, 80);
    // By adaptive quadrature with 30 digits.
    expectRelative(p, 1.588494215127674e-48, 1e-12);
  });

  test("undiscounted purchases without a horizon are finite for s > 1 only", () => {
    const summary = customer(0, 0, 10);
    expect(() => paretoNbd.discountedExpectedPurchases(manual, summary, 0)).toThrow(
      expect.objectContaining({ code: "INFINITE_EXPECTATION" }),
    );
    const params = { ...manual, s: 2.5 };
    const [ever] = paretoNbd.discountedExpectedPurchases(params, summary, 0);
    expectRelative(paretoNbd.expectedPurchases(params, summary, 1e12)[0], ever, 1e-10);
  });
});
