import { identifier, type Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { HealthPart } from "../../workspace/health-settings.ts";
import type { Settings } from "../../workspace/settings.ts";
import type { Feature } from "../features/feature.ts";
import type { HealthPlan } from "./health-parts.ts";

const SQL = readSql("health/customer_health");
const DAYS_A_MONTH = 365.2425 / 12;

/** A query over one period of `snapshot` and the values it binds. */
export type HealthSql = { readonly sql: string; readonly parameters: Parameters };

/** The query of sql/health/customer_health.sql, with the parts of a workspace put in. */
export function healthSql(
  { parts }: HealthPlan,
  features: readonly Feature[],
  { health, inactiveMonths }: Settings,
): HealthSql {
  const has = (name: string) => features.some((feature) => feature.name === name);
  const kinds = [
    ...(has("contracts") ? ["WHEN contracts >= 1 THEN 'contract'"] : []),
    "WHEN days_since_purchase <= $lost_days THEN 'shop'",
  ];
  const points = parts.map((part, i) => `${pointsOf(part, i)} AS points_${i}`);
  const sum = (value: (i: number) => string) =>
    parts
      .map(({ kind }, i) =>
        kind ? `CASE WHEN kind = '${kind}' THEN ${value(i)} ELSE 0 END` : value(i),
      )
      .join("\n      + ") || "0";
  const weight = (i: number) => `$weight_${i}_`;
  const known = sum((i) => `CASE WHEN points_${i} IS NULL THEN 0 ELSE ${weight(i)} END`);
  const sql = SQL.replace("kind_of_settings", () => `CASE ${kinds.join(" ")} END`)
    .replace("points_of_settings", () => points.join(",\n    ") || "0 AS no_points")
    .replace("sum_of_settings", () => sum((i) => `coalesce(points_${i}, 0) * ${weight(i)}`))
    .replace("known_of_settings", () => known)
    .replace("whole_of_settings", () => sum(weight));
  return {
    sql,
    parameters: {
      ...thresholds(parts),
      ...weights(parts),
      ...boundsOf(health),
      lost_days: inactiveMonths * DAYS_A_MONTH,
    },
  };
}

function boundsOf(health: Settings["health"]): Parameters {
  const { redBelow, greenFrom, leastCoverage } = health;
  return { red_below: redBelow, green_from: greenFrom, least_coverage: leastCoverage };
}

/** Points of a part from 0 to 100, or NULL where its value is not known. */
export function pointsOf(part: HealthPart, i: number): string {
  const value = partValue(part);
  const points = `100 * (${value} - $worst_${i}_) / ($best_${i}_ - $worst_${i}_)`;
  // A CASE, because engines differ in what the greatest of NULL and a number is.
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN ${points} < 0 THEN 0
    WHEN ${points} > 100 THEN 100 ELSE ${points} END`;
}

/** The value a part looks at, in SQL over a row of `snapshot`. */
export function partValue({ feature, per }: HealthPart): string {
  if (per === undefined) return identifier(feature);
  return `(CASE WHEN ${identifier(per)} > 0 THEN ${identifier(feature)} / ${identifier(per)} END)`;
}

/** The thresholds of parts, as `pointsOf` names them. */
export function thresholds(parts: readonly HealthPart[]): Parameters {
  return Object.fromEntries(
    parts.flatMap(({ worst, best }, i) => [
      [`worst_${i}_`, worst],
      [`best_${i}_`, best],
    ]),
  );
}

function weights(parts: readonly HealthPart[]): Parameters {
  return Object.fromEntries(parts.map(({ weight }, i) => [`weight_${i}_`, weight]));
}
