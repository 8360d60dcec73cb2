import type { FigureDefinition } from "@kundenwert/contract";
import { type Change, type Comparison, changeOf, FEW } from "./change.ts";
import type { ShownFigure } from "./shown-figure.ts";

/** A figure that moved, and by how much of what it was. */
export type Mover = {
  readonly definition: FigureDefinition;
  readonly change: Change;
  /** |difference| ÷ |earlier value|. */
  readonly size: number;
};

/** Of the MRR these are parts, told by the MRR itself. */
const PARTS = /^mrr_/;
/** Two standard errors: what chance alone moves further in one case of twenty. */
const ERRORS = 2;

/**
 * The figures that changed most against an earlier period, the largest change first. What rests on
 * fewer than 30 cases is left out, and so is what chance alone may have moved: intervals that
 * overlap, counts (Poisson) and shares (binomial) within two standard errors.
 */
export function largestChanges(
  figures: readonly ShownFigure[],
  comparison: Comparison,
  limit: number,
): Mover[] {
  const movers = figures.flatMap(({ definition, series }) => {
    const change = changeOf(series.values, comparison);
    if (!change || PARTS.test(definition.name) || isChance(change, definition.unit)) return [];
    const before = Math.abs(change.from.value ?? 0);
    const size = Math.abs(change.difference) / before;
    return size > 0 && Number.isFinite(size) ? [{ definition, change, size }] : [];
  });
  return movers.toSorted((a, b) => b.size - a.size).slice(0, limit);
}

/** Whether chance alone, or too few cases, may be behind a change. */
export function isChance({ from, to, difference, apart }: Change, unit: string): boolean {
  if (Math.min(from.n, to.n) < FEW || apart === false) return true;
  const [before, now] = [from.value ?? 0, to.value ?? 0];
  const error = (() => {
    if (unit === "count") return Math.sqrt(Math.max(0, before + now));
    if (unit !== "share" || apart !== null) return 0;
    const spread = (share: number, n: number) => Math.max(0, share * (1 - share)) / n;
    return Math.sqrt(spread(before, from.n) + spread(now, to.n));
  })();
  return Math.abs(difference) < ERRORS * error;
}
