import { mbgNbd, warnings } from "@kundenwert/models";
import { toWeeks } from "../cells.ts";
import { type Basis, type Ends, sequencesOf, summaryOf } from "./basis.ts";
import type { Histories } from "./histories.ts";
import type { OriginRows } from "./origin-rows.ts";

const DAYS_A_MONTH = 365.2425 / 12;
const WEEKS_A_YEAR = 365.2425 / 7;

/** What the models expect of each row's customer. NaN where a model was refused. */
export type Outlook = {
  /** P(no purchase in the window), by MBG/NBD and by the hidden Markov model. */
  readonly quietMbg: Float64Array;
  readonly quietHiddenMarkov: Float64Array;
  /** Expected spend in the window, and in a year. */
  readonly spend: Float64Array;
  readonly spendOfYear: Float64Array;
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
  const { mbg, hiddenMarkov, spend } = basis;
  const unknown = () => new Float64Array(rows.customer.length).fill(Number.NaN);
  const weeks = toWeeks(months * DAYS_A_MONTH);
  const summary = summaryOf(rows);
  const perPurchase = rows.spend_so_far.map(
    (spent, row) =>
      (spend.strength * spend.mean + Math.max(spent, 0)) /
      (spend.strength + (rows.purchases[row] as number)),
  );
  const expected = (horizon: number) =>
    mbg
      ? mbgNbd
          .expectedPurchases(mbg, summary, horizon)
          .map((purchases, row) => purchases * (perPurchase[row] as number))
      : unknown();
  return {
    quietMbg: mbg ? mbgNbd.conditionalCountProbability(mbg, summary, weeks, 0) : unknown(),
    quietHiddenMarkov: hiddenMarkov
      ? warnings.hiddenMarkov.noPurchaseProbability(
          hiddenMarkov,
          sequencesOf(rows, histories, ends),
          months,
        )
      : unknown(),
    spend: expected(weeks),
    spendOfYear: expected(WEEKS_A_YEAR),
    perPurchase,
  };
}
