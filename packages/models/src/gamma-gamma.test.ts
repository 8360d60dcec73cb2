import { describe, expect, test } from "vitest";
import * as gammaGamma from "./gamma-gamma.ts";
import { createRandom } from "./numeric/random.ts";
import type { SpendSummary } from "./spend-summary.ts";

/** Fader & Hardie (2013) on the repeat buyers of the CDNOW sample. */
const cdnow = { p: 6.25, q: 3.74, v: 15.44 };

function spend(frequency: number[], monetaryValue: number[]): SpendSummary {
  return {
    frequency: Float64Array.from(frequency),
    monetaryValue: Float64Array.from(monetaryValue),
  };
}

/** Buyers drawn from the model: ν ~ Gamma(q, v), mean of x draws ~ Gamma(px, νx). */
function simulate({ p, q, v }: gammaGamma.Params, counts: number[], seed: number): SpendSummary {
  const random = createRandom(seed);
  const means = counts.map((x) => (random.gamma(p * x) * v) / (random.gamma(q) * x));
  return spend(counts, means);
}

describe("published numbers", () => {
  test("the population's mean and four customers of Fader & Hardie's note", () => {
    expect(gammaGamma.populationMean(cdnow)).toBeCloseTo(35.2189781021898, 12);
    const expected = gammaGamma.expectedSpend(
      cdnow,
      spend([2, 1, 7, 2], [22.35, 11.77, 73.74, 25.55]),
    );
    // The reference is printed with six decimals.
    [24.663714, 18.916852, 71.469671, 27.288386].forEach((reference, i) => {
      expect(expected[i]).toBeCloseTo(reference, 6);
    });
  });

  test("density and expectation of the BTYD manual's example", () => {
    const params = { p: 6, q: 4, v: 16 };
    const one = spend([3], [35]);
    expect(gammaGamma.meanDensity(params, one)[0]).toBeCloseTo(0.0162804074071572, 15);
    expect(gammaGamma.expectedSpend(params, one)[0]).toBeCloseTo(34.5714285714286, 12);
    expect(gammaGamma.logLikelihood(params, one)).toBeCloseTo(Math.log(0.0162804074071572), 13);
  });
});

describe("invariants", () => {
  test("a customer without purchases gets the population's mean", () => {
    const [expected] = gammaGamma.expectedSpend(cdnow, spend([0], [0]));
    expect(expected).toBeCloseTo(gammaGamma.populationMean(cdnow), 12);
  });

  test("another currency changes nothing but v", () => {
    const data = simulate(
      cdnow,
      Array.from({ length: 3000 }, (_, i) => 1 + (i % 9)),
      3,
    );
    const cents = { ...data, monetaryValue: data.monetaryValue.map((m) => 100 * m) };
    const [euros, inCents] = [gammaGamma.fit(data), gammaGamma.fit(cents)];
    expect(inCents.params.v / euros.params.v).toBeCloseTo(100, 6);
    expect(inCents.params.q).toBeCloseTo(euros.params.q, 8);
  });

  test("the density integrates to 1", () => {
    // Trapezoidal rule in ln m, from e⁻¹⁰ to e¹⁵: its error is below 1e-12 here.
    let sum = 0;
    const step = 0.02;
    for (let y = -10; y <= 15; y += step) {
      const m = Math.exp(y);
      sum += step * m * gammaGamma.meanDensity(cdnow, spend([4], [m]))[0];
    }
    expect(sum).toBeCloseTo(1, 10);
  });
});

describe("fit", () => {
  const counts = Array.from({ length: 20_000 }, (_, i) => 1 + (i % 12));
  const data = simulate(cdnow, counts, 17);

  test("finds the parameters it was simulated from within three standard errors", () => {
    const { params, standardErrors, gradient, warnings } = gammaGamma.fit(data);
    expect(gradient).toBeLessThan(1e-9);
    expect(warnings).toEqual([]);
    for (const name of ["p", "q", "v"] as const) {
      expect(Math.abs(params[name] - cdnow[name]) / standardErrors[name]).toBeLessThan(3);
    }
  });

  test("leaves out customers without purchases", () => {
    const padded = spend([...data.frequency, 0, 0], [...data.monetaryValue, 0, 12]);
    expect(gammaGamma.fit(padded)).toEqual(gammaGamma.fit(data));
  });

  test("warns when spend moves with frequency", () => {
    const rising = {
      ...data,
      monetaryValue: data.monetaryValue.map((m, i) => m * data.frequency[i]),
    };
    const codes = gammaGamma.fit(rising).warnings.map(({ code }) => code);
    expect(codes).toContain("SPEND_DEPENDS_ON_FREQUENCY");
  });
});

describe("refusals", () => {
  test("equal means, a single buyer and a mean of zero", () => {
    const code = (value: string) => expect.objectContaining({ code: value });
    expect(() => gammaGamma.fit(spend([1, 2, 3], [20, 20, 20]))).toThrow(code("MODEL_REFUSED"));
    expect(() => gammaGamma.fit(spend([1, 0], [20, 0]))).toThrow(code("TOO_LITTLE_DATA"));
    expect(() => gammaGamma.fit(spend([1, 2], [20, 0]))).toThrow(code("VALUE_OUT_OF_RANGE"));
    expect(() => gammaGamma.populationMean({ ...cdnow, q: 0.9 })).toThrow(
      code("PARAMETER_OUT_OF_RANGE"),
    );
  });
});
