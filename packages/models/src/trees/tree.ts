/** A place where a tree asks one question. */
type SplitNode = {
  readonly feature: string;
  /**
   * Values up to and with this go left. Null asks whether the value is known: known goes left,
   * unknown right.
   */
  readonly threshold: number | null;
  /** Where rows go whose value is unknown. */
  readonly unknown: "left" | "right";
  /** Whether there was any such row; else it is only a provision. */
  readonly hasUnknown: boolean;
  /** Places in `nodes`. */
  readonly left: number;
  readonly right: number;
  /** Weighted squared error that the question takes away, over all outputs. */
  readonly gain: number;
  readonly leaf: null;
};

type LeafNode = {
  readonly feature: null;
  /** Number of the leaf, from 0, from left to right. */
  readonly leaf: number;
};

export type TreeNode = (SplitNode | LeafNode) & {
  /** Place of the node above; −1 for the root. */
  readonly parent: number;
  /** Weighted mean of each output. */
  readonly value: readonly number[];
  /** Rows. */
  readonly n: number;
  /** Sum of weights. */
  readonly weight: number;
};

/**
 * Plain JSON. The root is node 0. Nodes stand in the order in which they were made, the best
 * question first: the first 2m − 1 nodes are the tree with m leaves.
 */
export type RegressionTree = {
  readonly nodes: readonly TreeNode[];
  readonly leaves: number;
};

/** The node at whose place each leaf would be in the tree with only `leaves` leaves, by leaf. */
export function coarserNodes(tree: RegressionTree, leaves: number): Int32Array {
  const limit = 2 * Math.max(Math.floor(leaves), 1) - 1;
  const coarser = new Int32Array(tree.leaves);
  tree.nodes.forEach((node, place) => {
    if (node.leaf === null) return;
    let above = place;
    while (above >= limit) above = tree.nodes[above].parent;
    coarser[node.leaf] = above;
  });
  return coarser;
}

/**
 * The leaf each row falls into.
 *
 * @param features columns of one length, by name, NaN for unknown; a column that is missing is
 *   unknown for everyone
 */
export function assign(
  tree: RegressionTree,
  features: Readonly<Record<string, Float64Array>>,
  rows: number,
): Int32Array {
  // Flat arrays instead of nodes: millions of customers pass through dozens of trees.
  const unknown = new Float64Array(rows).fill(Number.NaN);
  const columns = tree.nodes.map(({ feature }) => (feature && features[feature]) || unknown);
  const threshold = Float64Array.from(tree.nodes, (node) =>
    node.leaf === null ? (node.threshold ?? Number.POSITIVE_INFINITY) : Number.NaN,
  );
  const [left, right] = [leftOf, rightOf].map((side) => Int32Array.from(tree.nodes, side));
  const whereUnknown = Int32Array.from(tree.nodes, (node) =>
    node.leaf === null && node.unknown === "left" ? node.left : rightOf(node),
  );
  const leaves = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let place = 0;
    while (left[place] >= 0) {
      const value = columns[place][row];
      if (value <= threshold[place]) place = left[place];
      else place = Number.isNaN(value) ? whereUnknown[place] : right[place];
    }
    leaves[row] = -1 - left[place];
  }
  return leaves;
}

/** The node to the left; of a leaf its number, as −1 − leaf. */
function leftOf(node: TreeNode): number {
  return node.leaf === null ? node.left : -1 - node.leaf;
}

function rightOf(node: TreeNode): number {
  return node.leaf === null ? node.right : -1;
}

/** The values of each leaf, by leaf number. */
export function leafValues(tree: RegressionTree): (readonly number[])[] {
  const values: (readonly number[])[] = new Array(tree.leaves);
  for (const node of tree.nodes) if (node.leaf !== null) values[node.leaf] = node.value;
  return values;
}
