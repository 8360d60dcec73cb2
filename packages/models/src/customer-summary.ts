import { ModelError, requireLength } from "./errors.ts";

/** The calibration data of n customers, or of n distinct customers with weights. */
export type CustomerSummary = {
  /** x: number of repeat transactions, 0 for a customer seen once. */
  readonly frequency: Float64Array;
  /** t_x: time from the first to the last transaction, 0 where frequency is 0. */
  readonly recency: Float64Array;
  /** T: time from the first transaction to the end of the calibration period. */
  readonly T: Float64Array;
  /** How many customers the row stands for; 1 each if absent. */
  readonly weight?: Float64Array;
};

/**
 * Checks what every model relies on. A repeat buyer with recency 0 is refused: two transactions
 * at one moment are one transaction. T = 0 (seen today) is allowed.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE (negative, NaN or infinite, or a
 *   frequency that is not whole), RECENCY_EXCEEDS_T, RECENCY_WITHOUT_FREQUENCY,
 *   FREQUENCY_WITHOUT_RECENCY, each with the row in `details`
 */
export function requireValid(summary: CustomerSummary): void {
  const { frequency, recency, T, weight } = summary;
  requireColumns({ frequency, recency, T, weight }, frequency.length);
  refuseRow("VALUE_OUT_OF_RANGE", "frequency must be whole", frequency, (x) => x % 1 !== 0);
  refuseRow("RECENCY_EXCEEDS_T", "recency exceeds T", recency, (tx, i) => tx > T[i]);
  refuseRow(
    "FREQUENCY_WITHOUT_RECENCY",
    "there are repeat transactions, but recency is 0",
    recency,
    (tx, i) => tx === 0 && frequency[i] > 0,
  );
  refuseRow(
    "RECENCY_WITHOUT_FREQUENCY",
    "there is no repeat transaction, but recency is not 0",
    recency,
    (tx, i) => tx > 0 && frequency[i] === 0,
  );
}

/**
 * Checks that every column has `length` rows of finite numbers of at least 0.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE
 */
export function requireColumns(
  columns: Readonly<Record<string, Float64Array | undefined>>,
  length: number,
): void {
  for (const [column, values] of Object.entries(columns)) {
    if (values === undefined) continue;
    requireLength(column, values, length);
    const row = values.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
    if (row >= 0) {
      throw new ModelError("VALUE_OUT_OF_RANGE", `${column} must be 0 or more in row ${row}`, {
        column,
        row,
        value: values[row],
      });
    }
  }
}

function refuseRow(
  code: ConstructorParameters<typeof ModelError>[0],
  problem: string,
  column: Float64Array,
  isWrong: (value: number, row: number) => boolean,
): void {
  const row = column.findIndex(isWrong);
  if (row >= 0) throw new ModelError(code, `${problem} in row ${row}`, { row, value: column[row] });
}

/** A customer just won, as a summary. */
export const NEW_CUSTOMER: CustomerSummary = {
  frequency: Float64Array.of(0),
  recency: Float64Array.of(0),
  T: Float64Array.of(0),
};
