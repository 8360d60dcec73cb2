import { describe, expect, test } from "vitest";
import { bgNbd } from "./bg-nbd.ts";
import { createRandom } from "./numeric/random.ts";

/** Fader, Hardie & Lee (2005): maximum likelihood on the CDNOW sample, weeks. */
const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** A stated relative tolerance notices any wrong term of a derivative. */
function expectRelative(value: number, reference: number, tolerance: number): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe("fit", () => {
  const T = Float64Array.from({ length: 20_000 }, (_, i) => 20 + (i % 60));
  const { summary } = bgNbd.simulate(cdnow, T, { seed: 7 });
  const fitted = bgNbd.fit(summary);

  test("finds the parameters it was simulated from within three standard errors", () => {
    for (const name of ["r", "alpha", "a", "b"] as const) {
      const z = (fitted.params[name] - cdnow[name]) / fitted.standardErrors[name];
      expect(Math.abs(z)).toBeLessThan(3);
    }
  });

  test("ends where the likelihood is flat and curved downwards", () => {
    expect(fitted.gradient).toBeLessThan(1e-9);
    expect(fitted.curvature).toBeGreaterThan(0);
    expect(fitted.warnings).toEqual([]);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      for (const factor of [0.999, 1.001]) {
        const moved = { ...fitted.params, [name]: fitted.params[name] * factor };
        expect(bgNbd.logLikelihood(moved, summary)).toBeLessThan(fitted.logLikelihood);
      }
    }
  });

  test("reports standard errors that agree with differences of the log-likelihood", () => {
    const { r, alpha, a, b } = fitted.params;
    const names = ["r", "alpha", "a", "b"] as const;
    const values = [r, alpha, a, b];
    const at = (shift: number[]) =>
      bgNbd.logLikelihood(
        Object.fromEntries(names.map((n, i) => [n, values[i] * Math.exp(shift[i])])) as never,
        summary,
      );
    // Information from second differences times the reported covariance is the identity.
    const h = 1e-3;
    const unit = (i: number, s: number) => names.map((_, k) => (k === i ? s * h : 0));
    const both = (i: number, si: number, j: number, sj: number) =>
      unit(i, si).map((v, k) => v + unit(j, sj)[k]);
    const information = names.map((_, i) =>
      names.map(
        (_, j) =>
          -(
            at(both(i, 1, j, 1)) -
            at(both(i, 1, j, -1)) -
            at(both(i, -1, j, 1)) +
            at(both(i, -1, j, -1))
          ) /
          (4 * h * h),
      ),
    );
    information.forEach((row, i) => {
      names.forEach((_, j) => {
        const product = row.reduce((sum, v, k) => sum + v * fitted.covariance.values[k][j], 0);
        // Second differences carry a truncation error of order h² and rounding of 1e-5.
        expect(product).toBeCloseTo(i === j ? 1 : 0, 3);
      });
    });
  });

  test("is the same for weighted distinct rows, in another order and another time unit", () => {
    const reversed = {
      frequency: summary.frequency.toReversed(),
      recency: summary.recency.toReversed().map((t) => 7 * t),
      T: summary.T.toReversed().map((t) => 7 * t),
      weight: new Float64Array(summary.T.length).fill(2),
    };
    const daily = bgNbd.fit(reversed);
    expectRelative(daily.params.alpha, 7 * fitted.params.alpha, 1e-8);
    expectRelative(daily.params.a, fitted.params.a, 1e-8);
    expectRelative(daily.standardErrors.r, fitted.standardErrors.r / Math.SQRT2, 1e-8);
  });

  test("starts warm from earlier parameters and ends in the same place", () => {
    const warm = bgNbd.fit(summary, { start: { r: 0.3, alpha: 5, a: 0.7, b: 2 } });
    expectRelative(warm.logLikelihood, fitted.logLikelihood, 1e-13);
    expectRelative(warm.params.b, fitted.params.b, 1e-7);
  });

  test("is refused when it is cut short", () => {
    const cut = { start: { r: 3, alpha: 50, a: 4, b: 1 }, maxIterations: 1 };
    expect(() => bgNbd.fit(summary, cut)).toThrow(
      expect.objectContaining({
        code: "NOT_CONVERGED",
        details: expect.objectContaining({ reason: "ITERATIONS_EXHAUSTED" }),
      }),
    );
  });

  test("survives a round trip through JSON", () => {
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
  });
});

describe("data the model can hardly be told from", () => {
  const ages = Float64Array.from({ length: 3000 }, (_, i) => 50 + (i % 20));

  /** Customers who never leave and all buy at the rate drawn for them. */
  function loyal(rateOf: (random: ReturnType<typeof createRandom>) => number) {
    const random = createRandom(1);
    const frequency = new Float64Array(ages.length);
    const recency = new Float64Array(ages.length);
    ages.forEach((end, i) => {
      const rate = rateOf(random);
      for (let t = random.exponential() / rate; t < end; t += random.exponential() / rate) {
        frequency[i] += 1;
        recency[i] = t;
      }
    });
    return { frequency, recency, T: ages };
  }

  test("nobody leaves: a ridge is reported, and predictions are those of buying for ever", () => {
    const customers = loyal((random) => random.gamma(2) / 10);
    const { params, warnings } = bgNbd.fit(customers);
    expect(warnings.map(({ code }) => code)).toContain("FLAT_RIDGE");
    expectRelative(params.r / params.alpha, 0.2, 0.05);
    const [ahead] = bgNbd.expectedPurchases(
      params,
      { frequency: Float64Array.of(10), recency: Float64Array.of(49), T: Float64Array.of(50) },
      10,
    );
    // Under gamma-distributed rates and no leaving it is 10 (r + 10) / (alpha + 50).
    expectRelative(ahead, (10 * (params.r + 10)) / (params.alpha + 50), 1e-3);
  });

  test("all alike and nobody leaves: parameters run to their bounds and say so", () => {
    const { warnings, params } = bgNbd.fit(loyal(() => 0.2));
    expect(warnings.map(({ code }) => code)).toContain("PARAMETER_AT_BOUND");
    expectRelative(params.r / params.alpha, 0.2, 0.02);
  });

  test("a single customer gets the pace observed", () => {
    const one = {
      frequency: Float64Array.of(3),
      recency: Float64Array.of(20),
      T: Float64Array.of(30),
    };
    const { params, warnings } = bgNbd.fit(one);
    expect(warnings.map(({ code }) => code)).toContain("TOO_FEW_REPEATERS");
    expectRelative(bgNbd.expectedPurchases(params, one, 10)[0], 1, 1e-4);
  });
});
