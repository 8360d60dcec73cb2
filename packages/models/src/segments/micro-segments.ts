/**
 * Micro-segments: a small tree inside each macro segment, so that customers of one leaf go the same
 * ways, buy as likely and are worth about the same.
 */
import { assign, coarserNodes, fit } from "../trees/regression-tree.ts";
import type { RegressionTree } from "../trees/tree.ts";
import {
  ageWeights,
  type Features,
  rowsWhere,
  type TransitionSample,
  takeColumn,
  takeFeatures,
} from "./transition-sample.ts";

/** Plain JSON. */
export type MicroSegments = {
  /** By macro segment; its leaves are the segments first, first + 1, … */
  readonly trees: readonly { readonly first: number; readonly tree: RegressionTree }[];
  readonly segments: number;
};

export type MicroOptions = {
  /** About how many segments there shall be in all; 60. */
  readonly segments?: number;
  /** Customers of the sample that a segment has at least; 40. */
  readonly minLeaf?: number;
};

/** A customer's value counts half as much as where they go and whether they buy. */
const VALUE_SHARE = 0.5;
/** Segments of one parent, whose transitions they are drawn towards. */
const SEGMENTS_A_PARENT = 4;

/**
 * Learns micro-segments. They are shared out among the macro segments by √(n × variance): where
 * many customers differ much there are many.
 *
 * @throws ModelError the codes of `regressionTree.fit`
 */
export function fitMicroSegments(
  sample: TransitionSample,
  { segments = 60, minLeaf = 40 }: MicroOptions = {},
): MicroSegments {
  const weights = ageWeights(sample);
  const inside = Array.from({ length: sample.macros }, (_, macro) => {
    const rows = rowsWhere(sample.macro.length, (row) => sample.macro[row] === macro);
    return { rows, outputs: outputsOf(sample, rows) };
  });
  const allotted = allot(
    inside.map(({ rows, outputs }) => Math.sqrt(rows.length * outputs.variance)),
    inside.map(({ rows }) => Math.max(1, Math.floor(rows.length / minLeaf))),
    segments,
  );
  let first = 0;
  const trees = inside.map(({ rows, outputs }, macro) => {
    const tree =
      rows.length === 0
        ? emptyTree(sample.macros + 2)
        : fit(
            {
              features: takeFeatures(sample.features, rows),
              classes: outputs.classes,
              targets: [outputs.bought, outputs.value],
              weight: takeColumn(weights, rows),
            },
            { maxLeaves: allotted[macro], minLeaf },
          );
    const placed = { first, tree };
    first += tree.leaves;
    return placed;
  });
  return { trees, segments: first };
}

/** The micro-segment of each customer. */
export function assignMicroSegments(
  { trees }: MicroSegments,
  { features, macro }: { readonly features: Features; readonly macro: Int32Array },
): Int32Array {
  const segments = new Int32Array(macro.length);
  trees.forEach(({ first, tree }, own) => {
    const rows = rowsWhere(macro.length, (row) => macro[row] === own);
    assign(tree, takeFeatures(features, rows), rows.length).forEach((leaf, i) => {
      segments[rows[i]] = first + leaf;
    });
  });
  return segments;
}

/** What each micro-segment lies in: its macro segment, and a coarser group of segments. */
export function parentsOfSegments({ trees, segments }: MicroSegments): {
  readonly macro: Int32Array;
  readonly group: Int32Array;
} {
  const macro = new Int32Array(segments);
  const group = new Int32Array(segments);
  let groups = 0;
  trees.forEach(({ first, tree }, own) => {
    const nodes = coarserNodes(tree, Math.ceil(tree.leaves / SEGMENTS_A_PARENT));
    const numbers = new Map<number, number>();
    nodes.forEach((node, leaf) => {
      if (!numbers.has(node)) numbers.set(node, groups++);
      macro[first + leaf] = own;
      group[first + leaf] = numbers.get(node) as number;
    });
  });
  return { macro, group };
}

type Outputs = {
  readonly classes: { readonly of: Int32Array; readonly count: number };
  readonly bought: Float64Array;
  readonly value: Float64Array;
  /** Of all outputs together. */
  readonly variance: number;
};

function outputsOf({ next, bought, value, macros }: TransitionSample, rows: Int32Array): Outputs {
  const of = Int32Array.from(rows, (row) => next[row]);
  const shares = new Float64Array(macros);
  for (const one of of) shares[one] += 1 / rows.length;
  const ways = 1 - shares.reduce((sum, share) => sum + share * share, 0);
  const buys = takeColumn(bought, rows);
  const logs = takeColumn(value, rows).map(Math.log1p);
  const spread = variance(logs);
  const moving = rows.length > 0 ? ways + variance(buys) : 0;
  const scale = spread > 0 ? Math.sqrt((VALUE_SHARE * (moving > 0 ? moving : 1)) / spread) : 0;
  return {
    classes: { of, count: macros },
    bought: buys,
    value: logs.map((one) => one * scale),
    variance: moving + scale * scale * spread,
  };
}

function variance(values: Float64Array): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length;
}

/** One each, the rest in proportion, none more than its limit. */
function allot(sizes: readonly number[], limits: readonly number[], wanted: number): number[] {
  const allotted = sizes.map(() => 1);
  const next = () => {
    let best = -1;
    let most = 0;
    sizes.forEach((size, i) => {
      // Sainte-Laguë: the seat goes where a segment would still stand for most.
      const claim = allotted[i] < limits[i] ? size / (allotted[i] + 0.5) : 0;
      if (claim > most) [best, most] = [i, claim];
    });
    return best;
  };
  for (let given = sizes.length; given < wanted; given++) {
    const one = next();
    if (one < 0) break;
    allotted[one] += 1;
  }
  return allotted;
}

/** What stands for a macro segment that nobody was in. */
function emptyTree(outputs: number): RegressionTree {
  const value = new Array<number>(outputs).fill(0);
  return { nodes: [{ feature: null, leaf: 0, parent: -1, value, n: 0, weight: 0 }], leaves: 1 };
}
