import { chebyshevCoefficients, chebyshevNodes, clenshaw, isResolved } from "./chebyshev.ts";
import { distinctPairs, distinctValues } from "./distinct.ts";

/** With fewer distinct arguments than this it is cheaper to compute each. */
const WORTH_INTERPOLATING = 64;

/**
 * `compute(count[i], time[i])` for every row, where `compute` is positive and, for a given count,
 * analytic in ln(offset + time). Each distinct pair is computed once; where a count comes with
 * many distinct times, ln `compute` is interpolated in Chebyshev points, to 1e-12 relative, and
 * computed directly where its coefficients do not fall to rounding level. So a million customers
 * with a million different times cost hardly more than a thousand.
 */
export function mapSmoothPairs(
  count: Float64Array,
  time: Float64Array,
  offset: number,
  compute: (count: number, time: number) => number,
): Float64Array {
  const counts = distinctValues(count);
  const times = distinctValues(time);
  const pairs = distinctPairs(counts.index, times.index);
  const results = new Float64Array(pairs.first.length);
  for (const [k, places] of placesByFirst(pairs.first, counts.values.length).entries()) {
    const x = counts.values[k];
    const own = Float64Array.from(places, (place) => times.values[pairs.second[place]]);
    const f = (t: number) => compute(x, t);
    const approximation =
      own.length < WORTH_INTERPOLATING ? undefined : interpolateLog(f, offset, own);
    const answer = approximation ?? f;
    places.forEach((place, i) => {
      results[place] = answer(own[i]);
    });
  }
  return Float64Array.from(pairs.index, (place) => results[place]);
}

/** The positions at which each value of `first` stands. */
function placesByFirst(first: Int32Array, values: number): Int32Array[] {
  const sizes = new Int32Array(values);
  for (const k of first) sizes[k] += 1;
  const places = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(values);
  first.forEach((k, place) => {
    places[k][filled[k]++] = place;
  });
  return places;
}

function interpolateLog(
  f: (time: number) => number,
  offset: number,
  times: Float64Array,
): ((time: number) => number) | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const time of times) {
    low = Math.min(low, time);
    high = Math.max(high, time);
  }
  const [from, to] = [Math.log(offset + low), Math.log(offset + high)];
  const onUnit = (z: number) => {
    const y = from + ((z + 1) / 2) * (to - from);
    return Math.log(f(Math.exp(y) - offset));
  };
  for (const nodes of [16, 32]) {
    const coefficients = chebyshevCoefficients(chebyshevNodes(nodes).map(onUnit));
    if (!isResolved(coefficients)) continue;
    return (time) => {
      const z = (2 * (Math.log(offset + time) - from)) / (to - from) - 1;
      return Math.exp(clenshaw(coefficients, z));
    };
  }
  return undefined;
}
