import { describe, expect, test } from "vitest";
import { bgNbd } from "./bg-nbd.ts";
import type { CustomerSummary } from "./customer-summary.ts";

/** Fader, Hardie & Lee (2005): maximum likelihood on the CDNOW sample, weeks. */
const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
/** The BTYD vignette's estimates on the same data. */
const vignette = { r: 0.2425967, alpha: 4.413659, a: 0.7929869, b: 2.426164 };

function customer(frequency: number, recency: number, T: number): CustomerSummary {
  return {
    frequency: Float64Array.of(frequency),
    recency: Float64Array.of(recency),
    T: Float64Array.of(T),
  };
}

/** Published values were recomputed with 25 digits, so 1e-10 relative notices any wrong term. */
function expectRelative(value: number, reference: number, tolerance = 1e-10): void {
  expect(Math.abs(value / reference - 1)).toBeLessThan(tolerance);
}

describe("published numbers", () => {
  test.each([
    [2, 10, 1.07868964036915e-7],
    [39, 0, 0.573786352096009],
  ])("P(X(%d) = %d) agrees with lifetimes' tests", (t, count, reference) => {
    expectRelative(bgNbd.purchaseCountProbability(cdnow, t, count), reference);
  });

  test("P(X(30) = 11…20) agrees with the BTYD manual to its ten decimals", () => {
    const manual = [
      0.0019995214, 0.001517023, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902,
      0.0004361913, 0.0003467171, 0.0002769613, 0.000222226,
    ];
    manual.forEach((reference, k) => {
      expect(bgNbd.purchaseCountProbability(cdnow, 30, 11 + k)).toBeCloseTo(reference, 8);
    });
  });

  test.each([
    [0.1429, 0.00782834751607],
    [1, 0.0532678911717],
    [2, 0.103389739756],
    [3, 0.150865230893],
    [31.8571, 1.04199606085],
    [32, 1.04524332837],
    [52, 1.4460505954],
    [78, 1.86051905794],
  ])("a new customer makes the expected purchases within %d weeks", (t, reference) => {
    expectRelative(bgNbd.expectedPurchasesNew(cdnow, t), reference);
  });

  test("expects 1.226 purchases in the worked example of Fader & Hardie's Excel note", () => {
    const [purchases] = bgNbd.expectedPurchases(cdnow, customer(2, 30.43, 38.86), 39);
    expectRelative(purchases, 1.22602817476714);
  });

  test("expects what the BTYD manual's example expects", () => {
    expectRelative(bgNbd.expectedPurchases(cdnow, customer(10, 35, 39), 2)[0], 0.39156920709112);
  });

  test.each([
    [23, 39, 39, 0.968555454221024],
    [5, 30, 39, 0.705626847158],
    [10, 30, 39, 0.571551734243],
    [15, 30, 39, 0.37509189289],
    [20, 30, 39, 0.196820444467],
  ])("P(alive | %d, %d, %d) agrees with the paper's formula", (x, tx, T, reference) => {
    expectRelative(bgNbd.probabilityAlive(cdnow, customer(x, tx, T))[0], reference);
  });

  test("agrees with section 4.3 of the BTYD vignette", () => {
    const busy = customer(26, 216 / 7, 31);
    expectRelative(bgNbd.expectedPurchasesNew(vignette, 52), 1.44400415654016);
    expectRelative(bgNbd.expectedPurchases(vignette, busy, 52)[0], 25.7565858906761);
    expectRelative(bgNbd.probabilityAlive(vignette, busy)[0], 0.968852260145014);
  });

  test.each([
    [0.25, 4, 0.8, 2.5, 0, 0, 40, -0.599473818199593],
    [0.25, 4, 0.8, 2.5, 200, 38, 40, 100.795693092706],
    [0.5, 6, 1.2, 3.3, 3, 4, 6, -7.57638187669657],
  ])("ln L of one customer under (%d, %d, %d, %d)", (r, alpha, a, b, x, tx, T, reference) => {
    expectRelative(bgNbd.logLikelihood({ r, alpha, a, b }, customer(x, tx, T)), reference);
  });

  test("has no gap at a = 1, where the published form divides 0 by 0", () => {
    const params = { r: 0.243, alpha: 4.414, a: 1, b: 2.426 };
    const [purchases] = bgNbd.expectedPurchases(params, customer(2, 30.43, 38.86), 39);
    expectRelative(purchases, 1.10213678603996);
    expectRelative(bgNbd.expectedPurchasesNew(params, 52), 1.28998825248407);
  });

  test("has no gap where the published form takes the logarithm of a negative ₂F₁", () => {
    const params = { r: 0.11, alpha: 2.24, a: 0.31, b: 0.5 };
    const [purchases] = bgNbd.expectedPurchases(params, customer(0, 0, 1), 30);
    expectRelative(purchases, 0.564588615532785);
  });
});

