import type { Parameters } from "../../engines/engine.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";

/** What part of a customer's life a feature tells of. */
const FAMILIES = [
  "demographic",
  "behavioural",
  "usage",
  "service",
  "satisfaction",
  "marketing",
] as const;
export type Family = (typeof FAMILIES)[number];

export type Unit =
  | "count"
  | "currency"
  | "days"
  | "days squared"
  | "years"
  | "minutes"
  | "share"
  | "score"
  | "quantity"
  | "text";

export type FeatureType = "number" | "category" | "yes/no" | "date";

/** The tables that features are read from, each made by a step of the same name. */
export type FeatureSource =
  | "known_customer"
  | "purchase_activity"
  | "range_activity"
  | "contract_phase"
  | "usage_activity"
  | "interaction_activity"
  | "resolution_activity"
  | "feedback_activity"
  | "campaign_activity"
  | "consent_phase"
  | "referral_activity"
  | "master_phase"
  | "attribute_phase";

/** One column of the table `snapshot`. */
export type Feature = {
  /** The column's name. */
  readonly name: string;
  readonly family: Family;
  readonly type: FeatureType;
  readonly unit: Unit;
  readonly source: FeatureSource;
  /** The columns of the ledger it rests on: without data in one of them there is no such feature. */
  readonly needs: readonly `${LedgerTable}.${string}`[];
  /** Over the source's rows of one customer as of $period_end: an aggregate, unless there is one row only. */
  readonly sql: string;
  /**
   * How it follows from what the snapshot before says, so that old rows need not be read again: `sql`
   * over the newer rows is added to it, or holds instead of it where there are any (`days` are then
   * days since something, of which more have passed).
   */
  readonly carried?: "sum" | "latest" | "days";
  /** What a customer without a row in the source has: nothing known, or none. */
  readonly without: "unknown" | "zero";
  readonly meaning: { readonly de: string; readonly en: string };
  /** Values that `sql` names as $parameters of its own. */
  readonly parameters?: Parameters;
};

/** What a list of features of one family and source has in common need be said once. */
export function features(
  common: Pick<Feature, "family" | "source"> & Partial<Feature>,
  list: readonly Partial<Feature>[],
): Feature[] {
  const standard = { type: "number", without: "unknown", needs: [] } as const;
  return list.map((one) => ({ ...standard, ...common, ...one }) as Feature);
}

/** The windows that features look back on, in months up to and with the period's own. */
export const WINDOWS = [1, 3, 6, 12] as const;
export type Window = (typeof WINDOWS)[number];

/** The sum of an expression over the last months. */
export function sumSince(months: Window, expression: string): string {
  return `CAST(sum(CASE WHEN activity_month >= $since_${months}m THEN ${expression} ELSE 0 END) AS DOUBLE)`;
}

/** Days from a day of the source to the end of the period. */
export function daysSince(day: string): string {
  return `CAST(date_diff('day', ${day}, $period_end) AS DOUBLE)`;
}
