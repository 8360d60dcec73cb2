import { identifier, type Parameters } from "../../engines/engine.ts";
import type { StageRule } from "../../workspace/lifecycle-settings.ts";
import type { Settings } from "../../workspace/settings.ts";
import { WorkspaceError } from "../../workspace/workspace-error.ts";
import { CATALOGUE } from "../features/catalogue.ts";
import type { Feature } from "../features/feature.ts";

/** Where no rule fits. */
const OTHER_STAGE = "other";

/**
 * The built-in stages, in the order in which they are tried: first those of contracts, then those
 * of purchases. A customer is active for `activeDays` after a purchase, then cooling for as long
 * again, inactive for twice as long, and lost after that; one who comes back is won back.
 */
function defaultRules(activeDays: number): StageRule[] {
  const none = { max: 0 };
  const running = { contracts: { min: 1 } };
  const active = { days_since_purchase: { max: activeDays } };
  return [
    { stage: "cooling", when: { contracts_paused: { min: 1 } } },
    { stage: "new", when: { ...running, days_since_contract_start: { max: activeDays } } },
    { stage: "loyal", when: { ...running, days_since_contract_start: { min: 730 } } },
    { stage: "active", when: running },
    { stage: "lost", when: { purchases: none, days_since_contract_end: { min: 0 } } },
    { stage: "prospect", when: { purchases: none } },
    { stage: "new", when: { ...active, purchases: { max: 1 } } },
    { stage: "won_back", when: { ...active, last_gap: { min: 4 * activeDays + 1 } } },
    { stage: "loyal", when: { ...active, purchases_12m: { min: 4 } } },
    { stage: "active", when: active },
    { stage: "cooling", when: { days_since_purchase: { max: 2 * activeDays } } },
    { stage: "inactive", when: { days_since_purchase: { max: 4 * activeDays } } },
    { stage: "lost" },
  ];
}

export function rulesOf(settings: Settings): readonly StageRule[] {
  return settings.lifecycle ?? defaultRules(settings.activeDays);
}

/** A CASE of SQL that tells the stage of a row of `snapshot`, and the values it binds. */
export type StageCase = { readonly sql: string; readonly parameters: Parameters };

/**
 * Translates rules into SQL. What the workspace has no data for is as a customer who has none of
 * it: a count is 0, anything else unknown, and no bound holds for what is unknown.
 *
 * @throws WorkspaceError SETTINGS_INVALID where a rule names what is no feature
 */
export function stageCase(rules: readonly StageRule[], features: readonly Feature[]): StageCase {
  const parameters: Record<string, string | number> = {};
  const bind = (value: string | number) => {
    const name = `rule_${Object.keys(parameters).length}_`;
    parameters[name] = value;
    return `$${name}`;
  };
  const branches = rules.map(({ stage, when = {} }) => {
    const conditions = Object.entries(when).flatMap(([name, bounds]) => {
      const value = valueInSnapshot(name, features);
      const { min, max, is } = bounds;
      return [
        ...(min === undefined ? [] : [`${value} >= ${bind(min)}`]),
        ...(max === undefined ? [] : [`${value} <= ${bind(max)}`]),
        ...(is === undefined ? [] : [`CAST(${value} AS VARCHAR) = ${bind(is)}`]),
      ];
    });
    return `WHEN ${conditions.join(" AND ") || "1 = 1"} THEN '${identifier(stage)}'`;
  });
  return { sql: `CASE ${branches.join("\n    ")} ELSE '${OTHER_STAGE}' END`, parameters };
}

function valueInSnapshot(name: string, features: readonly Feature[]): string {
  if (features.some((feature) => feature.name === name)) return identifier(name);
  const known = CATALOGUE.find((feature) => feature.name === name);
  if (known) return known.without === "zero" ? "CAST(0 AS DOUBLE)" : "CAST(NULL AS DOUBLE)";
  const problem = `"${name}" is no feature; kundenwert features lists them`;
  const details = { file: "kundenwert.yaml", path: "/lifecycle", problem };
  throw new WorkspaceError("SETTINGS_INVALID", `lifecycle: ${problem}`, details);
}
