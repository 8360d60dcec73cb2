import { describe, expect, test } from "vitest";
import { decileCalibration, evaluate } from "./evaluate.ts";
import { bias, mae, poissonDeviance, rmse } from "./losses.ts";
import { captureShare, normalisedGini, spearman } from "./ranking.ts";

const column = (...values: number[]) => Float64Array.of(...values);

/** Ten customers, worked by hand below. */
const actual = column(0, 4, 0, 1, 0, 0, 10, 0, 5, 0);
const predicted = column(1, 3, 1, 2, 0, 0, 6, 0, 2, 1);

describe("evaluate", () => {
  test("gives the errors worked by hand", () => {
    // Errors 1 -1 1 1 0 0 -4 0 -3 1: absolute 12, squared 30; totals 16 and 20.
    const result = evaluate(predicted, actual);
    expect(result.mae).toBeCloseTo(1.2, 15);
    expect(result.rmse).toBeCloseTo(Math.sqrt(3), 15);
    expect(result.bias).toBeCloseTo(0.8, 15);
    expect(result.customers).toBe(10);
  });

  test("gives the deviance worked by hand, with zeros raised to 5 % of the mean", () => {
    // Mean 2, so the floor is 0.1. Zero outcomes cost 2 μ: three with μ = 1, three with μ = 0.1.
    const zeros = 3 * 2 + 3 * 0.2;
    const buyers =
      2 * (4 * Math.log(4 / 3) - 1) +
      2 * (1 * Math.log(1 / 2) + 1) +
      2 * (10 * Math.log(10 / 6) - 4) +
      2 * (5 * Math.log(5 / 2) - 3);
    expect(evaluate(predicted, actual).poissonDeviance).toBeCloseTo((zeros + buyers) / 10, 14);
  });

  test("gives the share of the top tenth and fifth worked by hand, sharing the tie at 2", () => {
    // The top is 6 (who brought 10), then 3 (who brought 4).
    const result = evaluate(predicted, actual);
    expect(result.top10).toBeCloseTo(10 / 20, 15);
    expect(result.top20).toBeCloseTo(14 / 20, 15);
  });

  test("gives the Gini worked by hand, with straight lines through ties", () => {
    // Curve from the top in tenths: 10 14 | 17 20 (tie at 2) | 20 … Area by trapezoids, of 20:
    const area = 5 + 12 + 15.5 + 18.5 + 6 * 20;
    // Best order 10 5 4 1: 10 15 19 20 20 …
    const best = 5 + 12.5 + 17 + 19.5 + 6 * 20;
    expect(evaluate(predicted, actual).gini).toBeCloseTo((2 * area - 200) / (2 * best - 200), 15);
  });

  test("gives Spearman's correlation with mid-ranks worked by hand", () => {
    // Mid-ranks from the top. predicted: 6 3 (2 2) (1 1 1) (0 0 0); actual: 10 5 4 1 (six 0).
    const p = [6, 2, 6, 3.5, 9, 9, 1, 9, 3.5, 6];
    const a = [7.5, 3, 7.5, 4, 7.5, 7.5, 1, 7.5, 2, 7.5];
    const covariance = (u: number[], v: number[]) =>
      u.reduce((sum, x, i) => sum + (x - 5.5) * (v[i] - 5.5), 0);
    const expected = covariance(p, a) / Math.sqrt(covariance(p, p) * covariance(a, a));
    expect(evaluate(predicted, actual).spearman).toBeCloseTo(expected, 15);
  });

  test("gives the calibration table and its error", () => {
    const { deciles, decileError } = evaluate(predicted, actual);
    expect(deciles.map(({ predictedMean }) => predictedMean)).toEqual(
      [6, 3, 2, 2, 1, 1, 1, 0, 0, 0].map((mean) => expect.closeTo(mean, 14)),
    );
    // The two with 2 share their 1 + 5; everyone else with less brought nothing.
    expect(deciles.map(({ actualMean }) => actualMean)).toEqual(
      [10, 4, 3, 3, 0, 0, 0, 0, 0, 0].map((mean) => expect.closeTo(mean, 14)),
    );
    expect(decileError).toBeCloseTo((4 + 1 + 1 + 1 + 3) / 20, 14);
    expect(decileCalibration(predicted, actual)).toEqual(deciles);
  });

  test("counts customers below 0, whom the deviance takes for 0", () => {
    const result = evaluate(column(1, 4), column(-1, 5));
    expect(result.negativeActuals).toBe(1);
    expect(result.poissonDeviance).toBeCloseTo((2 + 2 * (5 * Math.log(5 / 4) - 1)) / 2, 15);
    expect(result.bias).toBe(5 / 4);
    expect(result.mae).toBe(1.5);
  });
});

