import type { CustomerSummary } from "./customer-summary.ts";
import { ModelError, requireAtLeastZero } from "./errors.ts";
import { createRandom, type Random } from "./numeric/random.ts";

export type SimulationOptions = {
  /** The same seed gives the same customers. */
  readonly seed: number;
  /** Time after T in which purchases are counted too; 0 if absent. */
  readonly horizon?: number;
};

export type Simulation = {
  readonly summary: CustomerSummary;
  /** Transactions in (T, T + horizon] of each customer. */
  readonly ahead: Float64Array;
  /** Σ ln(time between two successive transactions up to T) of each customer. */
  readonly logIntervals: Float64Array;
};

/** More transactions than this in one customer's life are refused instead of waited for. */
const MOST_TRANSACTIONS = 10_000_000;

/**
 * Follows customers from their first transaction for T and a horizon beyond it.
 *
 * @param T each customer's time under observation.
 * @param createBuyer draws a customer and returns what draws the wait for the next transaction,
 *   infinite once the customer has left.
 * @throws ModelError ARGUMENT_OUT_OF_RANGE for a negative T or horizon, or a process that never ends
 */
export function simulateCustomers(
  T: Float64Array,
  { seed, horizon = 0 }: SimulationOptions,
  createBuyer: (random: Random) => () => number,
): Simulation {
  requireAtLeastZero("horizon", horizon);
  for (const end of T) requireAtLeastZero("T", end);
  const random = createRandom(seed);
  const frequency = new Float64Array(T.length);
  const recency = new Float64Array(T.length);
  const ahead = new Float64Array(T.length);
  const logIntervals = new Float64Array(T.length);
  for (let i = 0; i < T.length; i++) {
    const wait = createBuyer(random);
    let at = 0;
    for (let count = 0; ; count++) {
      at += wait();
      if (at > T[i] + horizon) break;
      if (count > MOST_TRANSACTIONS) throw endless(i);
      if (at > T[i]) ahead[i] += 1;
      // Two transactions at one moment would be one.
      else if (at > recency[i]) {
        frequency[i] += 1;
        logIntervals[i] += Math.log(at - recency[i]);
        recency[i] = at;
      }
    }
  }
  return { summary: { frequency, recency, T: T.slice() }, ahead, logIntervals };
}

function endless(row: number): ModelError {
  return new ModelError(
    "ARGUMENT_OUT_OF_RANGE",
    `Customer ${row} would make more than ${MOST_TRANSACTIONS} transactions; shorten T`,
    { name: "T", row },
  );
}
