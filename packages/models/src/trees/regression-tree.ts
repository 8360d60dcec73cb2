/**
 * Regression trees by least squares, for one or several outputs at once.
 *
 * Source: Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees, grown best
 * question first as in Friedman (2001), Annals of Statistics 29(5), on binned features.
 */
import { ModelError } from "../errors.ts";
import { createRandom, type Random } from "../numeric/random.ts";
import {
  bestSplit,
  type Rows,
  type Split,
  type SplitLimits,
  type Totals,
  totalsOf,
} from "./best-split.ts";
import { type BinnedFeature, binCount, binFeatures } from "./binned-features.ts";
import type { RegressionTree, TreeNode } from "./tree.ts";
import { rowsOf, squaredError, type TreeData } from "./tree-data.ts";

export { assign, coarserNodes, leafValues } from "./tree.ts";
export { rowsOf } from "./tree-data.ts";

export type TreeOptions = {
  readonly maxLeaves: number;
  /** Rows that every leaf has at least. */
  readonly minLeaf: number;
  /** Share of the features that each question may be about, drawn by `seed`; all if absent. */
  readonly featureShare?: number;
  readonly seed?: number;
};

/** Below this share of the error there is only rounding left to explain. */
const NEGLIGIBLE = 1e-10;

/**
 * Grows a tree: as long as there are fewer than `maxLeaves` leaves, it asks the question that takes
 * away most weighted squared error, summed over the outputs. The same data give the same tree.
 *
 * @returns a tree of one leaf where no question helps
 * @throws ModelError TOO_LITTLE_DATA without rows or weight, COLUMN_LENGTHS_DIFFER,
 *   VALUE_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function fit(data: TreeData, options: TreeOptions): RegressionTree {
  const rows = rowsOf(data);
  return growTree(rows, binFeatures(data.features, rows.weight.length), options);
}

/** A leaf that may still be split. */
type Open = { readonly place: number; readonly members: Int32Array; readonly split: Split };

/** Grows a tree on rows that are already in bins, so that several trees share them. */
export function growTree(
  rows: Rows,
  features: readonly BinnedFeature[],
  { maxLeaves, minLeaf, featureShare = 1, seed = 1 }: TreeOptions,
): RegressionTree {
  requireOptions({ maxLeaves, minLeaf, featureShare });
  const random = createRandom(seed);
  const everyone = Int32Array.from(rows.weight, (_, row) => row);
  const whole = totalsOf(rows, everyone);
  const limits = { minLeaf, minGain: NEGLIGIBLE * squaredError(rows, whole) };
  const drafts: Draft[] = [];
  const open: Open[] = [];
  const put = (members: Int32Array, totals: Totals, parent: number): number => {
    const place = drafts.push({ totals, parent }) - 1;
    const split = splitOf(rows, members, totals, draw(features, featureShare, random), limits);
    if (split) open.push({ place, members, split });
    return place;
  };
  put(everyone, whole, -1);
  for (let leaves = 1; leaves < maxLeaves && open.length > 0; leaves++) {
    const { place, members, split } = takeBest(open);
    const [left, right] = divide(members, split);
    const children = [left, right].map((side) => put(side, totalsOf(rows, side), place));
    drafts[place] = { ...drafts[place], split, children, sizes: [left.length, right.length] };
  }
  return toTree(drafts);
}

function splitOf(
  rows: Rows,
  members: Int32Array,
  totals: Totals,
  features: readonly BinnedFeature[],
  limits: SplitLimits,
): Split | undefined {
  if (members.length < 2 * limits.minLeaf) return undefined;
  return bestSplit(rows, members, totals, features, limits);
}

function requireOptions(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    const isValid = name === "featureShare" ? value > 0 && value <= 1 : value >= 1;
    if (isValid) continue;
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", `${name} is out of range`, { name, value });
  }
}

/** The first features of a shuffled list (Fisher & Yates), in their own order. */
function draw(
  features: readonly BinnedFeature[],
  share: number,
  random: Random,
): readonly BinnedFeature[] {
  if (share === 1) return features;
  const places = features.map((_, i) => i);
  const wanted = Math.max(1, Math.round(share * features.length));
  for (let i = 0; i < wanted; i++) {
    const other = i + Math.floor(random.uniform() * (places.length - i));
    [places[i], places[other]] = [places[other], places[i]];
  }
  return places
    .slice(0, wanted)
    .sort((one, other) => one - other)
    .map((place) => features[place]);
}

function takeBest(open: Open[]): Open {
  let best = 0;
  for (let i = 1; i < open.length; i++) if (open[i].split.gain > open[best].split.gain) best = i;
  return open.splice(best, 1)[0];
}

function divide(members: Int32Array, { feature, bin, unknown }: Split): [Int32Array, Int32Array] {
  const last = binCount(feature) - 1;
  const goesLeft = (row: number) =>
    feature.bin[row] === last ? unknown === "left" : feature.bin[row] <= bin;
  return [members.filter(goesLeft), members.filter((row) => !goesLeft(row))];
}

/** A node while the tree grows. */
type Draft = {
  readonly totals: Totals;
  readonly parent: number;
  readonly split?: Split;
  readonly children?: readonly number[];
  readonly sizes?: readonly number[];
};

function toTree(drafts: readonly Draft[]): RegressionTree {
  const leafNumbers = new Map<number, number>();
  const number = (place: number): void => {
    const { children } = drafts[place];
    if (children) children.forEach(number);
    else leafNumbers.set(place, leafNumbers.size);
  };
  number(0);
  const nodes = drafts.map((draft, place): TreeNode => {
    const { totals, parent, split, children } = draft;
    const common = {
      parent,
      value: [...totals.sums].map((sum) => (totals.weight > 0 ? sum / totals.weight : 0)),
      n: totals.n,
      weight: totals.weight,
    };
    if (!split || !children) {
      return { feature: null, leaf: leafNumbers.get(place) as number, ...common };
    }
    const [left, right] = children;
    return { ...question(draft, split), left, right, gain: split.gain, leaf: null, ...common };
  });
  return { nodes, leaves: leafNumbers.size };
}

function question({ sizes = [] }: Draft, { feature, bin, unknown }: Split) {
  const { name, edges, hasUnknown } = feature;
  if (bin >= edges.length) {
    return { feature: name, threshold: null, unknown: "right" as const, hasUnknown };
  }
  // What was never unknown goes with the many, should it be one day.
  const many = sizes[0] >= sizes[1] ? ("left" as const) : ("right" as const);
  const to = hasUnknown ? unknown : many;
  return { feature: name, threshold: edges[bin], unknown: to, hasUnknown };
}
