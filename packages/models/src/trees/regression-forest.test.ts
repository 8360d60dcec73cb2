import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import * as regressionForest from "./regression-forest.ts";
import * as regressionTree from "./regression-tree.ts";

/** A smooth surface with noise: what one tree cuts into steps. */
function surface(rows: number, seed: number) {
  const { uniform, normal } = createRandom(seed);
  const draw = (make: () => number) => Float64Array.from({ length: rows }, make);
  const features = { a: draw(uniform), b: draw(uniform), c: draw(uniform) };
  const truth = features.a.map((a, i) => Math.sin(3 * a) + features.b[i] * features.c[i]);
  return { features, truth, target: truth.map((one) => one + 0.3 * normal()) };
}

const error = (predicted: Float64Array, truth: Float64Array) =>
  predicted.reduce((sum, one, i) => sum + (one - truth[i]) ** 2, 0) / truth.length;

test("foresees new rows better than one tree of its size", () => {
  const { features, target } = surface(3000, 1);
  const other = surface(2000, 2);
  const options = { maxLeaves: 100, minLeaf: 5 };
  const tree = regressionTree.fit({ features, targets: [target] }, options);
  const values = regressionTree.leafValues(tree);
  const byTree = Float64Array.from(
    regressionTree.assign(tree, other.features, 2000),
    (leaf) => values[leaf][0],
  );
  const forest = regressionForest.fit(
    { features, targets: [target] },
    { ...options, trees: 10, featureShare: 0.7 },
  );
  const byForest = regressionForest.predict(forest, other.features, 2000);
  expect(error(byForest, other.truth)).toBeLessThan(0.7 * error(byTree, other.truth));
});

test("shares of classes add up to 1, and the mean of all stays what it is", () => {
  const { features, truth } = surface(2000, 3);
  const of = Int32Array.from(truth, (one) => Math.min(2, Math.floor(one * 1.5)));
  const forest = regressionForest.fit(
    { features, targets: [], classes: { of, count: 3 } },
    { trees: 10, maxLeaves: 50, minLeaf: 25, featureShare: 0.5 },
  );
  const shares = regressionForest.predict(forest, features, 2000);
  const means = [0, 0, 0];
  for (let row = 0; row < 2000; row++) {
    const own = shares.subarray(row * 3, row * 3 + 3);
    expect(own[0] + own[1] + own[2]).toBeCloseTo(1, 12);
    own.forEach((share, k) => {
      means[k] += share / 2000;
    });
  }
  for (const k of [0, 1, 2]) {
    const share = of.reduce((n, own) => n + (own === k ? 1 : 0), 0) / 2000;
    // Ten samples of the rows move the share by about √(p (1 − p) / 2000 / 10) = 0.004.
    expect(Math.abs(means[k] - share)).toBeLessThan(0.013);
  }
});

test("the same seed grows the same forest, another one another", () => {
  const { features, target } = surface(500, 4);
  const grow = (seed: number) =>
    regressionForest.fit(
      { features, targets: [target] },
      { trees: 2, maxLeaves: 5, minLeaf: 20, seed },
    );
  expect(grow(1)).toEqual(grow(1));
  expect(grow(1)).not.toEqual(grow(2));
});
