import { mbgNbd, warnings } from "@kundenwert/models";
import { toWeeks } from "../cells.ts";
import { type Basis, type Ends, sequencesOf, summaryOf } from "./basis.ts";
import type { Histories } from "./histories.ts";
import type { OriginRows } from "./origin-rows.ts";

export const DAYS_A_MONTH = 365.2425 / 12;
export const WEEKS_A_YEAR = 365.2425 / 7;

/** What the models expect of each row's customer. A probability is NaN where its model was refused. */
export type Outlook = {
  /** P(no purchase in the window), by MBG/NBD and by the hidden Markov model. */
  readonly quietMbg: Float64Array;
  readonly quietHiddenMarkov: Float64Array;
  /** Expected spend in the window; without a model at the pace of the last year. */
  readonly spend: Float64Array;
  /** Expected spend of a purchase. */
  readonly perPurchase: Float64Array;
};

export function foresee(
  basis: Basis,
  rows: OriginRows,
  histories: Histories,
  ends: Ends,
  months: number,
): Outlook {
  const { mbg, hiddenMarkov } = basis;
  const unknown = () => new Float64Array(rows.customer.length).fill(Number.NaN);
  const weeks = toWeeks(months * DAYS_A_MONTH);
  return {
    quietMbg: mbg ? mbgNbd.conditionalCountProbability(mbg, summaryOf(rows), weeks, 0) : unknown(),
    quietHiddenMarkov: hiddenMarkov
      ? warnings.hiddenMarkov.noPurchaseProbability(
          hiddenMarkov,
          sequencesOf(rows, histories, ends),
          months,
        )
      : unknown(),
    spend: expectedSpend(basis, rows, weeks),
    perPurchase: perPurchaseOf(basis, rows),
  };
}

/** The spend that each row's customer is expected to bring in a year. */
export function spendOfYear(basis: Basis, rows: OriginRows): Float64Array {
  return expectedSpend(basis, rows, WEEKS_A_YEAR);
}

function expectedSpend(basis: Basis, rows: OriginRows, weeks: number): Float64Array {
  const perPurchase = perPurchaseOf(basis, rows);
  const purchases = basis.mbg
    ? mbgNbd.expectedPurchases(basis.mbg, summaryOf(rows), weeks)
    : paceOfYear(rows).map((pace) => pace * weeks);
  return purchases.map((n, row) => n * (perPurchase[row] as number));
}

function perPurchaseOf({ spend }: Basis, { spend_so_far, purchases }: OriginRows): Float64Array {
  const { mean, strength } = spend;
  return spend_so_far.map(
    (spent, row) =>
      (strength * mean + Math.max(spent, 0)) / (strength + (purchases[row] as number)),
  );
}

/** Purchases a week of the last year, or of the time since the first purchase where that is less. */
function paceOfYear({ purchases_12m, age }: OriginRows): Float64Array {
  return purchases_12m.map((n, row) => {
    const weeks = toWeeks(Math.max(age[row] as number, DAYS_A_MONTH));
    return n / Math.min(weeks, WEEKS_A_YEAR);
  });
}
