/** What follows an event, against alike customers to whom it did not come. Association, not cause. */
import { ModelError, requireLength } from "../errors.ts";

/** Customers who are alike, one row a cell: with the event and without it. */
export type MatchedCells = {
  readonly exposed: Float64Array;
  /** Of the exposed, those to whom the outcome came. */
  readonly exposedOutcomes: Float64Array;
  readonly others: Float64Array;
  readonly otherOutcomes: Float64Array;
};

export type MatchedEffect = {
  /** With the event, in a cell that holds others too. */
  readonly exposed: number;
  /** With the event and nobody to compare with. */
  readonly unmatched: number;
  readonly others: number;
  /** Share of the exposed to whom the outcome came. */
  readonly share: number;
  /** The share that others have, weighted as the exposed lie in the cells. */
  readonly expected: number;
  /** share − expected, with its interval. */
  readonly effect: number;
  readonly lower: number;
  readonly upper: number;
};

/** The 97.5 % point of the normal. */
const Z = 1.959964;

/**
 * The exposed customers' share of outcomes minus that of the others, cell by cell, weighted by the
 * exposed: the effect on those to whom the event came.
 *
 * @returns with a 95 % interval; the variance of each share is that of Agresti and Caffo's (2000)
 *   adjusted shares, so that a cell in which the outcome came to none or to all is not certain.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE; TOO_LITTLE_DATA where no exposed
 *   customer has another to compare with
 */
export function matchedEffect(cells: MatchedCells): MatchedEffect {
  requireCells(cells);
  let [exposed, unmatched, others, hits, expected, variance] = [0, 0, 0, 0, 0, 0];
  cells.exposed.forEach((n, i) => {
    const m = cells.others[i];
    if (n === 0 || m === 0) {
      unmatched += n;
      return;
    }
    exposed += n;
    others += m;
    hits += cells.exposedOutcomes[i];
    expected += (n * cells.otherOutcomes[i]) / m;
    variance +=
      n ** 2 *
      (adjusted(cells.exposedOutcomes[i], n) / (n + 2) +
        adjusted(cells.otherOutcomes[i], m) / (m + 2));
  });
  if (exposed === 0) {
    const message = "nobody with the event has anybody to be compared with";
    throw new ModelError("TOO_LITTLE_DATA", message, { unmatched });
  }
  const effect = (hits - expected) / exposed;
  const half = (Z * Math.sqrt(variance)) / exposed;
  return {
    exposed,
    unmatched,
    others,
    share: hits / exposed,
    expected: expected / exposed,
    effect,
    lower: effect - half,
    upper: effect + half,
  };
}

function adjusted(outcomes: number, n: number): number {
  const share = (outcomes + 1) / (n + 2);
  return share * (1 - share);
}

function requireCells(cells: MatchedCells): void {
  const expected = cells.exposed.length;
  for (const [column, values] of Object.entries(cells)) {
    requireLength(column, values, expected);
  }
  const row = cells.exposed.findIndex(
    (n, i) => !(cells.exposedOutcomes[i] <= n && cells.otherOutcomes[i] <= cells.others[i]),
  );
  if (row < 0) return;
  const message = "no more outcomes than customers";
  throw new ModelError("VALUE_OUT_OF_RANGE", message, { column: "outcomes", row });
}
