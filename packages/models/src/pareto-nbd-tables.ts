/** The Pareto/NBD integral and its derivatives for all distinct pairs (x, time) of a data set. */
import { chebyshevCoefficients, chebyshevNodes, isResolved } from "./numeric/chebyshev.ts";
import type { DistinctPairs } from "./numeric/distinct.ts";
import { ENTRIES, forCounts } from "./pareto-nbd-integral.ts";
import type { ParetoNbdParams } from "./pareto-nbd-likelihood.ts";

/** Which pairs there are; pair p has frequency `counts[count[p]]` and time `times[p]`. */
export type PairPlan = {
  readonly index: Int32Array;
  readonly pairs: number;
  /** Distinct frequencies, ascending. */
  readonly counts: readonly number[];
  readonly count: Int32Array;
  readonly times: Float64Array;
  /** Per distinct time: its pairs by ascending frequency. */
  readonly byTime: readonly { time: number; counts: number[]; places: number[] }[];
};

export function pairPlan(
  pairs: DistinctPairs,
  frequencies: Float64Array,
  times: Float64Array,
): PairPlan {
  const counts = [...new Set(Array.from(pairs.first, (k) => frequencies[k]))].sort((p, q) => p - q);
  const rank = new Map(counts.map((x, k) => [x, k]));
  const count = pairs.first.map((k) => rank.get(frequencies[k]) ?? 0);
  const order = Array.from(count, (_, place) => place).sort((p, q) => count[p] - count[q]);
  const byTime = Array.from(times, (time) => ({
    time,
    counts: [] as number[],
    places: [] as number[],
  }));
  for (const place of order) {
    const group = byTime[pairs.second[place]];
    group.counts.push(counts[count[place]]);
    group.places.push(place);
  }
  return {
    index: pairs.index,
    pairs: order.length,
    counts,
    count,
    times: Float64Array.from(pairs.second, (k) => times[k]),
    byTime: byTime.filter(({ places }) => places.length > 0),
  };
}

/** With fewer distinct times than this, each is worth its own quadrature. */
const WORTH_INTERPOLATING = 300;
const NODES = 24;

/** Ten entries for every pair. */
export function integralTable(params: ParetoNbdParams, plan: PairPlan): Float64Array {
  const interpolated =
    plan.byTime.length > WORTH_INTERPOLATING ? interpolatedTable(params, plan) : undefined;
  if (interpolated) return interpolated;
  const { r, alpha, s, beta } = params;
  const table = new Float64Array(ENTRIES * plan.pairs);
  for (const { time, counts, places } of plan.byTime) {
    forCounts(r, s, (beta + time) / (alpha + time), counts, (place, entries) => {
      table.set(entries, ENTRIES * places[place]);
    });
  }
  return table;
}

/**
 * Data with a clock time have hundreds of thousands of distinct times, but for a given frequency
 * the entries are analytic in ln(min(α, β) + time): a few nodes carry them. Undefined where they
 * do not do so to rounding.
 */
function interpolatedTable(params: ParetoNbdParams, plan: PairPlan): Float64Array | undefined {
  const { r, alpha, s, beta } = params;
  const offset = Math.min(alpha, beta);
  const y = plan.times.map((time) => Math.log(offset + time));
  const [from, to] = [y.reduce((p, q) => Math.min(p, q)), y.reduce((p, q) => Math.max(p, q))];
  const width = plan.counts.length * ENTRIES;
  const values = Array.from({ length: width }, () => new Float64Array(NODES));
  chebyshevNodes(NODES).forEach((z, node) => {
    const time = Math.exp(from + ((z + 1) / 2) * (to - from)) - offset;
    forCounts(r, s, (beta + time) / (alpha + time), plan.counts, (place, entries) => {
      for (let entry = 0; entry < ENTRIES; entry++) {
        values[ENTRIES * place + entry][node] = entries[entry];
      }
    });
  });
  // Node by node, so that one pass over the nodes serves all entries of a pair.
  const coefficients = new Float64Array(NODES * width);
  for (let k = 0; k < width; k++) {
    const own = chebyshevCoefficients(values[k]);
    if (!isResolved(own, 1e-30)) return undefined;
    own.forEach((value, node) => {
      coefficients[node * width + k] = value;
    });
  }
  const table = new Float64Array(ENTRIES * plan.pairs);
  const polynomials = new Float64Array(NODES);
  for (let pair = 0; pair < plan.pairs; pair++) {
    fillPolynomials(polynomials, (2 * (y[pair] - from)) / (to - from) - 1);
    const first = ENTRIES * plan.count[pair];
    for (let node = 0; node < NODES; node++) {
      const weight = polynomials[node];
      const at = node * width + first;
      for (let entry = 0; entry < ENTRIES; entry++) {
        table[ENTRIES * pair + entry] += weight * coefficients[at + entry];
      }
    }
  }
  return table;
}

/** T₀(z), T₁(z), … */
function fillPolynomials(polynomials: Float64Array, z: number): void {
  polynomials[0] = 1;
  polynomials[1] = z;
  for (let k = 2; k < polynomials.length; k++) {
    polynomials[k] = 2 * z * polynomials[k - 1] - polynomials[k - 2];
  }
}
