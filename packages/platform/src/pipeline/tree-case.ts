import type { RegressionTree } from "@kundenwert/models";

/**
 * A tree as one CASE.
 *
 * @param columns the SQL of each feature; one that is missing is unknown for everyone
 * @param leaf the SQL of what a leaf stands for, by its number and the place of its node
 */
export function treeCase(
  tree: RegressionTree,
  columns: ReadonlyMap<string, string>,
  leaf: (number: number, place: number) => string,
): string {
  const caseOf = (place: number): string => {
    const node = tree.nodes[place] as RegressionTree["nodes"][number];
    if (node.leaf !== null) return leaf(node.leaf, place);
    const column = columns.get(node.feature) ?? "CAST(NULL AS DOUBLE)";
    const asks =
      node.threshold === null
        ? `${column} IS NOT NULL`
        : `${column} <= CAST(${node.threshold} AS DOUBLE)`;
    const orUnknown =
      node.unknown === "left" && node.threshold !== null ? ` OR ${column} IS NULL` : "";
    return `CASE WHEN ${asks}${orUnknown} THEN ${caseOf(node.left)} ELSE ${caseOf(node.right)} END`;
  };
  return caseOf(0);
}
