import type { Feature } from "../features/feature.ts";

const NONE = "CAST(0 AS DOUBLE)";
const UNKNOWN = "CAST(NULL AS DOUBLE)";

/**
 * What the SQL of segments calls its columns, as what the snapshot has of them. Without amounts the
 * spend of a year is its purchases.
 */
export function inSnapshot(sql: string, features: readonly Feature[]): string {
  const has = (name: string) => features.some((feature) => feature.name === name);
  const or = (name: string, otherwise: string) => (has(name) ? name : otherwise);
  return sql
    .replaceAll("contracts_running AS", `${or("contracts", NONE)} AS`)
    .replaceAll("contracts_running >", `${or("contracts", NONE)} >`)
    .replaceAll("contract_fee AS", `${or("monthly_fee", NONE)} AS`)
    .replaceAll("contract_ended AS", `${or("days_since_contract_end", UNKNOWN)} AS`)
    .replaceAll("contract_days", or("days_since_contract_start", UNKNOWN))
    .replaceAll("spend_of_year", or("revenue_12m", "purchases_12m"));
}
