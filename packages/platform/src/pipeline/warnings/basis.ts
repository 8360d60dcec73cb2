import {
  type BetaGeometricParams,
  ModelError,
  mbgNbd,
  warnings as models,
  type warnings,
} from "@kundenwert/models";
import { toWeeks } from "../cells.ts";
import { fitGammaGamma } from "../spend.ts";
import type { Histories } from "./histories.ts";
import type { OriginRows } from "./origin-rows.ts";

/** The models that warnings stand on, fitted on what was known at one month's end. Plain JSON. */
export type Basis = {
  readonly mbg: BetaGeometricParams | null;
  readonly hiddenMarkov: warnings.hiddenMarkov.HiddenMarkov | null;
  readonly spend: { readonly mean: number; readonly strength: number };
  /** Why a model is missing: its code. */
  readonly refused: Readonly<Record<string, string>>;
};

/** Sequences that the hidden Markov model is fitted on at most: its time grows with them. */
const MOST_SEQUENCES = 2000;

/**
 * Fits the models on the rows of one period.
 *
 * @param rows everybody who bought by then; no later period.
 */
export function fitBasis(
  rows: OriginRows,
  histories: Histories,
  ends: Ends,
  hasAmounts: boolean,
): Basis {
  const refused: Record<string, string> = {};
  const attempt = <T>(name: string, fit: () => T): T | null => {
    try {
      return fit();
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      refused[name] = error.code;
      return null;
    }
  };
  const mbg = attempt("mbg-nbd", () => mbgNbd.fit(summaryOf(rows)).params);
  const sequences = sequencesOf(
    rows,
    histories,
    ends,
    Math.ceil(rows.customer.length / MOST_SEQUENCES),
  );
  const hiddenMarkov = attempt("hidden-markov", () => models.hiddenMarkov.fit(sequences).params);
  const spend = hasAmounts ? attempt("spend", () => fitSpend(rows)) : { mean: 1, strength: 1 };
  return { mbg, hiddenMarkov, spend: spend ?? { mean: 0, strength: 0 }, refused };
}

/** Month ends as days since 1970-01-01. */
export type Ends = Float64Array;

/** x, t_x and T of every row, in weeks. */
export function summaryOf({ purchases, age, recency }: OriginRows) {
  return {
    frequency: purchases.map((n) => n - 1),
    recency: age.map((days, i) => toWeeks(days - (recency[i] as number))),
    T: age.map(toWeeks),
  };
}

function fitSpend({ purchases, spend_so_far }: OriginRows): Basis["spend"] {
  const spent = Array.from(purchases.keys()).filter((row) => (spend_so_far[row] as number) > 0);
  const { mean, strength } = fitGammaGamma({
    frequency: Float64Array.from(spent, (row) => purchases[row] as number),
    monetaryValue: Float64Array.from(
      spent,
      (row) => (spend_so_far[row] as number) / (purchases[row] as number),
    ),
  });
  return { mean, strength };
}

/**
 * The purchases of each row's customer month by month, from the month after the first purchase up
 * to the row's own: whether a first purchase comes is not the question here.
 *
 * @param every of the rows, one in so many
 */
export function sequencesOf(
  { customer, period, age }: OriginRows,
  { periods, purchases }: Histories,
  ends: Ends,
  every = 1,
): warnings.CountSequences {
  const pieces: Uint16Array[] = [];
  for (let row = 0; row < customer.length; row += every) {
    const last = period[row] as number;
    const firstDay = (ends[last] as number) - (age[row] as number);
    const begun = ends.findIndex((end) => end >= firstDay);
    const at = (customer[row] as number) * periods;
    pieces.push(purchases.subarray(at + begun + 1, at + last + 1));
  }
  const starts = new Uint32Array(pieces.length);
  const counts = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  pieces.forEach((piece, i) => {
    starts[i] = at;
    counts.set(piece, at);
    at += piece.length;
  });
  return { counts, starts };
}
