import { describe, expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { bootstrapIntervals } from "./bootstrap.ts";
import { evaluate } from "./evaluate.ts";
import { poolCustomers, resample } from "./resampling.ts";

/** Outcomes as buyers have them, and two methods that miss them by luck. */
function customers(n: number, seed: number) {
  const random = createRandom(seed).uniform;
  const rate = Float64Array.from({ length: n }, () => -2 * Math.log(1 - random()));
  const actual = rate.map((mean) => Math.floor(-mean * Math.log(1 - random())));
  const rough = rate.map((mean) => mean * (0.5 + random()));
  return { actual, rate, rough };
}

const { actual, rate, rough } = customers(1000, 1);

describe("bootstrapIntervals", () => {
  const result = bootstrapIntervals({ rate, rough }, actual, { seed: 7, reference: "rough" });

  test("contain what evaluate measures", () => {
    const measured = evaluate(rate, actual);
    for (const [name, interval] of Object.entries(result.rate.intervals)) {
      const value = measured[name as "rmse"];
      expect(interval?.lower, name).toBeLessThan(value);
      expect(interval?.upper, name).toBeGreaterThan(value);
    }
  });

  test("are as wide as theory has them for a mean", () => {
    const zero = new Float64Array(1000);
    const { mae } = bootstrapIntervals({ zero }, actual, { seed: 3, resamples: 2000 }).zero
      .intervals;
    const mean = actual.reduce((sum, y) => sum + y, 0) / 1000;
    const variance = actual.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 1000;
    // The ends of 2,000 draws have a standard error of about 2 % of the width.
    const width = 2 * 1.96 * Math.sqrt(variance / 1000);
    expect(((mae?.upper ?? 0) - (mae?.lower ?? 0)) / width).toBeCloseTo(1, 1);
  });

  test("are equal for equal seeds and differ for others", () => {
    const again = bootstrapIntervals({ rate, rough }, actual, { seed: 7, reference: "rough" });
    const other = bootstrapIntervals({ rate, rough }, actual, { seed: 8, reference: "rough" });
    expect(again).toEqual(result);
    expect(other.rate.intervals.rmse).not.toEqual(result.rate.intervals.rmse);
  });

  test("a narrower level lies inside a wider one", () => {
    const narrow = bootstrapIntervals({ rate }, actual, { seed: 7, level: 0.5 }).rate.intervals;
    expect(narrow.gini?.lower).toBeGreaterThan(result.rate.intervals.gini?.lower ?? 1);
    expect(narrow.gini?.upper).toBeLessThan(result.rate.intervals.gini?.upper ?? 0);
  });

  test("cover the truth about as often as they say", () => {
    // The absolute error of zero for everyone is the mean of what comes, here of very many.
    const truth = evaluate(new Float64Array(400_000), customers(400_000, 99).actual).mae;
    let covered = 0;
    for (let seed = 0; seed < 150; seed++) {
      const sample = customers(400, 1000 + seed);
      const zero = new Float64Array(400);
      const { mae } = bootstrapIntervals({ zero }, sample.actual, { seed }).zero.intervals;
      if (mae && mae.lower <= truth && truth <= mae.upper) covered++;
    }
    // 95 % of 150 are 142.5; 4 standard errors are 11, and 200 draws of a skewed mean cost some.
    expect(covered).toBeGreaterThan(130);
    expect(covered).toBeLessThan(150);
  });
});

describe("the difference to a reference", () => {
  test("is surer than either deviance, since both see the same customers", () => {
    const result = bootstrapIntervals({ rate, rough }, actual, { seed: 7, reference: "rough" });
    const { devianceDifference, intervals } = result.rate;
    const width = (interval: { lower: number; upper: number } | null) =>
      interval ? interval.upper - interval.lower : Number.NaN;
    expect(width(devianceDifference)).toBeLessThan(width(intervals.poissonDeviance) / 2);
    expect(devianceDifference?.upper).toBeLessThan(0);
  });

  test("is what evaluate gives, absolute and as a share", () => {
    const result = bootstrapIntervals({ rate, rough }, actual, { seed: 7, reference: "rough" });
    const [better, reference] = [rate, rough].map((p) => evaluate(p, actual).poissonDeviance);
    expect(result.rate.devianceDifference?.estimate).toBeCloseTo(better - reference, 14);
    expect(result.rate.relativeDevianceDifference?.estimate).toBeCloseTo(
      better / reference - 1,
      14,
    );
  });

  test("is exactly 0 for a method and its copy, and null for the reference", () => {
    const copy = rate.slice();
    const result = bootstrapIntervals({ rate, copy }, actual, { seed: 2, reference: "rate" });
    expect(result.copy.devianceDifference).toEqual({ estimate: 0, lower: 0, upper: 0 });
    expect(result.rate.devianceDifference).toBeNull();
  });
});

test("a measure without a value has no interval", () => {
  const { intervals } = bootstrapIntervals({ all: new Float64Array(1000).fill(2) }, actual, {
    seed: 1,
  }).all;
  expect(intervals.spearman).toBeNull();
  expect(intervals.gini).toEqual({ lower: 0, upper: 0 });
});

describe("weights", () => {
  test("a row of weight 3 is three customers, drawn each by itself", () => {
    const weight = Float64Array.from({ length: 300 }, (_, row) => row % 4);
    const rows = [...weight].flatMap((count, row) => new Array<number>(count).fill(row));
    const weighted = bootstrapIntervals({ rough: rough.slice(0, 300) }, actual.slice(0, 300), {
      seed: 5,
      weight,
    }).rough.intervals;
    const spread = bootstrapIntervals(
      { rough: Float64Array.from(rows, (row) => rough[row]) },
      Float64Array.from(rows, (row) => actual[row]),
      { seed: 5 },
    ).rough.intervals;
    for (const name of ["poissonDeviance", "rmse", "spearman", "gini", "decileError"] as const) {
      expect(weighted[name]?.lower, name).toBeCloseTo(spread[name]?.lower ?? Number.NaN, 12);
      expect(weighted[name]?.upper, name).toBeCloseTo(spread[name]?.upper ?? Number.NaN, 12);
    }
  });

  test("beyond 100,000 customers the intervals shrink with their number as theory has it", () => {
    const weight = new Float64Array(1000).fill(2000);
    const zero = new Float64Array(1000);
    const options = { seed: 4, weight, resamples: 800 };
    const { mae } = bootstrapIntervals({ zero }, actual, options).zero.intervals;
    const mean = actual.reduce((sum, y) => sum + y, 0) / 1000;
    const variance = actual.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 1000;
    const width = 2 * 1.96 * Math.sqrt(variance / 2_000_000);
    expect(((mae?.upper ?? 0) - (mae?.lower ?? 0)) / width).toBeCloseTo(1, 1);
    // Set around the mean of all two million, not of the sample.
    expect(((mae?.upper ?? 0) + (mae?.lower ?? 0)) / 2).toBeCloseTo(mean, 3);
  });
});

describe("poolCustomers", () => {
  test("takes all where they are few, and rows of weight 0 not at all", () => {
    const pool = poolCustomers(Float64Array.of(2, 0, 3), 5, Math.random);
    expect([...pool.rows]).toEqual([0, 2]);
    expect([...pool.weight]).toEqual([2, 3]);
    expect([...pool.positions]).toEqual([0, 0, 1, 1, 1]);
  });

  test("draws without replacement and evenly where they are many", () => {
    const weight = Float64Array.of(100, 300, 600);
    const totals = [0, 0, 0];
    const random = createRandom(11).uniform;
    for (let trial = 0; trial < 400; trial++) {
      const pool = poolCustomers(weight, 50, random);
      expect(pool.positions.length).toBe(50);
      pool.rows.forEach((row, i) => {
        expect(pool.weight[i]).toBeLessThanOrEqual(weight[row]);
        totals[row] += pool.weight[i];
      });
    }
    // 20,000 customers drawn; the standard error of a share is at most 0.0035.
    expect(totals[0] / 20_000).toBeCloseTo(0.1, 1.5);
    expect(totals[2] / 20_000).toBeCloseTo(0.6, 1.5);
  });

  test("resample draws as many customers as there are", () => {
    const random = createRandom(1).uniform;
    const pool = poolCustomers(Float64Array.of(2, 5), 10, random);
    for (let trial = 0; trial < 50; trial++) {
      expect(resample(pool, random).reduce((sum, count) => sum + count, 0)).toBe(7);
    }
  });
});

test.each([
  ["no resamples", { seed: 1, resamples: 0 }, "resamples"],
  ["a level of 1", { seed: 1, level: 1 }, "level"],
  ["a reference that is no method", { seed: 1, reference: "best" }, "reference"],
])("refuses %s", (_, options, name) => {
  expect(() => bootstrapIntervals({ rate }, actual, options)).toThrow(
    expect.objectContaining({
      code: "ARGUMENT_OUT_OF_RANGE",
      details: expect.objectContaining({ name }),
    }),
  );
});

test("refuses half a customer and names the row", () => {
  const weight = new Float64Array(1000).fill(1).fill(0.5, 3, 4);
  expect(() => bootstrapIntervals({ rate }, actual, { seed: 1, weight })).toThrow(
    expect.objectContaining({
      code: "VALUE_OUT_OF_RANGE",
      details: { column: "weight", row: 3, value: 0.5 },
    }),
  );
});
