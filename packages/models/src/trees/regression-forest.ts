/**
 * Random forests: the mean of regression trees, each grown on its own sample of the rows and with a
 * share of the features for each question.
 *
 * Source: Breiman (2001), "Random Forests", Machine Learning 45(1). Samples are by Poisson weights
 * of mean 1 (the Bayesian-like bootstrap of Oza & Russell 2001), so that rows keep their places.
 */
import { createRandom } from "../numeric/random.ts";
import { binFeatures } from "./binned-features.ts";
import { growTree, type TreeOptions } from "./regression-tree.ts";
import { assign, leafValues, type RegressionTree } from "./tree.ts";
import { rowsOf, type TreeData } from "./tree-data.ts";

/** Plain JSON. */
export type RegressionForest = { readonly trees: readonly RegressionTree[] };

export type ForestOptions = TreeOptions & { readonly trees: number };

/** @throws ModelError the codes of `regressionTree.fit` */
export function fit(data: TreeData, options: ForestOptions): RegressionForest {
  const { poisson } = createRandom(options.seed ?? 1);
  const rows = data.classes?.of.length ?? data.targets[0]?.length ?? 0;
  const features = binFeatures(data.features, rows);
  const own = data.weight ?? new Float64Array(rows).fill(1);
  const trees = Array.from({ length: options.trees }, (_, i) => {
    const weight = own.map((one) => one * poisson(1));
    const seed = (options.seed ?? 1) * 1000 + i;
    return growTree(rowsOf({ ...data, weight }), features, { ...options, seed });
  });
  return { trees };
}

/**
 * The mean of the trees' values for each row.
 *
 * @returns rows × outputs, row by row
 */
export function predict(
  { trees }: RegressionForest,
  features: Readonly<Record<string, Float64Array>>,
  rows: number,
): Float64Array {
  const outputs = trees[0]?.nodes[0]?.value.length ?? 0;
  const sums = new Float64Array(rows * outputs);
  for (const tree of trees) {
    const values = leafValues(tree);
    assign(tree, features, rows).forEach((leaf, row) => {
      values[leaf].forEach((value, k) => {
        sums[row * outputs + k] += value / trees.length;
      });
    });
  }
  return sums;
}
