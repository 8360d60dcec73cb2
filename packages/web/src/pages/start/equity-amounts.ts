import type { Basis, Equity } from "@kundenwert/contract";

/** The amounts of an equity on one basis; null where they are not known. */
export type Amounts = {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly historic: number | null;
  readonly total: number | null;
};

export function amountsOf(equity: Equity, basis: Basis): Amounts {
  const amounts =
    basis === "revenue"
      ? {
          value: equity.revenueDiscounted,
          low: equity.revenueLow,
          high: equity.revenueHigh,
          historic: equity.revenueHistoric,
        }
      : {
          value: equity.contributionDiscounted,
          low: equity.contributionLow,
          high: equity.contributionHigh,
          historic: equity.contributionHistoric,
        };
  const { value, historic } = amounts;
  return { ...amounts, total: value === null || historic === null ? null : value + historic };
}
