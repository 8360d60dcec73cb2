import { expect, test } from "vitest";
import { createRandom } from "../numeric/random.ts";
import { roundestBetween } from "./binned-features.ts";
import { assign, coarserNodes, fit, leafValues } from "./regression-tree.ts";

const column = (...values: number[]) => Float64Array.from(values);

/** 600 rows of noise, one step in x at 30 and one in z where x is above. */
function planted() {
  const { uniform, normal } = createRandom(7);
  const draw = (make: () => number) => Float64Array.from({ length: 600 }, make);
  const x = draw(() => Math.floor(100 * uniform()));
  const z = draw(uniform);
  const y = x.map((one, i) => (one <= 30 ? 0 : z[i] <= 0.5 ? 4 : 9) + 0.1 * normal());
  return { features: { noise: draw(uniform), x, z }, targets: [y] };
}

test("splits where the squared error falls most: the worked example of two groups", () => {
  const tree = fit(
    { features: { x: column(1, 2, 3, 10, 11, 12) }, targets: [column(1, 2, 3, 7, 8, 9)] },
    { maxLeaves: 2, minLeaf: 1 },
  );
  // Means 2 and 8 about 5: 3·9 + 3·9 = 54 of the error are gone, 4 are left.
  expect(tree.nodes[0]).toMatchObject({ feature: "x", gain: 54, value: [5], n: 6, weight: 6 });
  // Any number from 3 to 10 would do; 3 is among those of one digit.
  expect(tree.nodes[0]).toMatchObject({ threshold: 3, left: 1, right: 2 });
  expect(leafValues(tree)).toEqual([[2], [8]]);
});

test("weights move means and the gain", () => {
  const tree = fit(
    {
      features: { x: column(0, 0, 1, 1) },
      targets: [column(0, 3, 6, 6)],
      weight: column(2, 1, 1, 0),
    },
    { maxLeaves: 2, minLeaf: 1 },
  );
  expect(leafValues(tree)).toEqual([[1], [6]]);
  // Mean (3 + 6)/4 = 2.25: 3·1.25² + 1·3.75² = 18.75.
  expect(tree.nodes[0]).toMatchObject({ gain: 18.75, weight: 4, n: 4 });
});

test("finds planted steps and leaves noise alone", () => {
  const { features, targets } = planted();
  const tree = fit({ features, targets }, { maxLeaves: 3, minLeaf: 20 });
  const questions = tree.nodes.flatMap((node) =>
    node.leaf === null ? [[node.feature, node.threshold]] : [],
  );
  expect(questions[0]).toEqual(["x", 30]);
  expect(questions[1]?.[0]).toBe("z");
  expect(Math.abs(Number(questions[1]?.[1]) - 0.5)).toBeLessThan(0.02);
  const means = leafValues(tree).map(([mean]) => mean);
  // A few rows fall beside the threshold of a bin: the mean moves by less than 0.1.
  expect(means[0]).toBeCloseTo(0, 1);
  expect(Math.abs(means[1] - 4)).toBeLessThan(0.1);
  expect(Math.abs(means[2] - 9)).toBeLessThan(0.1);
});

test("serves several outputs with the same questions", () => {
  const { features, targets } = planted();
  const two = targets[0].map((y) => 1 - y);
  const one = fit({ features, targets }, { maxLeaves: 3, minLeaf: 20 });
  const both = fit({ features, targets: [...targets, two] }, { maxLeaves: 3, minLeaf: 20 });
  expect(assign(both, features, 600)).toEqual(assign(one, features, 600));
  for (const [value, mirrored] of leafValues(both)) expect(mirrored).toBeCloseTo(1 - value, 10);
});

test("classes are outputs of 0 and 1", () => {
  const { features, targets } = planted();
  const of = Int32Array.from(targets[0], (y) => (y < 2 ? 0 : y < 6 ? 1 : 2));
  const columns = [0, 1, 2].map((k) => Float64Array.from(of, (own) => (own === k ? 1 : 0)));
  const options = { maxLeaves: 5, minLeaf: 20 };
  const byClass = fit({ features, classes: { of, count: 3 }, targets }, options);
  expect(byClass).toEqual(fit({ features, targets: [...columns, ...targets] }, options));
  expect(() => fit({ features, classes: { of, count: 2 }, targets: [] }, options)).toThrow(
    expect.objectContaining({ code: "VALUE_OUT_OF_RANGE" }),
  );
});

test("the mean of a leaf is the mean of the rows assigned to it", () => {
  const { features, targets } = planted();
  const tree = fit({ features, targets }, { maxLeaves: 12, minLeaf: 15 });
  const leaves = assign(tree, features, 600);
  expect(tree.leaves).toBe(12);
  for (const [leaf, [mean]] of leafValues(tree).entries()) {
    const rows = [...leaves].flatMap((one, row) => (one === leaf ? [row] : []));
    expect(rows.length).toBeGreaterThanOrEqual(15);
    const sum = rows.reduce((total, row) => total + targets[0][row], 0);
    expect(mean).toBeCloseTo(sum / rows.length, 10);
  }
});

