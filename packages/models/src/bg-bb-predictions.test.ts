import { describe, expect, test } from "vitest";
import { customer, donations, optimum, vignette } from "../test/donors.ts";
import { relative } from "../test/relative.ts";
import {
  conditionalCountProbability,
  discountedExpectedPurchases,
  expectedPurchases,
  expectedPurchasesNew,
  logLikelihood,
  probabilityAlive,
  purchaseCountProbability,
  simulate,
} from "./bg-bb.ts";

describe("predictions for a customer", () => {
  const params = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };

  test("match values computed with 25 digits for x = 3, t_x = 4, n = 6", () => {
    const one = customer(3, 4, 6);
    expect(relative(probabilityAlive(params, one)[0], 0.438343854584901)).toBeLessThan(1e-13);
    expect(relative(expectedPurchases(params, one, 10)[0], 1.84081270241898)).toBeLessThan(1e-13);
    expect(
      relative(discountedExpectedPurchases(params, one, 0.1)[0], 1.62137918584262),
    ).toBeLessThan(1e-12);
  });

  // Fader, Hardie & Shang (2010), Table 6 prints .11, .59 and .93.
  test.each([
    [0, 0, 0.1081334654],
    [2, 4, 0.5896448329],
    [6, 6, 0.9304300136],
  ])("P(alive in 2002) after %i gifts, the last in year %i", (x, tx, expected) => {
    // Of the parameters printed with seven digits; the reference gives ten.
    expect(relative(probabilityAlive(vignette, customer(x, tx, 6))[0], expected)).toBeLessThan(
      5e-10,
    );
  });

  test("expect the purchases of the BTYD vignette, donors A and B, ten years ahead", () => {
    const [a] = expectedPurchases(vignette, customer(0, 0, 6), 10);
    const [b] = expectedPurchases(vignette, customer(4, 5, 6), 10);
    // Printed there as .1302169 and 3.627858.
    expect(relative(a, 0.130216867839318)).toBeLessThan(1e-12);
    expect(relative(b, 3.62785811390298)).toBeLessThan(1e-12);
  });

  test("add up to 12,884.2 gifts in 1 to 5 years, as lifetimes' test expects", () => {
    const expected = expectedPurchases(optimum, donations, 5);
    const total = expected.reduce((sum, value, i) => sum + value * donations.weight[i], 0);
    expect(total).toBeCloseTo(12_884.2, 0);
  });

  test("do not depend on weights, also of zero", () => {
    const weight = new Float64Array(22);
    expect(expectedPurchases(optimum, { ...donations, weight }, 5)).toEqual(
      expectedPurchases(optimum, donations, 5),
    );
  });

  test("are the mean of the conditional counts, whose probabilities add up to 1", () => {
    for (const one of [customer(3, 4, 6), customer(0, 0, 6), customer(6, 6, 6)]) {
      const counts = Array.from(
        { length: 11 },
        (_, count) => conditionalCountProbability(params, one, 10, count)[0],
      );
      expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
      const mean = counts.reduce((sum, p, count) => sum + p * count, 0);
      expect(mean).toBeCloseTo(expectedPurchases(params, one, 10)[0], 13);
      expect(conditionalCountProbability(params, one, 10, 11)[0]).toBe(0);
    }
  });

  test("hold on average for simulated customers", () => {
    const T = new Float64Array(40_000).fill(9);
    const { summary, ahead } = simulate(vignette, T, { seed: 12, horizon: 6 });
    const expected = expectedPurchases(vignette, summary, 6);
    // By recency, so that a wrong weight on leaving shows; standard errors from the outcomes.
    for (let tx = 0; tx <= 9; tx++) {
      const rows = [...summary.recency.keys()].filter((i) => summary.recency[i] === tx);
      const mean = (column: Float64Array) =>
        rows.reduce((sum, i) => sum + column[i], 0) / rows.length;
      const variance = mean(ahead.map((count) => count ** 2)) - mean(ahead) ** 2;
      const error = Math.sqrt(variance / rows.length);
      expect(Math.abs(mean(ahead) - mean(expected))).toBeLessThan(4 * error);
    }
  });
});

