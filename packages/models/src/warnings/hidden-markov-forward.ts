/** The expectation step of a hidden Markov model: forwards, backwards, and what it adds up to. */
import { logGamma } from "../numeric/gamma.ts";
import type { WeightedSequences } from "./count-sequences.ts";
import type { HiddenMarkov } from "./hidden-markov.ts";

/** Expected totals over all customers and periods, given what they bought. */
export type Moments = {
  readonly logLikelihood: number;
  /** Customers by state in their first period. */
  readonly initial: Float64Array;
  /** Moves from state (row) to state (column). */
  readonly moves: Float64Array;
  /** Periods spent in each state. */
  readonly time: Float64Array;
  /** Purchases made in each state. */
  readonly purchases: Float64Array;
};

/**
 * Baum's forward-backward recursions with scaling.
 *
 * @see Rabiner (1989), "A tutorial on hidden Markov models", Proceedings of the IEEE 77(2)
 */
export function expectationStep(params: HiddenMarkov, sequences: WeightedSequences): Moments {
  const states = params.rates.length;
  const { counts, starts, weight } = sequences;
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  const emission = emissionTable(params.rates, most);
  const transition = Float64Array.from(params.transition.flat());
  const longest = starts.reduce(
    (length, start, i) => Math.max(length, (starts[i + 1] ?? counts.length) - start),
    0,
  );
  const work = {
    forward: new Float64Array(longest * states),
    later: new Float64Array(states),
    beta: new Float64Array(states),
    scale: new Float64Array(longest),
  };
  const moments = {
    logLikelihood: 0,
    initial: new Float64Array(states),
    moves: new Float64Array(states * states),
    time: new Float64Array(states),
    purchases: new Float64Array(states),
  };
  const model = { initial: params.initial, transition, emission, states };
  starts.forEach((start, i) => {
    const own = counts.subarray(start, starts[i + 1] ?? counts.length);
    if (own.length === 0) return;
    moments.logLikelihood += weight[i] * forwards(model, own, work);
    backwards(model, own, weight[i], work, moments);
  });
  return moments;
}

type Model = {
  readonly initial: readonly number[];
  readonly transition: Float64Array;
  /** By count, then state. */
  readonly emission: Float64Array;
  readonly states: number;
};
type Work = {
  readonly forward: Float64Array;
  readonly later: Float64Array;
  readonly beta: Float64Array;
  readonly scale: Float64Array;
};

function emissionTable(rates: readonly number[], most: number): Float64Array {
  const table = new Float64Array((most + 1) * rates.length);
  for (let count = 0; count <= most; count++) {
    rates.forEach((rate, s) => {
      const log = count * Math.log(rate) - rate - logGamma(count + 1);
      // Far beyond what a state can bring it stays possible: nobody's likelihood is 0.
      table[count * rates.length + s] = Math.max(Math.exp(log), 1e-300);
    });
  }
  return table;
}

/** Fills forward and scale; returns the log-likelihood of one sequence. */
function forwards(
  { initial, transition, emission, states }: Model,
  counts: Float64Array,
  { forward, scale }: Work,
): number {
  let logLikelihood = 0;
  for (let t = 0; t < counts.length; t++) {
    const at = t * states;
    const before = at - states;
    const emitted = counts[t] * states;
    let sum = 0;
    for (let to = 0; to < states; to++) {
      let arriving = 0;
      if (t === 0) arriving = initial[to];
      else {
        for (let from = 0; from < states; from++) {
          arriving += forward[before + from] * transition[from * states + to];
        }
      }
      const own = arriving * emission[emitted + to];
      forward[at + to] = own;
      sum += own;
    }
    for (let s = 0; s < states; s++) forward[at + s] /= sum;
    scale[t] = sum;
    logLikelihood += Math.log(sum);
  }
  return logLikelihood;
}

/** Adds one sequence's expected totals to `moments`. */
function backwards(
  { transition, emission, states }: Model,
  counts: Float64Array,
  weight: number,
  { forward, later, beta, scale }: Work,
  { initial, moves, time, purchases }: Moments,
): void {
  // `later` is the backward variable of the period after, already times its emission and scaled.
  beta.fill(1);
  for (let t = counts.length - 1; t >= 0; t--) {
    const at = t * states;
    const count = counts[t];
    const emitted = count * states;
    const scaled = scale[t];
    for (let s = 0; s < states; s++) {
      const after = beta[s];
      const share = weight * forward[at + s] * after;
      time[s] += share;
      purchases[s] += share * count;
      if (t === 0) initial[s] += share;
      later[s] = (emission[emitted + s] * after) / scaled;
    }
    if (t === 0) return;
    for (let from = 0; from < states; from++) {
      const row = from * states;
      const leaving = weight * forward[at - states + from];
      let sum = 0;
      for (let to = 0; to < states; to++) {
        const flow = transition[row + to] * later[to];
        moves[row + to] += leaving * flow;
        sum += flow;
      }
      beta[from] = sum;
    }
  }
}
