import type { RegressionTree } from "@kundenwert/models";
import type { Parameters } from "../../engines/engine.ts";
import type { Feature } from "../features/feature.ts";
import { treeCase } from "../tree-case.ts";
import { MACROS } from "./macro.ts";
import type { MicroVersion } from "./micro-version.ts";
import { keptColumn } from "./segment-columns.ts";

/** An expression that tells the micro-segment of a row, and the values it binds. */
export type MicroCase = { readonly sql: string; readonly parameters: Parameters };

/**
 * The trees of a version as one CASE over a row of `snapshot` and its macro segment. A feature that
 * is not there any more is unknown for everyone.
 *
 * @param version undefined where none was learned: the macro segment's place then
 */
export function microCase(
  version: MicroVersion | undefined,
  features: readonly Feature[],
): MicroCase {
  if (!version) return { sql: byMacro((place) => String(place)), parameters: {} };
  const used = new Set(version.micro.trees.flatMap(({ tree }) => tree.nodes.map(questionOf)));
  const columns = new Map<string, string>();
  const parameters: Record<string, string> = {};
  for (const one of version.columns) {
    const column = used.has(one.name) ? keptColumn(one, features) : undefined;
    if (!column) continue;
    columns.set(column.name, column.sql);
    Object.assign(parameters, column.parameters);
  }
  const sql = byMacro((place) => {
    const placed = version.micro.trees[place];
    return placed ? treeCase(placed.tree, columns, (leaf) => String(placed.first + leaf)) : "0";
  });
  return { sql, parameters };
}

function byMacro(value: (place: number) => string): string {
  const branches = MACROS.map((macro, place) => `WHEN '${macro}' THEN ${value(place)}`);
  return `CASE placed.macro ${branches.join("\n  ")} END`;
}

function questionOf({ feature }: RegressionTree["nodes"][number]): string {
  return feature ?? "";
}
