import type { Feature } from "../features/feature.ts";

/** What the SQL of warnings calls its columns, as columns of `snapshot` or NULL. */
export type SnapshotNames = Readonly<Record<keyof typeof COLUMNS, string>> & {
  /** False where spend is counted in purchases. */
  readonly hasAmounts: boolean;
};

/** For each name the features it may be read from, the first that there is. */
const COLUMNS = {
  spend_1m: ["revenue_1m", "purchases_1m"],
  spend_3m: ["revenue_3m", "purchases_3m"],
  spend_12m: ["revenue_12m", "purchases_12m"],
  spend_so_far: ["revenue", "purchases"],
  returned_12m: ["returned_12m"],
  breadth: ["products", "categories"],
  usage_days: ["usage_days_3m"],
  usage_quiet: ["days_since_usage"],
  contacts: ["contacts_3m"],
  nps: ["nps_last"],
  campaigns: ["campaigns_3m"],
} as const;

/** Finds the columns among the features that the workspace has data for. */
export function snapshotNames(features: readonly Feature[]): SnapshotNames {
  const has = (name: string) => features.some((feature) => feature.name === name);
  const names = Object.entries(COLUMNS).map(([name, choices]) => {
    const found = choices.find(has);
    return [name, found ? `snapshot.${found}` : "CAST(NULL AS DOUBLE)"];
  });
  return { ...Object.fromEntries(names), hasAmounts: has("revenue_12m") };
}

/** Puts the columns in the place of their names. */
export function inSnapshot(sql: string, names: SnapshotNames): string {
  return Object.keys(COLUMNS).reduce(
    (text, name) => text.replace(`\n  ${name} AS`, `\n  ${names[name as keyof typeof COLUMNS]} AS`),
    sql,
  );
}