describe("predictions for a new customer", () => {
  test("expect the totals of Hardie's spreadsheet, 1 to 11 opportunities ahead", () => {
    const printed = [
      ...[0.4985, 0.9233, 1.2969, 1.6323, 1.9381, 2.2202],
      ...[2.4826, 2.7285, 2.9603, 3.1798, 3.3887],
    ];
    printed.forEach((value, i) => {
      // Four decimals of unrounded parameters, which agree with the vignette's to 1e-4.
      expect(Math.abs(expectedPurchasesNew(vignette, i + 1) - value)).toBeLessThan(1.5e-4);
    });
    expect(relative(expectedPurchasesNew(vignette, 10), 3.17980591072545)).toBeLessThan(1e-13);
    expect(expectedPurchasesNew(vignette, 0)).toBe(0);
  });

  test("expect 3,454.9 donors without and 1,253.1 with six gifts in six years", () => {
    expect(11_104 * purchaseCountProbability(optimum, 6, 0)).toBeCloseTo(3454.9, 1);
    expect(11_104 * purchaseCountProbability(optimum, 6, 6)).toBeCloseTo(1253.1, 1);
  });

  test("count with probabilities that add up to 1 and have the expected mean", () => {
    const counts = Array.from({ length: 53 }, (_, k) => purchaseCountProbability(vignette, 52, k));
    expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
    expect(counts.reduce((sum, p, k) => sum + p * k, 0)).toBeCloseTo(
      expectedPurchasesNew(vignette, 52),
      11,
    );
  });
});

describe("discountedExpectedPurchases", () => {
  const one = customer(4, 5, 6);

  test("without rate and with horizon are the expected purchases", () => {
    expect(discountedExpectedPurchases(vignette, one, 0, 10)).toEqual(
      expectedPurchases(vignette, one, 10),
    );
  });

  test("with horizon are what each opportunity adds, discounted", () => {
    let sum = 0;
    for (let k = 1; k <= 12; k++) {
      const [to, before] = [k, k - 1].map((h) => expectedPurchases(vignette, one, h)[0]);
      sum += (to - before) / 1.05 ** k;
    }
    expect(relative(discountedExpectedPurchases(vignette, one, 0.05, 12)[0], sum)).toBeLessThan(
      1e-12,
    );
  });

  test("without both are finite for gamma above 1 and refused for gamma up to 1", () => {
    const leaving = { ...vignette, gamma: 1.5 };
    // Σ S(k) = (delta + n) / (gamma − 1), times P(active at n), times the mean of p.
    const active = probabilityAlive(leaving, one)[0] * ((1.5 + 2.783796 + 6) / (2.783796 + 6));
    const expected = (active * (1.203528 + 4) * (2.783796 + 6)) / (1.203528 + 0.749726 + 6) / 0.5;
    expect(relative(discountedExpectedPurchases(leaving, one, 0)[0], expected)).toBeLessThan(1e-12);
    expect(() => discountedExpectedPurchases(vignette, one, 0)).toThrow(
      expect.objectContaining({ code: "INFINITE_EXPECTATION" }),
    );
  });
});

describe("extreme customers and parameters", () => {
  test("a thousand opportunities, all or none taken, stay numbers", () => {
    for (const one of [customer(1000, 1000, 1000), customer(1, 1, 1000), customer(0, 0, 1000)]) {
      const [alive] = probabilityAlive(vignette, one);
      expect(alive).toBeGreaterThan(0);
      expect(alive).toBeLessThan(1);
      expect(Number.isFinite(logLikelihood(vignette, one))).toBe(true);
    }
  });

  test("parameters of 1e-6 and 1e6 give probabilities", () => {
    for (const alpha of [1e-6, 1e6]) {
      for (const gamma of [1e-6, 1e6]) {
        const params = { alpha, beta: 1, gamma, delta: 1 };
        const [alive] = probabilityAlive(params, customer(2, 3, 8));
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
      }
    }
  });

  test("a customer who bought at the last opportunity may only have left since", () => {
    const [alive] = probabilityAlive(vignette, customer(3, 6, 6));
    expect(alive).toBeCloseTo((2.783796 + 6) / (0.6567808 + 2.783796 + 6), 14);
  });

  test("of a customer with no opportunity yet nothing is known but the population", () => {
    expect(expectedPurchases(vignette, customer(0, 0, 0), 5)[0]).toBeCloseTo(
      expectedPurchasesNew(vignette, 5),
      14,
    );
  });
});
