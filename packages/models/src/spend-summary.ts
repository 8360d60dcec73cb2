import { requireColumns } from "./customer-summary.ts";
import { ModelError } from "./errors.ts";

/** What n customers spend, or n distinct customers with weights. */
export type SpendSummary = {
  /**
   * The number of purchases each mean is taken over: all purchases, or, in the textbook
   * convention, the repeat purchases only. Customers with 0 have no mean.
   */
  readonly frequency: Float64Array;
  /** Mean amount per purchase: above 0 where frequency is, ignored elsewhere. */
  readonly monetaryValue: Float64Array;
  /** How many customers the row stands for; 1 each if absent. */
  readonly weight?: Float64Array;
};

/** The rows that have a mean. */
export type Buyers = {
  readonly frequency: Float64Array;
  readonly monetaryValue: Float64Array;
  readonly weight: Float64Array;
  /** Sum of the weights. */
  readonly customers: number;
};

/**
 * Checks a spend summary.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE for negative, NaN or infinite
 *   numbers and for a mean of 0 over at least one purchase, with the row
 */
export function requireSpend(spend: SpendSummary): void {
  const { frequency, monetaryValue, weight } = spend;
  requireColumns({ frequency, monetaryValue, weight }, frequency.length);
  const row = frequency.findIndex((x, i) => x > 0 && monetaryValue[i] === 0);
  if (row >= 0) {
    throw new ModelError(
      "VALUE_OUT_OF_RANGE",
      `monetaryValue must be above 0 where there are purchases, but is 0 in row ${row}`,
      { column: "monetaryValue", row, value: 0 },
    );
  }
}

/**
 * The rows with at least one purchase and a positive weight.
 *
 * @throws ModelError those of `requireSpend`
 */
export function buyersOf(spend: SpendSummary): Buyers {
  requireSpend(spend);
  const { frequency, monetaryValue, weight } = spend;
  const isBuyer = (_: number, i: number) => frequency[i] > 0 && (weight?.[i] ?? 1) > 0;
  const x = frequency.filter(isBuyer);
  const w = weight ? weight.filter(isBuyer) : new Float64Array(x.length).fill(1);
  return {
    frequency: x,
    monetaryValue: monetaryValue.filter(isBuyer),
    weight: w,
    customers: w.reduce((sum, value) => sum + value, 0),
  };
}

/** Every k-th buyer, at most about `rows` of them. */
export function thinOutBuyers(buyers: Buyers, rows: number): Buyers {
  const step = Math.ceil(buyers.frequency.length / rows);
  if (step <= 1) return buyers;
  const every = (column: Float64Array) => column.filter((_, i) => i % step === 0);
  const weight = every(buyers.weight);
  return {
    frequency: every(buyers.frequency),
    monetaryValue: every(buyers.monetaryValue),
    weight,
    customers: weight.reduce((sum, value) => sum + value, 0),
  };
}
