import { ModelError, requireLength } from "../errors.ts";
import { descendingOrder } from "./descending-order.ts";
import { floorOf } from "./poisson-deviance.ts";

/** What came, sorted once for all methods and all resamples. */
export type Outcome = {
  /** By row. */
  readonly actual: Float64Array;
  /** Rows by what came, highest first; ties by weight, so that no sum depends on row order. */
  readonly rows: Uint32Array;
  /** The floor of predictions in the deviance. */
  readonly floor: number;
};

/** The ranks of what came among the customers that count. */
export type ActualRanks = {
  readonly customers: number;
  /** By row: mid-rank from the top, less the mean rank. */
  readonly ranks: Float64Array;
  readonly sumOfSquares: number;
  /** Area under the Lorenz curve of what came, times customers × total. */
  readonly area: number;
};

/**
 * @throws ModelError TOO_LITTLE_DATA without customers or without anything that came, as then no
 *   method can be told from another; the codes of `requireColumn`
 */
export function sortOutcome(actual: Float64Array, weight: Float64Array): Outcome {
  requireColumn("actual", actual, actual.length);
  requireColumn("weight", weight, actual.length, 0);
  const rows = descendingOrder(actual, descendingOrder(weight));
  let customers = 0;
  let total = 0;
  for (const row of rows) {
    customers += weight[row];
    total += weight[row] * actual[row];
  }
  if (!(total > 0)) {
    throw new ModelError("TOO_LITTLE_DATA", "what came sums to 0 or less: nothing to compare", {
      customers,
      total,
    });
  }
  return { actual, rows, floor: floorOf(total / customers) };
}

/** Ranks what came where row i counts `weight[i]` times. */
export function rankActual({ actual, rows }: Outcome, weight: Float64Array): ActualRanks {
  let customers = 0;
  for (const row of rows) customers += weight[row];
  const ranks = new Float64Array(actual.length);
  let sumOfSquares = 0;
  let area = 0;
  let before = 0;
  let totalBefore = 0;
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const value = actual[rows[start]];
    let inGroup = 0;
    while (end < rows.length && actual[rows[end]] === value) inGroup += weight[rows[end++]];
    const rank = before + (inGroup - customers) / 2;
    for (let i = start; i < end; i++) ranks[rows[i]] = rank;
    sumOfSquares += inGroup * rank * rank;
    area += inGroup * (totalBefore + (inGroup * value) / 2);
    before += inGroup;
    totalBefore += inGroup * value;
  }
  return { customers, ranks, sumOfSquares, area };
}

/** @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, each naming column and row */
export function requireColumn(
  column: string,
  values: Float64Array,
  expected: number,
  least: number = Number.NEGATIVE_INFINITY,
): void {
  requireLength(column, values, expected);
  const row = values.findIndex((value) => !(Number.isFinite(value) && value >= least));
  if (row >= 0) {
    throw new ModelError("VALUE_OUT_OF_RANGE", `${column} is out of range in row ${row}`, {
      column,
      row,
      value: values[row],
    });
  }
}
