import { ModelError, regressionForest, warnings } from "@kundenwert/models";
import type { Basis } from "./basis.ts";
import { changeCame, isEligible, type WarningKind } from "./kind.ts";
import { type Foreseen, type Material, withOutlook } from "./material.ts";
import { type OriginRows, selectRows } from "./origin-rows.ts";
import { TERMS } from "./terms.ts";

/**
 * What the probability of a change is made of: the logistic regression, which tells what drives it;
 * for desired changes the mean of it and a forest, because what is missing and how soon customers
 * come back act together.
 */
export type RiskFit = {
  readonly logistic: warnings.logisticRegression.LogisticFit;
  readonly forest: regressionForest.RegressionForest | null;
};

const FOREST = { trees: 10, maxLeaves: 250, minLeaf: 25, featureShare: 0.5, seed: 1 };
/** An even sample of so many rows is learnt from. */
const MOST_ROWS = 50_000;

/** Rows to whom the change could come, with what is known of them. */
export function eligibleRows(
  kind: WarningKind,
  rows: OriginRows,
  [from, until]: readonly [number, number],
): OriginRows {
  return selectRows(rows, (row) => {
    const period = rows.period[row] as number;
    if (period < from || period > until) return false;
    // Of the rest there is a part only: an even look at everybody takes no more of the others.
    if (kind === "desired" && rows.isWhole[row] === 0) return false;
    return isEligible(kind, rows.macro[row] as string);
  });
}

/** The terms of each row, by name. */
export function termsOf(kind: WarningKind, of: Foreseen): Record<string, Float64Array> {
  return Object.fromEntries(
    TERMS[kind].map((term) => [term.name, of.gap.map((_, row) => term.value(of, row))]),
  );
}

/** 1 for each row to whom the change came. */
export function outcomesOf(kind: WarningKind, { rows, histories, months }: Material): Float64Array {
  return rows.recency.map((_, row) =>
    changeCame(kind, histories, rows.customer[row] as number, rows.period[row] as number, months),
  );
}

/** Events, and rows without one, below which nothing is learnt. */
const FEWEST = 30;

/**
 * Learns the risk from the rows of periods `from` to `until`.
 *
 * @returns the fit, or the code why there is none
 */
export function learn(
  kind: WarningKind,
  material: Material,
  basis: Basis,
  periods: readonly [number, number],
): RiskFit | string {
  const rows = thinned(eligibleRows(kind, material.rows, periods));
  if (rows.customer.length === 0) return "NOBODY_ELIGIBLE";
  const foreseen = withOutlook(material, rows, basis);
  const outcome = outcomesOf(kind, foreseen);
  const events = outcome.reduce((sum, one) => sum + one, 0);
  if (Math.min(events, outcome.length - events) < FEWEST) return "TOO_FEW_CHANGES";
  const terms = termsOf(kind, foreseen);
  try {
    return {
      logistic: warnings.logisticRegression.fit(terms, outcome),
      forest:
        kind === "desired"
          ? regressionForest.fit({ features: terms, targets: [outcome] }, FOREST)
          : null,
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return error.code;
  }
}

function thinned(rows: OriginRows): OriginRows {
  const every = Math.ceil(rows.customer.length / MOST_ROWS);
  return every > 1 ? selectRows(rows, (row) => row % every === 0) : rows;
}

/**
 * The probability of the change for each row. Without a fit it is the best that needs no past:
 * P(no purchase) by MBG/NBD, or by the hidden Markov model where that was refused; for a desired
 * change the expected spend against what is missing. NaN where both were refused.
 */
export function probabilities(
  kind: WarningKind,
  fit: RiskFit | string,
  of: Foreseen,
  terms: Record<string, Float64Array>,
): Float64Array {
  if (typeof fit !== "string") return fromFit(fit, terms);
  const { quietMbg, quietHiddenMarkov } = of.outlook;
  if (kind === "undesired") return of.basis.mbg ? quietMbg : quietHiddenMarkov;
  return of.outlook.spend.map((spend, row) => spend / (spend + (of.gap[row] as number) + 1e-9));
}

function fromFit({ logistic, forest }: RiskFit, terms: Record<string, Float64Array>): Float64Array {
  const smooth = warnings.logisticRegression.probability(logistic, terms);
  if (!forest) return smooth;
  const grown = regressionForest.predict(forest, terms, smooth.length);
  return smooth.map((p, row) => (p + (grown[row] as number)) / 2);
}
