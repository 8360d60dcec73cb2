import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { compareRankings } from "./ranking-quality.ts";

const own = (n: number) => Float64Array.from({ length: n }, (_, i) => i);

test("measures a ranking worked by hand", () => {
  // From the top: event, none, event, none, none. Of 6 pairs 5 are in order.
  const score = Float64Array.of(5, 4, 3, 2, 1);
  const event = Float64Array.of(1, 0, 1, 0, 0);
  const { all } = compareRankings({ all: score }, event, own(5), { budget: 0.4, seed: 1 });
  expect(all.auc.estimate).toBeCloseTo(5 / 6, 14);
  expect(all.averagePrecision.estimate).toBeCloseTo((1 + 2 / 3) / 2, 14);
  expect(all.precision.estimate).toBeCloseTo(1 / 2, 14);
  expect(all.recall.estimate).toBeCloseTo(1 / 2, 14);
  expect(all.lift.estimate).toBeCloseTo(0.5 / 0.4, 14);
});

test("equal scores are at chance, and share the places of the budget", () => {
  const event = Float64Array.of(1, 0, 0, 1, 0);
  const flat = new Float64Array(5);
  const { all } = compareRankings({ all: flat }, event, own(5), { budget: 0.2, seed: 1 });
  expect(all.auc.estimate).toBe(0.5);
  expect(all.lift.estimate).toBeCloseTo(1, 14);
  expect(all.averagePrecision.estimate).toBeCloseTo(0.4, 14);
});

test("draws customers, not rows: repeating every row does not narrow the interval", () => {
  const random = createRandom(2);
  const n = 300;
  const score = Float64Array.from({ length: n }, () => random.normal());
  const event = score.map((one) => (one + 1.5 * random.normal() > 0.5 ? 1 : 0));
  const twice = (column: Float64Array) => Float64Array.from([...column, ...column]);
  const once = compareRankings({ a: score }, event, own(n), { budget: 0.1, seed: 4 });
  const double = compareRankings({ a: twice(score) }, twice(event), twice(own(n)), {
    budget: 0.1,
    seed: 4,
  });
  expect(double.a.auc.estimate).toBeCloseTo(once.a.auc.estimate, 12);
  expect(double.a.auc.lower).toBeCloseTo(once.a.auc.lower, 12);
});

test("its interval of the AUC is as wide as Hanley and McNeil's", () => {
  const random = createRandom(8);
  const n = 2000;
  const event = Float64Array.from({ length: n }, () => (random.uniform() < 0.3 ? 1 : 0));
  const score = event.map((one) => one + random.normal());
  const { a } = compareRankings({ a: score }, event, own(n), {
    budget: 0.1,
    seed: 1,
    resamples: 800,
  });
  const auc = a.auc.estimate;
  const events = event.reduce((sum, one) => sum + one, 0);
  const [q1, q2] = [auc / (2 - auc), (2 * auc ** 2) / (1 + auc)];
  const variance =
    (auc * (1 - auc) + (events - 1) * (q1 - auc ** 2) + (n - events - 1) * (q2 - auc ** 2)) /
    (events * (n - events));
  // 800 draws place a 2.5 % point to about a tenth; their formula assumes exponential scores.
  const width = (a.auc.upper - a.auc.lower) / (2 * 1.96 * Math.sqrt(variance));
  expect(width).toBeGreaterThan(0.85);
  expect(width).toBeLessThan(1.15);
});

test("tells how much better than the reference, and how sure that is", () => {
  const random = createRandom(3);
  const event = Float64Array.from({ length: 3000 }, () => (random.uniform() < 0.2 ? 1 : 0));
  const good = event.map((one) => one + random.normal());
  const chance = event.map(() => random.normal());
  const found = compareRankings({ good, chance }, event, own(3000), {
    budget: 0.1,
    seed: 1,
    reference: "chance",
  });
  expect(found.chance.difference).toBeNull();
  const difference = found.good.difference?.auc;
  expect(difference?.estimate).toBeCloseTo(found.good.auc.estimate - found.chance.auc.estimate, 14);
  expect(difference?.lower).toBeGreaterThan(0.15);
});

test("refuses what cannot be judged", () => {
  const score = own(4);
  const options = { budget: 0.1, seed: 1 };
  const some = Float64Array.of(1, 0, 0, 0);
  expect(() => compareRankings({ score }, new Float64Array(4), score, options)).toThrow(
    expect.objectContaining({ code: "TOO_LITTLE_DATA" }),
  );
  expect(() => compareRankings({ score }, some, score, { ...options, budget: 0 })).toThrow(
    expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
  );
  expect(() => compareRankings({ score: own(3) }, some, score, options)).toThrow(
    expect.objectContaining({ code: "COLUMN_LENGTHS_DIFFER" }),
  );
});
