/**
 * Hidden Markov model of purchases by period: a customer is in one of a few states, each with a
 * Poisson rate of its own, and may change the state from one period to the next.
 *
 * @see Netzer, Lattin & Srinivasan (2008), "A hidden Markov model of customer relationship
 *   dynamics", Marketing Science 27(2); MacDonald & Zucchini (1997) for the Poisson case
 */
import { ModelError } from "../errors.ts";
import { type CountSequences, distinctSequences, requireSequences } from "./count-sequences.ts";
import { expectationStep, type Moments } from "./hidden-markov-forward.ts";

export type { CountSequences } from "./count-sequences.ts";
export { noPurchaseProbability } from "./hidden-markov-prediction.ts";

/** Plain JSON; states by ascending rate. */
export type HiddenMarkov = {
  /** Mean purchases a period in each state. */
  readonly rates: readonly number[];
  /** The share of customers in each state in the first period of their sequence. */
  readonly initial: readonly number[];
  /** From (row) to (column) from one period to the next. */
  readonly transition: readonly (readonly number[])[];
};

export type HiddenMarkovFit = {
  readonly model: "hidden-markov";
  readonly params: HiddenMarkov;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly periods: number;
  readonly bic: number;
  /** The BIC of every number of states that was tried. */
  readonly tried: readonly { readonly states: number; readonly bic: number }[];
};

export type HiddenMarkovOptions = {
  /** Numbers of states to choose from by BIC; 4, 5 and 6. */
  readonly states?: readonly number[];
  readonly maxIterations?: number;
};

/** Nobody's rate is 0: a single purchase must stay possible in every state. */
const LOWEST_RATE = 1e-4;
/** Relative change of the log-likelihood that ends the climb. */
const CLOSE_ENOUGH = 1e-6;
/** Added to every count of moves: what was never seen is not impossible. */
const UNSEEN = 0.01;

/**
 * Fits by expectation maximisation, once for each number of states, and keeps the lowest BIC.
 *
 * @param sequences equal ones are merged, so their number matters more than that of customers.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE; ARGUMENT_OUT_OF_RANGE (no number of
 *   states); TOO_LITTLE_DATA where there are no purchases or fewer than two periods
 */
export function fit(
  sequences: CountSequences,
  { states = [4, 5, 6], maxIterations = 60 }: HiddenMarkovOptions = {},
): HiddenMarkovFit {
  requireSequences(sequences);
  if (states.length === 0 || states.some((one) => !(Number.isInteger(one) && one >= 1))) {
    const message = "states must be whole numbers of 1 or more";
    throw new ModelError("ARGUMENT_OUT_OF_RANGE", message, { states });
  }
  const customers = sequences.starts.length;
  const periods = sequences.counts.length;
  const purchases = sequences.counts.reduce((sum, count) => sum + count, 0);
  if (purchases === 0 || periods < 2 * customers || customers === 0) {
    const message = "a hidden Markov model needs purchases and two periods a customer";
    throw new ModelError("TOO_LITTLE_DATA", message, { customers, periods, purchases });
  }
  const merged = distinctSequences(sequences);
  const fits = states.map((count) =>
    climb(merged, startingPoint(sequences.counts, count), maxIterations),
  );
  const scored = fits.map(({ params, logLikelihood }) => {
    const count = params.rates.length;
    const free = count * count + count - 1;
    return { params, logLikelihood, bic: free * Math.log(periods) - 2 * logLikelihood };
  });
  const best = scored.reduce((one, other) => (other.bic < one.bic ? other : one));
  return {
    model: "hidden-markov",
    ...best,
    customers,
    periods,
    tried: scored.map(({ params, bic }) => ({ states: params.rates.length, bic })),
  };
}

/** Rates spread from almost nothing to what the busiest periods hold; most customers stay. */
function startingPoint(counts: Float64Array, states: number): HiddenMarkov {
  const bought = counts.filter((count) => count > 0).sort();
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const high = Math.max(bought[Math.floor(0.95 * (bought.length - 1))], 2 * mean);
  const low = mean / 20;
  const rates = Array.from({ length: states }, (_, s) =>
    states === 1 ? mean : low * (high / low) ** (s / (states - 1)),
  );
  const stay = states === 1 ? 1 : 0.8;
  return {
    rates,
    initial: rates.map(() => 1 / states),
    transition: rates.map((_, from) =>
      rates.map((_, to) => (from === to ? stay : (1 - stay) / (states - 1))),
    ),
  };
}

type Climbed = { readonly params: HiddenMarkov; readonly logLikelihood: number };

function climb(
  merged: ReturnType<typeof distinctSequences>,
  start: HiddenMarkov,
  maxIterations: number,
): Climbed {
  let params = start;
  let before = Number.NEGATIVE_INFINITY;
  for (let iteration = 0; ; iteration++) {
    const moments = expectationStep(params, merged);
    const gain = moments.logLikelihood - before;
    before = moments.logLikelihood;
    if (iteration === maxIterations || gain < CLOSE_ENOUGH * Math.abs(before)) {
      return { params: ascending(params), logLikelihood: before };
    }
    params = maximise(moments);
  }
}

function maximise({ initial, moves, time, purchases }: Moments): HiddenMarkov {
  const states = initial.length;
  const shares = (row: Float64Array): number[] => {
    const sum = row.reduce((total, one) => total + one + UNSEEN, 0);
    return Array.from(row, (one) => (one + UNSEEN) / sum);
  };
  return {
    rates: Array.from(purchases, (count, s) =>
      Math.max(LOWEST_RATE, count / Math.max(time[s], 1e-12)),
    ),
    initial: shares(initial),
    transition: Array.from({ length: states }, (_, from) =>
      shares(moves.subarray(from * states, (from + 1) * states)),
    ),
  };
}

function ascending({ rates, initial, transition }: HiddenMarkov): HiddenMarkov {
  const order = rates.map((_, s) => s).sort((one, other) => rates[one] - rates[other]);
  return {
    rates: order.map((s) => rates[s]),
    initial: order.map((s) => initial[s]),
    transition: order.map((from) => order.map((to) => transition[from][to])),
  };
}