describe("invariants", () => {
  test("customers who never came back are active for sure", () => {
    expect(bgNbd.probabilityAlive(cdnow, customer(0, 0, 38.9))[0]).toBe(1);
  });

  test("the probabilities of all counts add up to 1 and their mean to the expectation", () => {
    let sum = 0;
    let mean = 0;
    // The tail beyond 400 purchases holds less than 1e-12.
    for (let count = 0; count < 400; count++) {
      const p = bgNbd.purchaseCountProbability(cdnow, 39, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 11);
    expectRelative(mean, bgNbd.expectedPurchasesNew(cdnow, 39), 1e-9);
  });

  test("the conditional counts have the conditional expectation as their mean", () => {
    const summary = customer(4, 20, 30);
    let sum = 0;
    let mean = 0;
    for (let count = 0; count < 300; count++) {
      const [p] = bgNbd.conditionalCountProbability(cdnow, summary, 26, count);
      sum += p;
      mean += count * p;
    }
    expect(sum).toBeCloseTo(1, 11);
    expectRelative(mean, bgNbd.expectedPurchases(cdnow, summary, 26)[0], 1e-9);
  });

  test("a changed time unit changes nothing but the unit", () => {
    const minutes = 7 * 24 * 60;
    const params = { ...cdnow, alpha: cdnow.alpha * minutes };
    const summary = customer(2, 30.43 * minutes, 38.86 * minutes);
    const [purchases] = bgNbd.expectedPurchases(params, summary, 39 * minutes);
    expectRelative(purchases, 1.22602817476714);
  });

  test("weights count customers", () => {
    const twice = { ...customer(2, 30, 39), weight: Float64Array.of(2.5) };
    expectRelative(
      bgNbd.logLikelihood(cdnow, twice),
      2.5 * bgNbd.logLikelihood(cdnow, customer(2, 30, 39)),
      1e-14,
    );
  });

  test.each([
    [{ r: 0.0390678, alpha: 98.5354, a: 17.719, b: 113.816 }, 0.000213641, 8.47054215367585e-8],
    [{ r: 2403.47, alpha: 308.767, a: 1.31799, b: 229.909 }, 7.12871, 48.067209527634525],
    [{ r: 0.339437, alpha: 462.787, a: 15.0816, b: 0.903512 }, 1493.9, 0.4009368313903124],
    [{ r: 0.0144167, alpha: 7.28602, a: 37.4212, b: 26.5488 }, 12826.4, 0.16418001205448746],
    [{ r: 0.536583, alpha: 8.4115, a: 11.0354, b: 0.444758 }, 59689.2, 1.0351287673169012],
  ])(
    "purchases of a new customer under %o within %d, summed or integrated",
    (params, t, reference) => {
      // References: the integral over p with 30 digits.
      expectRelative(bgNbd.expectedPurchasesNew(params, t), reference, 1e-12);
    },
  );

  test.each([0, 1, 30, 5000])("discounting at rate 0 over %d weeks is no discounting", (t) => {
    const summary = customer(2, 30.43, 38.86);
    expect(bgNbd.discountedExpectedPurchases(cdnow, summary, 0, t)[0]).toBe(
      bgNbd.expectedPurchases(cdnow, summary, t)[0],
    );
  });

  test("a hardly noticeable rate approaches the undiscounted value", () => {
    const summary = customer(2, 30.43, 38.86);
    const [discounted] = bgNbd.discountedExpectedPurchases(cdnow, summary, 1e-13, 39);
    expectRelative(discounted, 1.22602817476714, 1e-10);
  });

  test("discounting equals the sum over fine slices of the expectation", () => {
    const summary = customer(7, 35, 39);
    const rate = 0.05;
    const at = (t: number) => bgNbd.expectedPurchases(cdnow, summary, t)[0];
    // Integration by parts: e^(−δh) E(h) + δ ∫ e^(−δt) E(t) dt, by Simpson's rule with 4000 slices.
    const h = 60;
    const n = 4000;
    let integral = 0;
    for (let k = 0; k <= n; k++) {
      const weight = k === 0 || k === n ? 1 : k % 2 === 1 ? 4 : 2;
      const t = (h * k) / n;
      integral += weight * Math.exp(-rate * t) * at(t);
    }
    integral *= h / n / 3;
    const reference = Math.exp(-rate * h) * at(h) + rate * integral;
    const [discounted] = bgNbd.discountedExpectedPurchases(cdnow, summary, rate, h);
    expectRelative(discounted, reference, 1e-10);
  });

  test.each([
    [100_000, 3650, 3650],
    [100_000, 1, 3650],
    [1, 1e-6, 1e-6],
    [0, 0, 0],
    [3, 52_000_000, 52_560_000],
  ])("answers finitely for x = %d, t_x = %d, T = %d", (x, tx, T) => {
    const summary = customer(x, tx, T);
    const answers = [
      bgNbd.logLikelihood(cdnow, summary),
      bgNbd.probabilityAlive(cdnow, summary)[0],
      bgNbd.expectedPurchases(cdnow, summary, 5200)[0],
      bgNbd.discountedExpectedPurchases(cdnow, summary, 0.002)[0],
    ];
    for (const answer of answers) expect(Number.isFinite(answer)).toBe(true);
  });
});

describe("refusals", () => {
  test("a recency beyond T names the row", () => {
    expect(() => bgNbd.probabilityAlive(cdnow, customer(1, 9, 8))).toThrow(
      expect.objectContaining({ code: "RECENCY_EXCEEDS_T", details: { row: 0, value: 9 } }),
    );
  });

  test.each([
    [{ r: 0, alpha: 1, a: 1, b: 1 }, "PARAMETER_OUT_OF_RANGE"],
    [{ r: 1, alpha: Number.NaN, a: 1, b: 1 }, "PARAMETER_OUT_OF_RANGE"],
  ])("parameters %o are refused", (params, code) => {
    expect(() => bgNbd.expectedPurchasesNew(params, 1)).toThrow(expect.objectContaining({ code }));
  });

  test("a negative horizon and a fractional count are refused", () => {
    const refused = expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" });
    expect(() => bgNbd.expectedPurchasesNew(cdnow, -1)).toThrow(refused);
    expect(() => bgNbd.purchaseCountProbability(cdnow, 1, 0.5)).toThrow(refused);
    expect(() => bgNbd.discountedExpectedPurchases(cdnow, customer(0, 0, 1), -0.1)).toThrow(
      refused,
    );
  });

  test("undiscounted purchases without a horizon are infinite for a ≤ 1", () => {
    expect(() => bgNbd.discountedExpectedPurchases(cdnow, customer(0, 0, 1), 0)).toThrow(
      expect.objectContaining({ code: "INFINITE_EXPECTATION" }),
    );
  });

  test("customers who all bought once cannot be fitted", () => {
    const summary = {
      frequency: new Float64Array(50),
      recency: new Float64Array(50),
      T: new Float64Array(50).fill(20),
    };
    expect(() => bgNbd.fit(summary)).toThrow(expect.objectContaining({ code: "TOO_LITTLE_DATA" }));
  });
});
