/**
 * Spend without a distribution: each customer's mean drawn towards the population's, the more the
 * fewer purchases it rests on. It answers where Gamma-Gamma is refused.
 *
 * Source: Bühlmann & Gisler (2005), A Course in Credibility Theory and its Applications, ch. 4.
 */
import { ModelError, requirePositive } from "./errors.ts";
import { type Buyers, buyersOf, requireSpend, type SpendSummary } from "./spend-summary.ts";

/**
 * `mean` in the currency of the spend; `credibility` is the number of purchases at which a
 * customer's own mean and the population's count alike.
 */
export type Params = { readonly mean: number; readonly credibility: number };

export type ShrinkageFit = {
  readonly model: "spend-shrinkage";
  readonly params: Params;
  /** Variance of true means between customers, and of amounts within a customer. */
  readonly betweenVariance: number;
  readonly withinVariance: number;
  readonly customers: number;
  readonly rows: number;
};

/** The credibility where the data cannot tell: means of one kind of count, or all equal. */
const EVEN_CREDIBILITY = 1;
const LEAST_CREDIBILITY = 1e-9;
const MOST_CREDIBILITY = 1e9;

/**
 * Estimates mean and credibility by moments: the squared distance of a mean over x purchases from
 * the population's is `betweenVariance + withinVariance / x` on average, a straight line in 1/x.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE; TOO_LITTLE_DATA without buyers
 */
export function fit(spend: SpendSummary): ShrinkageFit {
  const buyers = buyersOf(spend);
  const { customers, frequency } = buyers;
  if (customers === 0) throw new ModelError("TOO_LITTLE_DATA", "No customer has bought");
  const mean = average(buyers, (i) => buyers.monetaryValue[i]);
  const { between, within } = varianceComponents(buyers, mean);
  const ratio = between + within === 0 ? EVEN_CREDIBILITY : within / between;
  return {
    model: "spend-shrinkage",
    params: {
      mean,
      credibility: Math.min(MOST_CREDIBILITY, Math.max(LEAST_CREDIBILITY, ratio)),
    },
    betweenVariance: between,
    withinVariance: within,
    customers,
    rows: frequency.length,
  };
}

/** Least squares of squared distances on 1/x, both parts at least 0. */
function varianceComponents(buyers: Buyers, mean: number): { between: number; within: number } {
  const { frequency, monetaryValue } = buyers;
  const square = (i: number) => (monetaryValue[i] - mean) ** 2;
  const inverse = (i: number) => 1 / frequency[i];
  const total = average(buyers, square);
  const centre = average(buyers, inverse);
  const spread = average(buyers, (i) => (inverse(i) - centre) ** 2);
  if (spread < 1e-18) {
    // Equal counts: half of what is seen to each part keeps the credibility even.
    return { between: total / 2, within: total / (2 * centre) / EVEN_CREDIBILITY };
  }
  const within = average(buyers, (i) => (inverse(i) - centre) * (square(i) - total)) / spread;
  if (within <= 0) return { between: total, within: 0 };
  const between = total - within * centre;
  return between > 0 ? { between, within } : { between: 0, within: total / centre };
}

function average({ weight, customers }: Buyers, value: (row: number) => number): number {
  return weight.reduce((sum, w, i) => sum + w * value(i), 0) / customers;
}

/**
 * The credibility-weighted spend per future purchase of each customer.
 *
 * @returns n amounts; the population's mean where frequency is 0.
 * @throws ModelError PARAMETER_OUT_OF_RANGE, COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE
 */
export function expectedSpend(params: Params, spend: SpendSummary): Float64Array {
  requirePositive(params);
  requireSpend(spend);
  const { mean, credibility } = params;
  const { frequency, monetaryValue } = spend;
  return frequency.map((x, i) => {
    const total = x === 0 ? 0 : x * monetaryValue[i];
    return (credibility * mean + total) / (credibility + x);
  });
}
