import { describe, expect, test } from "vitest";
import { estimate, quantile, restrictedMean, survivalAt } from "./kaplan-meier.ts";
import type { Lifetimes } from "./lifetime-data.ts";
import { createRandom } from "./numeric/random.ts";

/** Weeks of remission on 6-MP, Freireich et al. (1963): the textbook example. */
const remission: Lifetimes = {
  duration: Float64Array.of(
    ...[6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  ),
  lost: Float64Array.of(...[1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]),
};

const refused = (code: string) => expect.objectContaining({ code });

describe("estimate", () => {
  const curve = estimate(remission);

  test("reproduces the curve of the 6-MP patients", () => {
    expect([...curve.time]).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect([...curve.atRisk]).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect([...curve.lost]).toEqual([3, 1, 1, 1, 1, 1, 1]);
    // Printed with four digits in every textbook.
    const printed = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    printed.forEach((share, i) => {
      expect(curve.survival[i]).toBeCloseTo(share, 4);
    });
  });

  test("has Greenwood's standard errors of the 6-MP patients", () => {
    const printed = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    printed.forEach((error, i) => {
      expect(curve.standardError[i]).toBeCloseTo(error, 4);
    });
  });

  test("has the log-log intervals of the 6-MP patients", () => {
    // Computed with 25 digits from the formula.
    const lower = [
      ...[0.61971796, 0.56314656, 0.50319951, 0.43161022, 0.36751086, 0.26777894, 0.18805201],
    ];
    const upper = [
      ...[0.95155175, 0.92280902, 0.88936184, 0.84906596, 0.80491219, 0.74679072, 0.68014263],
    ];
    lower.forEach((end, i) => {
      expect(curve.lower[i]).toBeCloseTo(end, 8);
      expect(curve.upper[i]).toBeCloseTo(upper[i], 8);
    });
  });

  test("without censoring is the share of longer lifetimes", () => {
    const all = estimate({
      duration: Float64Array.of(3, 1, 2, 2),
      lost: Float64Array.of(1, 1, 1, 1),
    });
    expect([...all.survival]).toEqual([0.75, 0.25, 0]);
    // Greenwood's is then the binomial standard error.
    expect(all.standardError[0]).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 4), 15);
  });

  test("where nobody is left has no error and an interval that starts at 0", () => {
    const all = estimate({ duration: Float64Array.of(1, 2), lost: Float64Array.of(1, 1) });
    expect([all.standardError[1], all.lower[1], all.upper[1]]).toEqual([0, 0, all.upper[0]]);
  });

  test("counts a row of weight 3 as three customers, in any order", () => {
    const weighted = estimate({
      duration: Float64Array.of(5, 2, 9),
      lost: Float64Array.of(0, 1, 1),
      weight: Float64Array.of(2, 3, 0),
    });
    const spread = estimate({
      duration: Float64Array.of(2, 5, 2, 5, 2),
      lost: Float64Array.of(1, 0, 1, 0, 1),
    });
    expect(weighted).toEqual(spread);
  });

  test("is flat where nobody left", () => {
    const curve = estimate({ duration: Float64Array.of(4, 7), lost: Float64Array.of(0, 0) });
    expect(curve.time.length).toBe(0);
    expect([...survivalAt(curve, Float64Array.of(0, 7))]).toEqual([1, 1]);
    expect(quantile(curve)).toEqual({ estimate: null, lower: null, upper: null });
    expect(restrictedMean(curve, 7)).toMatchObject({ estimate: 7, standardError: 0 });
  });

  test("covers the true share about as often as it says", () => {
    let covered = 0;
    for (let seed = 0; seed < 400; seed++) {
      const random = createRandom(seed);
      const lifetimes = Array.from({ length: 120 }, () => random.exponential());
      const seen = Array.from({ length: 120 }, () => 2.5 * random.uniform());
      const curve = estimate({
        duration: Float64Array.from(lifetimes, (t, i) => Math.min(t, seen[i])),
        lost: Float64Array.from(lifetimes, (t, i) => (t <= seen[i] ? 1 : 0)),
      });
      const step = curve.time.findLastIndex((t) => t <= 1);
      if (curve.lower[step] <= Math.exp(-1) && Math.exp(-1) <= curve.upper[step]) covered++;
    }
    // 380 of 400 are 95 %; four standard errors are 17.
    expect(Math.abs(covered - 380)).toBeLessThan(18);
  });
});