describe("the oracle", () => {
  test("scores 1 where 1 is best and 0 where 0 is", () => {
    const result = evaluate(actual, actual);
    expect(result).toMatchObject({
      rmse: 0,
      mae: 0,
      bias: 1,
      spearman: 1,
      gini: 1,
      decileError: 0,
    });
    // Zeros still cost the floor: six customers, 2 × 0.1 each.
    expect(result.poissonDeviance).toBeCloseTo(0.12, 15);
  });
});

describe.each([
  ["zero", 0],
  ["the mean", 2],
])("%s for everyone", (_, value) => {
  const result = evaluate(new Float64Array(10).fill(value), actual);

  test("has no order: Gini 0, no Spearman, a tenth in the top tenth", () => {
    expect(result.gini).toBe(0);
    expect(result.spearman).toBeNull();
    expect(result.top10).toBeCloseTo(0.1, 15);
    expect(result.top20).toBeCloseTo(0.2, 15);
  });

  test("has deciles that all brought the mean", () => {
    for (const { actualMean } of result.deciles) expect(actualMean).toBeCloseTo(2, 13);
    expect(result.decileError).toBeCloseTo(Math.abs(value - 2) / 2, 14);
  });
});

test("a method that orders the wrong way round has a Gini below 0", () => {
  const reversed = evaluate(
    actual.map((value) => -value),
    actual,
  );
  expect(reversed.gini).toBeCloseTo(-1, 15);
  expect(reversed.spearman).toBeCloseTo(-1, 15);
  expect(reversed.top20).toBe(0);
});

test("Gini is null where all came to the same, since then no order is better", () => {
  const result = evaluate(column(1, 2, 3), column(2, 2, 2));
  expect(result.gini).toBeNull();
  expect(result.spearman).toBeNull();
});

describe("with 1,000 customers and many ties", () => {
  const n = 1000;
  const noise = (row: number) => ((row * 7919) % 1009) / 1009;
  const p = Float64Array.from({ length: n }, (_, row) => Math.floor(noise(row) * 30) / 7);
  const y = Float64Array.from({ length: n }, (_, row) =>
    noise(row * 31) < 0.6 ? 0 : Math.floor(noise(row) * 9 + noise(row * 13) * 9) * 1.1,
  );

  test("the order of rows changes not a single bit", () => {
    const shuffled = Array.from({ length: n }, (_, row) => (row * 377 + 5) % n);
    const moved = evaluate(
      Float64Array.from(shuffled, (row) => p[row]),
      Float64Array.from(shuffled, (row) => y[row]),
    );
    expect(moved).toEqual(evaluate(p, y));
  });

  test("a row of weight 3 is three customers", () => {
    const weight = Float64Array.from({ length: n }, (_, row) => row % 4);
    const rows = [...weight].flatMap((count, row) => new Array<number>(count).fill(row));
    const spread = evaluate(
      Float64Array.from(rows, (row) => p[row]),
      Float64Array.from(rows, (row) => y[row]),
    );
    const weighted = evaluate(p, y, weight);
    expect(weighted.customers).toBe(rows.length);
    for (const [name, value] of Object.entries(spread)) {
      if (typeof value === "number") {
        expect(weighted[name as "mae"], name).toBeCloseTo(value, 12);
      }
    }
  });

  test("rank measures ignore a monotone change of predictions, losses do not", () => {
    const [plain, cubed] = [
      evaluate(p, y),
      evaluate(
        p.map((value) => value ** 3),
        y,
      ),
    ];
    for (const name of ["spearman", "gini", "top10", "top20"] as const) {
      expect(cubed[name]).toBe(plain[name]);
    }
    expect(cubed.rmse).toBeGreaterThan(plain.rmse);
  });

  test("currency scales the losses and nothing else", () => {
    const [plain, cents] = [
      evaluate(p, y),
      evaluate(
        p.map((v) => v * 100),
        y.map((v) => v * 100),
      ),
    ];
    for (const name of ["poissonDeviance", "rmse", "mae"] as const) {
      expect(cents[name] / plain[name]).toBeCloseTo(100, 10);
    }
    for (const name of ["bias", "spearman", "gini", "top10", "top20", "decileError"] as const) {
      expect(cents[name]).toBeCloseTo(plain[name] ?? Number.NaN, 12);
    }
  });

  test("each measure by itself equals its part of evaluate", () => {
    const all = evaluate(p, y);
    expect(poissonDeviance(p, y)).toBeCloseTo(all.poissonDeviance, 12);
    expect(rmse(p, y)).toBeCloseTo(all.rmse, 12);
    expect(mae(p, y)).toBeCloseTo(all.mae, 12);
    expect(bias(p, y)).toBeCloseTo(all.bias, 12);
    expect(spearman(p, y)).toBe(all.spearman);
    expect(normalisedGini(p, y)).toBe(all.gini);
    expect(captureShare(0.1, p, y)).toBe(all.top10);
    expect(captureShare(0.2, p, y)).toBe(all.top20);
    expect(captureShare(1, p, y)).toBe(1);
  });

  test("the deciles add up to the totals", () => {
    const { deciles } = evaluate(p, y);
    const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
    const inDeciles = (key: "predictedMean" | "actualMean") =>
      deciles.reduce((sum, decile) => sum + decile[key] * decile.customers, 0);
    expect(inDeciles("predictedMean")).toBeCloseTo(total(p), 9);
    expect(inDeciles("actualMean")).toBeCloseTo(total(y), 9);
  });
});

