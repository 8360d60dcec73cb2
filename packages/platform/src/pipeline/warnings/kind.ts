import type { Histories } from "./histories.ts";

/** Undesired: valuable and active, and about to buy nothing. Desired: about to become active high. */
export const WARNING_KINDS = ["undesired", "desired"] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

const VALUABLE = ["active_mid", "active_high"];

/** The same of a column `macro` in SQL. */
export const ELIGIBLE_SQL = {
  undesired: `macro IN (${VALUABLE.map((macro) => `'${macro}'`).join(", ")})`,
  desired: "macro <> 'active_high'",
} as const;

/** Whether a change of this kind can come to a customer of a macro segment. */
export function isEligible(kind: WarningKind, macro: string): boolean {
  if (kind === "undesired") return VALUABLE.includes(macro);
  return macro !== "active_high";
}

/**
 * Whether the change came within `months` after a period: no purchase in any of them, or active
 * high at the end of one.
 *
 * @returns 1 or 0
 */
export function changeCame(
  kind: WarningKind,
  { periods, purchases, macro }: Histories,
  customer: number,
  period: number,
  months: number,
): number {
  const at = customer * periods + period;
  for (let ahead = 1; ahead <= months; ahead++) {
    if (kind === "undesired" && (purchases[at + ahead] as number) > 0) return 0;
    if (kind === "desired" && macro[at + ahead] === MACRO.high) return 1;
  }
  return kind === "undesired" ? 1 : 0;
}

/** The codes of `macro` in sql/warnings/read/histories.sql; inactive is the first month of it. */
export const MACRO = { other: 0, high: 1, inactive: 2 } as const;
