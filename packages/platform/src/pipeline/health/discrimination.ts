/** How well a score parts those who left from those who stayed, from its histogram. */

/** Customers of one score. */
export type ScoreCell = {
  readonly score: number;
  readonly churned: number;
  readonly stayed: number;
};

export type Discrimination = {
  /** Probability that one who stayed had a higher score than one who left; ties count half. */
  readonly auc: number;
  readonly low: number;
  readonly high: number;
};

/** Below so many who left, or who stayed, nothing is said. */
const FEWEST = 10;
/** The 97.5 % point of the normal. */
const Z = 1.96;

/**
 * The area under the ROC curve with its 95 % interval, by placements (DeLong, DeLong &
 * Clarke-Pearson 1988), on the logit scale so that it stays between 0 and 1.
 *
 * @param cells in any order; several of one score are added up
 * @returns undefined where fewer than ten left or fewer than ten stayed
 */
export function discriminate(cells: readonly ScoreCell[]): Discrimination | undefined {
  const left = total(cells, "churned");
  const stayed = total(cells, "stayed");
  if (left < FEWEST || stayed < FEWEST) return undefined;
  const placed = placements(cells, left, stayed);
  const auc = mean(placed, "churned", ({ above }) => above);
  const variance =
    spread(placed, "churned", ({ above }) => above - auc) / left +
    spread(placed, "stayed", ({ below }) => below - auc) / stayed;
  return { auc, ...interval(auc, Math.sqrt(variance)) };
}

type Placed = ScoreCell & {
  /** Share of those who stayed that lie above this score. */
  readonly above: number;
  /** Share of those who left that lie below it. */
  readonly below: number;
};

function placements(cells: readonly ScoreCell[], left: number, stayed: number): Placed[] {
  const merged = new Map<number, ScoreCell>();
  for (const { score, ...counts } of cells) {
    const known = merged.get(score) ?? { score, churned: 0, stayed: 0 };
    merged.set(score, {
      score,
      churned: known.churned + counts.churned,
      stayed: known.stayed + counts.stayed,
    });
  }
  let [leftBelow, stayedBelow] = [0, 0];
  return [...merged.values()]
    .sort((one, other) => one.score - other.score)
    .map((cell) => {
      const above = 1 - (stayedBelow + cell.stayed / 2) / stayed;
      const below = (leftBelow + cell.churned / 2) / left;
      leftBelow += cell.churned;
      stayedBelow += cell.stayed;
      return { ...cell, above, below };
    });
}

function interval(auc: number, standardError: number): { low: number; high: number } {
  if (auc <= 0 || auc >= 1) return { low: auc, high: auc };
  const logit = Math.log(auc / (1 - auc));
  const half = (Z * standardError) / (auc * (1 - auc));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { low: back(logit - half), high: back(logit + half) };
}

type Side = "churned" | "stayed";

function total(cells: readonly ScoreCell[], side: Side): number {
  return cells.reduce((sum, cell) => sum + cell[side], 0);
}

function mean(cells: readonly Placed[], side: Side, of: (cell: Placed) => number): number {
  return cells.reduce((sum, cell) => sum + cell[side] * of(cell), 0) / total(cells, side);
}

/** Sum of squares ÷ (n − 1). */
function spread(cells: readonly Placed[], side: Side, of: (cell: Placed) => number): number {
  const squares = cells.reduce((sum, cell) => sum + cell[side] * of(cell) ** 2, 0);
  return squares / (total(cells, side) - 1);
}
