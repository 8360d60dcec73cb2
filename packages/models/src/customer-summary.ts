import { ModelError } from "./errors.ts";

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
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE (negative, NaN or infinite),
 *   RECENCY_EXCEEDS_T, each with the row in `details`
 */
export function requireValid(summary: CustomerSummary): void {
  const { frequency, recency, T } = summary;
  for (const [column, values] of Object.entries(summary)) {
    if (values.length !== frequency.length) {
      throw new ModelError("COLUMN_LENGTHS_DIFFER", `${column} differs in length from frequency`, {
        column,
        length: values.length,
        expected: frequency.length,
      });
    }
    const row = values.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
    if (row >= 0) {
      throw new ModelError("VALUE_OUT_OF_RANGE", `${column} must be 0 or more in row ${row}`, {
        column,
        row,
        value: values[row],
      });
    }
  }
  const row = recency.findIndex((tx, i) => tx > T[i]);
  if (row >= 0) {
    throw new ModelError("RECENCY_EXCEEDS_T", `recency exceeds T in row ${row}`, { row });
  }
}
