/** States grouped ever finer: what estimates of sparse states are drawn towards. */
import { ModelError } from "../errors.ts";

/** The node of each state at one level, from 0 to nodes − 1, and each node's node one level up. */
export type Level = {
  readonly nodes: number;
  readonly nodeOf: Int32Array;
  readonly parentOf: Int32Array;
};

/**
 * Levels from the coarsest to the states themselves; everything above hangs on one root.
 *
 * @param states number of states; each is a node of the last level
 * @param groups the group of each state at each level between, the coarsest first; groups are
 *   numbered from 0, and those of one level lie inside those of the one before
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE for a group that is no number of
 *   one, ARGUMENT_OUT_OF_RANGE where a group belongs to two groups of the level above
 */
export function levelsOf(states: number, groups: readonly Int32Array[]): Level[] {
  const levels: Level[] = [];
  let above = new Int32Array(states);
  for (const nodeOf of [...groups, Int32Array.from({ length: states }, (_, state) => state)]) {
    requireGroups(nodeOf, states);
    const nodes = nodeOf.reduce((most, node) => Math.max(most, node + 1), 0);
    levels.push({ nodes, nodeOf, parentOf: parentsOf(nodeOf, above, nodes) });
    above = Int32Array.from(nodeOf);
  }
  return levels;
}

function requireGroups(nodeOf: Int32Array, states: number): void {
  if (nodeOf.length !== states) {
    const message = `a level groups ${nodeOf.length} of ${states} states`;
    throw new ModelError("COLUMN_LENGTHS_DIFFER", message, {
      length: nodeOf.length,
      expected: states,
    });
  }
  const row = nodeOf.findIndex((node) => node < 0);
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `state ${row} has no group`, {
      row,
      value: nodeOf[row],
    });
  }
}

function parentsOf(nodeOf: Int32Array, above: Int32Array, nodes: number): Int32Array {
  const parentOf = new Int32Array(nodes).fill(-1);
  nodeOf.forEach((node, state) => {
    if (parentOf[node] >= 0 && parentOf[node] !== above[state]) {
      const message = `group ${node} lies in two groups of the level above`;
      throw new ModelError("ARGUMENT_OUT_OF_RANGE", message, { name: "groups", value: node });
    }
    parentOf[node] = above[state];
  });
  return parentOf;
}
