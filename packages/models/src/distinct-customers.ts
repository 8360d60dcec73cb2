import { type CustomerSummary, requireValid } from "./customer-summary.ts";
import { ModelError } from "./errors.ts";
import { distinctPairs, distinctValues } from "./numeric/distinct.ts";

/**
 * A summary with every distinct (x, t_x, T) once. Row i stands for `weight[i]` customers with
 * frequency `frequencies[frequencyIndex[i]]`, and so on: the likelihoods look up what depends on
 * one column only instead of computing it for every row.
 */
export type DistinctCustomers = {
  readonly rows: number;
  /** Sum of the weights. */
  readonly customers: number;
  readonly weight: Float64Array;
  readonly frequencies: Float64Array;
  readonly recencies: Float64Array;
  readonly ages: Float64Array;
  readonly frequencyIndex: Int32Array;
  readonly recencyIndex: Int32Array;
  readonly ageIndex: Int32Array;
};

/**
 * Validates a summary and merges equal rows; rows of weight 0 are left out. Linear time.
 *
 * @throws ModelError those of `requireValid`
 */
export function distinctCustomers(summary: CustomerSummary): DistinctCustomers {
  requireValid(summary);
  const kept = withoutZeroWeights(summary);
  const frequency = distinctValues(kept.frequency);
  const recency = distinctValues(kept.recency);
  const age = distinctValues(kept.T);
  const times = distinctPairs(recency.index, age.index);
  const all = distinctPairs(frequency.index, times.index);
  const weight = new Float64Array(all.first.length);
  for (let i = 0; i < all.index.length; i++) weight[all.index[i]] += kept.weight?.[i] ?? 1;
  return {
    rows: weight.length,
    customers: weight.reduce((sum, w) => sum + w, 0),
    weight,
    frequencies: frequency.values,
    recencies: recency.values,
    ages: age.values,
    frequencyIndex: all.first,
    recencyIndex: all.second.map((k) => times.first[k]),
    ageIndex: all.second.map((k) => times.second[k]),
  };
}

function withoutZeroWeights(summary: CustomerSummary): CustomerSummary {
  const { weight } = summary;
  if (!weight?.includes(0)) return summary;
  const keep = (column: Float64Array) => column.filter((_, i) => weight[i] > 0);
  return {
    frequency: keep(summary.frequency),
    recency: keep(summary.recency),
    T: keep(summary.T),
    weight: keep(weight),
  };
}

/** Every k-th distinct row, at most about `rows` of them, for a cheap first search. */
export function thinOut(customers: DistinctCustomers, rows: number): DistinctCustomers {
  const step = Math.ceil(customers.rows / rows);
  if (step <= 1) return customers;
  const every = <C extends Float64Array | Int32Array>(column: C): C =>
    column.filter((_: number, i: number) => i % step === 0) as C;
  const weight = every(customers.weight);
  return {
    ...customers,
    rows: weight.length,
    customers: weight.reduce((sum, w) => sum + w, 0),
    weight,
    frequencyIndex: every(customers.frequencyIndex),
    recencyIndex: every(customers.recencyIndex),
    ageIndex: every(customers.ageIndex),
  };
}

/**
 * Refuses data no purchase process can be fitted to.
 *
 * @throws ModelError TOO_LITTLE_DATA: no customers, no repeat transaction at all, or no time
 */
export function requireRepeatBuyers(customers: DistinctCustomers): void {
  const repeaters = countRepeaters(customers);
  if (repeaters > 0) return;
  throw new ModelError(
    "TOO_LITTLE_DATA",
    customers.customers > 0
      ? "No customer bought twice, so nothing tells buying rarely from being gone"
      : "There are no customers to fit",
    { customers: customers.customers, repeaters },
  );
}

/** The number of customers (sum of weights) with at least one repeat transaction. */
export function countRepeaters({ weight, frequencies, frequencyIndex }: DistinctCustomers): number {
  return weight.reduce((sum, w, i) => sum + (frequencies[frequencyIndex[i]] > 0 ? w : 0), 0);
}

/** Repeat transactions and time under observation, summed over all customers. */
export function totalsOver(customers: DistinctCustomers): { purchases: number; time: number } {
  const { weight, frequencies, frequencyIndex, ages, ageIndex } = customers;
  let purchases = 0;
  let time = 0;
  for (let i = 0; i < weight.length; i++) {
    purchases += weight[i] * frequencies[frequencyIndex[i]];
    time += weight[i] * ages[ageIndex[i]];
  }
  return { purchases, time };
}
