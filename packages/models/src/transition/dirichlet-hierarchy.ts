/**
 * Transition probabilities of many states from few transitions: each state's frequencies are drawn
 * towards those of its group, and these towards those of the group above, up to those of all.
 *
 * p = (C + κ p_parent) / (N + κ), with one κ for each level: the one that makes the counts of its
 * nodes most likely if their probabilities are Dirichlet(κ p_parent).
 *
 * Source: empirical Bayes of the Dirichlet-multinomial (Minka 2000, "Estimating a Dirichlet
 * distribution"), one level on another.
 */
import { requireColumns } from "../customer-summary.ts";
import { ModelError } from "../errors.ts";
import { logRising } from "../numeric/gamma-differences.ts";
import { type Level, levelsOf } from "./hierarchy.ts";

export type DirichletHierarchy = {
  /** States × outcomes, row by row; each row adds up to 1. */
  readonly probabilities: Float64Array;
  /**
   * N + κ of each state: a cell's posterior is Beta(p · strength, (1 − p) · strength), from which
   * intervals follow.
   */
  readonly strength: Float64Array;
  /** κ of each level, the coarsest first, the states last: how many transitions the parent counts for. */
  readonly concentrations: readonly number[];
};

/** exp(−1), exp(−½), … exp(8): the κ that are tried. */
const GRID = Array.from({ length: 19 }, (_, i) => Math.exp(-1 + i / 2));

/**
 * Shrinks a table of transition counts level by level.
 *
 * @param counts states × outcomes, row by row; may be weighted, so need not be whole
 * @param outcomes number of columns
 * @param groups the group of each state at each level between all and the states, the coarsest
 *   first, each level nested in the one before; empty to draw states towards all straight away
 * @returns rows of states never left are those of their group; without any count every outcome
 *   is equally likely
 * @throws ModelError VALUE_OUT_OF_RANGE for a count below 0, COLUMN_LENGTHS_DIFFER,
 *   ARGUMENT_OUT_OF_RANGE where counts are no whole rows or groups are not nested
 */
export function shrinkCounts(
  counts: Float64Array,
  outcomes: number,
  groups: readonly Int32Array[] = [],
): DirichletHierarchy {
  requireColumns({ counts }, counts.length);
  const states = counts.length / outcomes;
  if (!(outcomes >= 1 && Number.isInteger(states))) {
    const message = `${counts.length} counts are no rows of ${outcomes}`;
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", message, { name: "outcomes", value: outcomes });
  }
  const concentrations: number[] = [];
  let probabilities = rootOf(counts, outcomes);
  let strength = new Float64Array(states);
  for (const level of levelsOf(states, groups)) {
    const rows = sumRows(counts, outcomes, level);
    const concentration = bestConcentration(rows, probabilities, outcomes, level);
    concentrations.push(concentration);
    probabilities = drawTowards(rows, probabilities, outcomes, level, concentration);
    strength = rowTotals(rows, outcomes).map((total) => total + concentration);
  }
  return { probabilities, strength, concentrations };
}

/** The frequencies of all states together. */
function rootOf(counts: Float64Array, outcomes: number): Float64Array {
  const sums = new Float64Array(outcomes);
  counts.forEach((count, cell) => {
    sums[cell % outcomes] += count;
  });
  const total = sums.reduce((sum, count) => sum + count, 0);
  return sums.map((count) => (total > 0 ? count / total : 1 / outcomes));
}

function sumRows(counts: Float64Array, outcomes: number, { nodes, nodeOf }: Level): Float64Array {
  const rows = new Float64Array(nodes * outcomes);
  counts.forEach((count, cell) => {
    rows[nodeOf[Math.floor(cell / outcomes)] * outcomes + (cell % outcomes)] += count;
  });
  return rows;
}

function rowTotals(rows: Float64Array, outcomes: number): Float64Array {
  const totals = new Float64Array(rows.length / outcomes);
  rows.forEach((count, cell) => {
    totals[Math.floor(cell / outcomes)] += count;
  });
  return totals;
}

function bestConcentration(
  rows: Float64Array,
  parents: Float64Array,
  outcomes: number,
  level: Level,
): number {
  const likelihoods = GRID.map((k) => logLikelihood(rows, parents, outcomes, level, k));
  return GRID[likelihoods.indexOf(Math.max(...likelihoods))];
}

/** Of the counts of all nodes, given κ, without the multinomial coefficients. */
function logLikelihood(
  rows: Float64Array,
  parents: Float64Array,
  outcomes: number,
  { parentOf }: Level,
  concentration: number,
): number {
  let sum = 0;
  for (const total of rowTotals(rows, outcomes)) sum -= logRising(concentration, total);
  rows.forEach((count, cell) => {
    // A parent has seen what its nodes have seen, so its probability is positive here.
    if (count > 0) {
      const prior = parents[parentOf[Math.floor(cell / outcomes)] * outcomes + (cell % outcomes)];
      sum += logRising(concentration * prior, count);
    }
  });
  return sum;
}

function drawTowards(
  rows: Float64Array,
  parents: Float64Array,
  outcomes: number,
  { parentOf }: Level,
  concentration: number,
): Float64Array {
  const totals = rowTotals(rows, outcomes);
  return rows.map((count, cell) => {
    const node = Math.floor(cell / outcomes);
    const prior = parents[parentOf[node] * outcomes + (cell % outcomes)];
    return (count + concentration * prior) / (totals[node] + concentration);
  });
}