test("sends unknown values to the side they are like", () => {
  const unknown = Number.NaN;
  const tree = fit(
    {
      features: { x: column(1, 2, 3, 4, unknown, unknown) },
      targets: [column(0, 0, 5, 5, 0, 0)],
    },
    { maxLeaves: 2, minLeaf: 1 },
  );
  expect(tree.nodes[0]).toMatchObject({ threshold: 2, unknown: "left" });
  expect([...assign(tree, { x: column(unknown, 9) }, 2)]).toEqual([0, 1]);
  // A column that is not there any more is unknown for everyone.
  expect([...assign(tree, {}, 1)]).toEqual([0]);
});

test("may ask whether a value is known", () => {
  const tree = fit(
    {
      features: { x: column(1, 2, Number.NaN, Number.NaN) },
      targets: [column(1, 1, 5, 5)],
    },
    { maxLeaves: 2, minLeaf: 1 },
  );
  expect(tree.nodes[0]).toMatchObject({ threshold: null, unknown: "right" });
  expect([...assign(tree, { x: column(99, Number.NaN) }, 2)]).toEqual([0, 1]);
});

test("the first 2m − 1 nodes are the tree with m leaves", () => {
  const { features, targets } = planted();
  const large = fit({ features, targets }, { maxLeaves: 8, minLeaf: 20 });
  const small = fit({ features, targets }, { maxLeaves: 3, minLeaf: 20 });
  const coarser = coarserNodes(large, 3);
  const inLarge = [...assign(large, features, 600)].map((leaf) => coarser[leaf]);
  const inSmall = [...assign(small, features, 600)].map((leaf) =>
    small.nodes.findIndex((node) => node.leaf === leaf),
  );
  expect(inLarge).toEqual(inSmall);
});

test("the same data and seed give the same tree, another seed other features", () => {
  const { features, targets } = planted();
  const options = { maxLeaves: 6, minLeaf: 10, featureShare: 0.34 };
  const tree = (seed: number) => fit({ features, targets }, { ...options, seed });
  expect(tree(1)).toEqual(tree(1));
  const first = (seed: number) => tree(seed).nodes[0].feature;
  expect(new Set([1, 2, 3, 4, 5, 6].map(first)).size).toBeGreaterThan(1);
});

test("a tree is plain JSON", () => {
  const { features, targets } = planted();
  const tree = fit({ features, targets }, { maxLeaves: 5, minLeaf: 20 });
  expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
});

test("stays one leaf where nothing helps", () => {
  const constant = { x: column(1, 1, 1, 1), gone: column(NaN, NaN, NaN, NaN) };
  expect(
    fit({ features: constant, targets: [column(1, 2, 3, 4)] }, { maxLeaves: 4, minLeaf: 1 }).leaves,
  ).toBe(1);
  expect(
    fit(
      { features: { x: column(1, 2, 3, 4) }, targets: [column(7, 7, 7, 7)] },
      { maxLeaves: 4, minLeaf: 1 },
    ).leaves,
  ).toBe(1);
});

test("many different values go into bins of about equally many rows", () => {
  const { uniform } = createRandom(3);
  const x = Float64Array.from({ length: 20_000 }, () => uniform() ** 4);
  const y = x.map((one) => (one <= 0.0625 ? 0 : 1));
  const tree = fit({ features: { x }, targets: [y] }, { maxLeaves: 2, minLeaf: 100 });
  const [, left, right] = tree.nodes;
  // The median is 0.0625; 254 bins leave at most 79 rows on the wrong side.
  expect(left.value[0] * left.n + (1 - right.value[0]) * right.n).toBeLessThan(80);
});

test("thresholds are as round as the gap between neighbours allows", () => {
  expect(roundestBetween(29, 31)).toBe(30);
  expect(roundestBetween(29, 30)).toBe(29);
  expect(roundestBetween(1234.56, 1250.1)).toBe(1240);
  expect(roundestBetween(97.2, 103)).toBe(100);
  expect(roundestBetween(-3, 2)).toBe(0);
  expect(roundestBetween(0.00123, 0.00131)).toBe(0.0013);
  expect(roundestBetween(1 / 3, 1 / 3 + 1e-12)).toBeGreaterThanOrEqual(1 / 3);
});

test.each([
  ["TOO_LITTLE_DATA", { features: {}, targets: [column()] }],
  ["TOO_LITTLE_DATA", { features: {}, targets: [column(1)], weight: column(0) }],
  ["COLUMN_LENGTHS_DIFFER", { features: { x: column(1) }, targets: [column(1, 2)] }],
  ["COLUMN_LENGTHS_DIFFER", { features: {}, targets: [column(1, 2), column(1)] }],
  ["VALUE_OUT_OF_RANGE", { features: {}, targets: [column(NaN)] }],
  ["VALUE_OUT_OF_RANGE", { features: {}, targets: [column(1)], weight: column(-1) }],
  ["VALUE_OUT_OF_RANGE", { features: { x: column(Infinity) }, targets: [column(1)] }],
])("refuses with %s what no tree can be grown on", (code, data) => {
  expect(() => fit(data, { maxLeaves: 2, minLeaf: 1 })).toThrow(expect.objectContaining({ code }));
});

test("refuses limits that make no sense", () => {
  const data = { features: {}, targets: [column(1)] };
  for (const options of [
    { maxLeaves: 0, minLeaf: 1 },
    { maxLeaves: 2, minLeaf: 0 },
    { maxLeaves: 2, minLeaf: 1, featureShare: 0 },
  ]) {
    expect(() => fit(data, options)).toThrow(
      expect.objectContaining({ code: "ARGUMENT_OUT_OF_RANGE" }),
    );
  }
});
