import { type Buyers, buyersOf, type SpendSummary } from "./spend-summary.ts";

/** Pearson's correlation between the number of purchases and the mean spend. */
export type SpendCorrelation = {
  readonly correlation: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly customers: number;
};

/** The normal quantile of a two-sided 95 % interval. */
const QUANTILE = 1.959963984540054;

/**
 * Correlation of spend per purchase with frequency over customers with purchases; spend models
 * take the two as independent. On the raw scale: logarithms and ranks of a mean depend on how
 * many purchases it is taken over even where the spend does not.
 *
 * The interval is symmetric on Fisher's scale, with a standard error from the influence function,
 * which holds for long-tailed amounts too.
 *
 * @returns undefined where it does not exist: fewer than 4 customers, or a constant column.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE
 * @see Devlin, Gnanadesikan & Kettenring (1975), Biometrika 62(3)
 */
export function spendFrequencyCorrelation(spend: SpendSummary): SpendCorrelation | undefined {
  const buyers = buyersOf(spend);
  const { customers } = buyers;
  if (customers < 4) return undefined;
  const counts = standardised(buyers, buyers.frequency);
  const means = standardised(buyers, buyers.monetaryValue);
  if (!counts || !means) return undefined;
  const correlation = average(buyers, (i) => counts[i] * means[i]);
  const variance = average(
    buyers,
    (i) => (counts[i] * means[i] - (correlation / 2) * (counts[i] ** 2 + means[i] ** 2)) ** 2,
  );
  const rest = 1 - correlation * correlation;
  if (rest < 1e-12) return { correlation, low: correlation, high: correlation, customers };
  const half = (QUANTILE * Math.sqrt(variance / customers)) / rest;
  const z = Math.atanh(correlation);
  return { correlation, low: Math.tanh(z - half), high: Math.tanh(z + half), customers };
}

/** A column with mean 0 and variance 1, unless it is constant. */
function standardised(buyers: Buyers, column: Float64Array): Float64Array | undefined {
  const mean = average(buyers, (i) => column[i]);
  const deviation = Math.sqrt(average(buyers, (i) => (column[i] - mean) ** 2));
  if (deviation <= 1e-9 * mean) return undefined;
  return column.map((value) => (value - mean) / deviation);
}

function average({ weight, customers }: Buyers, value: (row: number) => number): number {
  return weight.reduce((sum, w, i) => sum + w * value(i), 0) / customers;
}
