/** What a hidden Markov model expects of the periods after a customer's sequence. */
import { requireAtLeastZero } from "../errors.ts";
import { type CountSequences, requireSequences } from "./count-sequences.ts";
import type { HiddenMarkov } from "./hidden-markov.ts";

/**
 * The probability that each customer buys nothing in the `periods` after the end of the sequence.
 *
 * @returns one probability a customer; a sequence without periods is one of a customer of whom
 *   nothing is known.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, ARGUMENT_OUT_OF_RANGE
 */
export function noPurchaseProbability(
  params: HiddenMarkov,
  sequences: CountSequences,
  periods: number,
): Float64Array {
  requireSequences(sequences);
  requireAtLeastZero("periods", periods);
  const quiet = quietAhead(params, periods);
  const { counts, starts } = sequences;
  const tables = emissions(params, counts);
  const belief = new Float64Array(params.rates.length);
  const next = new Float64Array(params.rates.length);
  return Float64Array.from(starts, (start, i) => {
    const end = starts[i + 1] ?? counts.length;
    belief.set(params.initial);
    for (let at = start; at < end; at++) {
      observe(belief, tables, counts[at]);
      move(params.transition, belief, next);
    }
    return belief.reduce((sum, share, state) => sum + share * quiet[state], 0);
  });
}

/** For each state a period begins in: P(nothing in that one and the `periods` − 1 after it). */
function quietAhead({ rates, transition }: HiddenMarkov, periods: number): readonly number[] {
  let quiet = rates.map(() => 1);
  for (let step = 0; step < periods; step++) {
    const later = quiet;
    quiet = rates.map((rate, from) => {
      const after = transition[from].reduce((sum, share, to) => sum + share * later[to], 0);
      return Math.exp(-rate) * (step === 0 ? 1 : after);
    });
  }
  return quiet;
}

/** λ^n e^−λ of each state and count; n! is the same for all states and left out. */
function emissions({ rates }: HiddenMarkov, counts: Float64Array): Float64Array[] {
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  return Array.from({ length: most + 1 }, (_, count) => {
    const logs = rates.map((rate) => count * Math.log(rate) - rate);
    const highest = Math.max(...logs);
    return Float64Array.from(logs, (one) => Math.exp(one - highest));
  });
}

function observe(belief: Float64Array, tables: readonly Float64Array[], count: number): void {
  let sum = 0;
  for (let s = 0; s < belief.length; s++) {
    belief[s] *= tables[count][s];
    sum += belief[s];
  }
  for (let s = 0; s < belief.length; s++) belief[s] /= sum;
}

function move(
  transition: HiddenMarkov["transition"],
  belief: Float64Array,
  next: Float64Array,
): void {
  next.fill(0);
  for (let from = 0; from < belief.length; from++) {
    for (let to = 0; to < belief.length; to++) next[to] += belief[from] * transition[from][to];
  }
  belief.set(next);
}
