import { ModelError, warnings } from "@kundenwert/models";
import type { Basis } from "./basis.ts";
import { changeCame, isEligible, type WarningKind } from "./kind.ts";
import { type Foreseen, type Material, withOutlook } from "./material.ts";
import { type OriginRows, selectRows } from "./origin-rows.ts";
import { TERMS } from "./terms.ts";

export type RiskFit = warnings.logisticRegression.LogisticFit;

/** Rows to whom the change could come, with what is known of them. */
export function eligibleRows(
  kind: WarningKind,
  rows: OriginRows,
  [from, until]: readonly [number, number],
): OriginRows {
  return selectRows(rows, (row) => {
    const period = rows.period[row] as number;
    return period >= from && period <= until && isEligible(kind, rows.macro[row] as string);
  });
}

/** The terms of each row, by name. */
export function termsOf(kind: WarningKind, of: Foreseen): Record<string, Float64Array> {
  return Object.fromEntries(
    TERMS[kind].map((term) => [
      term.name,
      Float64Array.from(of.rows.customer, (_, row) => term.value(of, row)),
    ]),
  );
}

/** 1 for each row to whom the change came. */
export function outcomesOf(kind: WarningKind, { rows, histories, months }: Material): Float64Array {
  return Float64Array.from(rows.customer, (customer, row) =>
    changeCame(kind, histories, customer, rows.period[row] as number, months),
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
  const rows = eligibleRows(kind, material.rows, periods);
  if (rows.customer.length === 0) return "NOBODY_ELIGIBLE";
  const foreseen = withOutlook(material, rows, basis);
  const outcome = outcomesOf(kind, foreseen);
  const events = outcome.reduce((sum, one) => sum + one, 0);
  if (Math.min(events, outcome.length - events) < FEWEST) return "TOO_FEW_CHANGES";
  try {
    return warnings.logisticRegression.fit(termsOf(kind, foreseen), outcome);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return error.code;
  }
}

/**
 * The probability of the change for each row. Without a fit it is the best that needs no past:
 * P(no purchase) by MBG/NBD; for a desired change the expected spend against what is missing.
 */
export function probabilities(
  kind: WarningKind,
  fit: RiskFit | string,
  of: Foreseen,
  terms: Record<string, Float64Array>,
): Float64Array {
  if (typeof fit !== "string") return warnings.logisticRegression.probability(fit, terms);
  if (kind === "undesired") return of.outlook.quietMbg;
  return of.outlook.spend.map((spend, row) => spend / (spend + (of.gap[row] as number) + 1e-9));
}