test("Poisson deviance is least at the mean, absolute error at the median", () => {
  const outcomes = column(0, 0, 0, 0, 0, 0, 3, 7);
  const at = (value: number) => new Float64Array(8).fill(value);
  for (const other of [0, 0.5, 1, 1.2, 1.3, 2, 5]) {
    expect(poissonDeviance(at(1.25), outcomes)).toBeLessThan(poissonDeviance(at(other), outcomes));
    expect(mae(at(0), outcomes)).toBeLessThanOrEqual(mae(at(other), outcomes));
  }
});

test("predictions below the floor cost as much as the floor itself", () => {
  const outcomes = column(0, 0, 0, 4);
  const at = (value: number) => new Float64Array(4).fill(value);
  expect(poissonDeviance(at(0), outcomes)).toBe(poissonDeviance(at(0.05), outcomes));
  expect(poissonDeviance(at(-1), outcomes)).toBe(poissonDeviance(at(0.05), outcomes));
  expect(poissonDeviance(at(0.06), outcomes)).toBeLessThan(poissonDeviance(at(0.05), outcomes));
});

describe("refusals", () => {
  test.each([
    ["columns of different length", column(1), column(1, 2), undefined, "COLUMN_LENGTHS_DIFFER"],
    ["NaN in a prediction", column(1, Number.NaN), column(1, 2), undefined, "VALUE_OUT_OF_RANGE"],
    ["an infinite outcome", column(1, 1), column(1, 1 / 0), undefined, "VALUE_OUT_OF_RANGE"],
    ["a weight below 0", column(1, 1), column(1, 2), column(1, -1), "VALUE_OUT_OF_RANGE"],
    ["no customers", column(), column(), undefined, "TOO_LITTLE_DATA"],
    ["weights of zero", column(1, 1), column(1, 2), column(0, 0), "TOO_LITTLE_DATA"],
    ["a holdout in which nothing came", column(1, 1), column(0, 0), undefined, "TOO_LITTLE_DATA"],
    ["more returned than bought", column(1, 1), column(1, -2), undefined, "TOO_LITTLE_DATA"],
  ])("%s", (_, p, y, weight, code) => {
    const refusal = expect.objectContaining({ code });
    expect(() => evaluate(p, y, weight)).toThrow(refusal);
    expect(() => poissonDeviance(p, y, weight)).toThrow(refusal);
    expect(() => normalisedGini(p, y, weight)).toThrow(refusal);
  });

  test("name column and row", () => {
    expect(() => evaluate(column(1, 1), column(1, Number.NaN))).toThrow(
      expect.objectContaining({ details: { column: "actual", row: 1, value: Number.NaN } }),
    );
  });

  test("a share outside (0, 1]", () => {
    for (const share of [0, 1.1, Number.NaN]) {
      expect(() => captureShare(share, predicted, actual)).toThrow(
        expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
      );
    }
  });

  test("losses other than bias and deviance accept a holdout in which nothing came", () => {
    expect(mae(column(1, 2), column(0, 0))).toBe(1.5);
    expect(rmse(column(3, 4), column(0, 0))).toBeCloseTo(Math.sqrt(12.5), 15);
  });
});
