import type { Basis, Ends } from "./basis.ts";
import type { Histories, Members } from "./histories.ts";
import type { OriginRows } from "./origin-rows.ts";
import { foresee, type Outlook } from "./outlook.ts";

/** What warnings are learnt from, judged on and made of. */
export type Material = {
  readonly members: Members;
  readonly rows: OriginRows;
  readonly histories: Histories;
  readonly ends: Ends;
  /** The spend of twelve months that makes a customer high, by period. */
  readonly spendHigh: Float64Array;
  /** Months that a change is looked for in. */
  readonly months: number;
};

/** Material with what the models expect of each row. */
export type Foreseen = Material & {
  readonly outlook: Outlook;
  readonly basis: Basis;
  /** What is missing to active high, once what rolls out of the twelve months has done so. */
  readonly gap: Float64Array;
};

export function withOutlook(material: Material, rows: OriginRows, basis: Basis): Foreseen {
  const { histories, ends, months } = material;
  const outlook = foresee(basis, rows, histories, ends, months);
  return { ...material, rows, basis, outlook, gap: gapOf({ ...material, rows }) };
}

function gapOf({ rows, histories, spendHigh, months }: Material): Float64Array {
  return rows.spend_12m.map((spend, row) => {
    const period = rows.period[row] as number;
    const at = (rows.customer[row] as number) * histories.periods;
    const oldest = Math.max(0, period - 11);
    const rollsOut = histories.spend
      .subarray(at + oldest, at + Math.max(oldest, period - 11 + months))
      .reduce((sum, one) => sum + one, 0);
    return Math.max(0, (spendHigh[period] as number) - (spend - rollsOut));
  });
}
