import { describe, expect, test } from "vitest";
import {
  conditionalCountProbability,
  discountedExpectedPurchases,
  expectedPurchases,
  expectedPurchasesNew,
  fit,
  logLikelihood,
  probabilityAlive,
  purchaseCountProbability,
  simulate,
} from "./bg-bb.ts";
import type { CustomerSummary } from "./customer-summary.ts";

const relative = (x: number, y: number) => Math.abs(x / y - 1);

const customer = (x: number, tx: number, n: number): CustomerSummary => ({
  frequency: Float64Array.of(x),
  recency: Float64Array.of(tx),
  T: Float64Array.of(n),
});

/** Fader, Hardie & Shang (2010), Table 2: donors by gifts, year of the last gift, of 6 years. */
const donations = (() => {
  const rows = [
    ...[6, 6, 1203, 5, 6, 728, 4, 6, 512, 3, 6, 357, 2, 6, 234, 1, 6, 129],
    ...[5, 5, 335, 4, 5, 284, 3, 5, 225, 2, 5, 173, 1, 5, 119, 4, 4, 240, 3, 4, 181],
    ...[2, 4, 155, 1, 4, 78, 3, 3, 322, 2, 3, 255, 1, 3, 129, 2, 2, 613, 1, 2, 277],
    ...[1, 1, 1091, 0, 0, 3464],
  ];
  const every = (k: number) => Float64Array.from(rows.filter((_, i) => i % 3 === k));
  return {
    frequency: every(0),
    recency: every(1),
    T: new Float64Array(22).fill(6),
    weight: every(2),
  };
})();

/** The optimum, computed with 25 digits; the paper prints 1.204, .750, .657, 2.783. */
const optimum = {
  alpha: 1.2035223516,
  beta: 0.749716358173,
  gamma: 0.656718208442,
  delta: 2.78344223258,
};

/** The parameters printed in the BTYD vignette, 5.2. */
const vignette = { alpha: 1.203528, beta: 0.749726, gamma: 0.6567808, delta: 2.783796 };

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