describe("survivalAt", () => {
  const curve = estimate(remission);

  test("is 1 before the first loss and drops at the loss itself", () => {
    const [start, before, at, later] = survivalAt(curve, Float64Array.of(0, 5.99, 6, 6.5));
    expect([start, before]).toEqual([1, 1]);
    expect(at).toBeCloseTo(18 / 21, 15);
    expect(later).toBe(at);
  });

  test("refuses times beyond what was seen, but not where all have left", () => {
    expect(survivalAt(curve, Float64Array.of(35))[0]).toBeCloseTo(0.4482, 4);
    expect(() => survivalAt(curve, Float64Array.of(1, 36))).toThrow(
      expect.objectContaining({
        code: "VALUE_OUT_OF_RANGE",
        details: { row: 1, value: 36, longest: 35 },
      }),
    );
    const over = estimate({ duration: Float64Array.of(1, 2), lost: Float64Array.of(1, 1) });
    expect(survivalAt(over, Float64Array.of(99))[0]).toBe(0);
  });
});

describe("quantile", () => {
  test("gives the median of the 6-MP patients, 23 weeks, from 13 weeks without upper end", () => {
    expect(quantile(estimate(remission))).toEqual({ estimate: 23, lower: 13, upper: null });
  });

  test("meets a median that lies on a step exactly", () => {
    const ten = Float64Array.from({ length: 10 }, (_, i) => i + 1);
    expect(quantile(estimate({ duration: ten, lost: ten.map(() => 1) })).estimate).toBe(5);
  });
});

describe("restrictedMean", () => {
  test("reproduces the 6-MP patients' mean up to 35 weeks", () => {
    const curve = estimate(remission);
    const { estimate: mean, standardError } = restrictedMean(curve, 35);
    // The steps added forwards, and the variance from its definition.
    const ends = [...curve.time, 35];
    const area = (from: number) =>
      curve.survival.reduce((sum, s, i) => sum + (i >= from ? s * (ends[i + 1] - ends[i]) : 0), 0);
    expect(mean).toBeCloseTo(6 + area(0), 13);
    const variance = curve.lost.reduce(
      (sum, d, i) => sum + (area(i) ** 2 * d) / (curve.atRisk[i] * (curve.atRisk[i] - d)),
      0,
    );
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 13);
  });

  test("is the plain mean where all have left", () => {
    const duration = Float64Array.of(1, 4, 4, 7);
    const curve = estimate({ duration, lost: duration.map(() => 1) });
    expect(restrictedMean(curve, 20).estimate).toBeCloseTo(4, 14);
    expect(restrictedMean(curve, 4).estimate).toBeCloseTo((1 + 4 + 4 + 4) / 4, 14);
  });

  test("refuses a horizon beyond what was seen", () => {
    expect(() => restrictedMean(estimate(remission), 36)).toThrow(refused("ARGUMENT_OUT_OF_RANGE"));
  });
});

test("refuses no customers, a loss of 2, a time below 0, and a level of 95", () => {
  const one = (duration: number, lost: number) => ({
    duration: Float64Array.of(duration),
    lost: Float64Array.of(lost),
  });
  expect(() => estimate({ ...one(1, 1), weight: Float64Array.of(0) })).toThrow(
    refused("TOO_LITTLE_DATA"),
  );
  expect(() => estimate(one(1, 2))).toThrow(refused("VALUE_OUT_OF_RANGE"));
  expect(() => estimate(one(-1, 1))).toThrow(refused("VALUE_OUT_OF_RANGE"));
  expect(() => estimate(one(1, 1), 95)).toThrow(refused("ARGUMENT_OUT_OF_RANGE"));
});
