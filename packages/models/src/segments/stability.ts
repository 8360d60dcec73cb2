/** How firm segments are: against another sample, and against time. */
import { createRandom } from "../numeric/random.ts";
import { assignMicroSegments, fitMicroSegments, type MicroOptions } from "./micro-segments.ts";
import { rowsWhere, type TransitionSample, takeSample } from "./transition-sample.ts";

/**
 * The adjusted Rand index of two partitions of the same customers: 1 for the same one, 0 for what
 * chance would give.
 *
 * Source: Hubert & Arabie (1985), "Comparing partitions", Journal of Classification 2.
 */
export function adjustedRand(one: Int32Array, other: Int32Array): number {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const count = (keys: ArrayLike<string | number>) => {
    const counts = new Map<string | number, number>();
    for (const key of Array.from(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  };
  const both = count(Array.from(one, (own, row) => `${own} ${other[row]}`));
  const [ofOne, ofOther] = [count(one), count(other)];
  const chance = (ofOne * ofOther) / pairs(one.length);
  const most = (ofOne + ofOther) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}

const RESAMPLES = 3;
const MOST_ROWS = 20_000;

/**
 * The mean agreement (adjusted Rand index) between segments learned from two independent resamples
 * of the customers, on all of the sample, inside macro segments and between them.
 */
export function segmentAgreement(sample: TransitionSample, options: MicroOptions = {}): number {
  const step = Math.ceil(sample.macro.length / MOST_ROWS);
  const some = takeSample(
    sample,
    rowsWhere(sample.macro.length, (row) => row % step === 0),
  );
  const { uniform } = createRandom(1);
  const n = some.macro.length;
  const partition = () => {
    const rows = Int32Array.from({ length: n }, () => Math.floor(n * uniform()));
    return assignMicroSegments(fitMicroSegments(takeSample(some, rows), options), some);
  };
  let sum = 0;
  for (let i = 0; i < RESAMPLES; i++) sum += adjustedRand(partition(), partition());
  return sum / RESAMPLES;
}

/**
 * The population stability index Σ (p − q) ln(p / q) of a distribution against an earlier one; by
 * convention below 0.1 is steady, above 0.25 shifted. Half a customer stands for none.
 *
 * @param now customers by segment
 * @param then customers by the same segments
 */
export function populationStability(now: Float64Array, then: Float64Array): number {
  const shares = (counts: Float64Array) => {
    const filled = counts.map((n) => Math.max(n, 0.5));
    const total = filled.reduce((sum, n) => sum + n, 0);
    return filled.map((n) => n / total);
  };
  const [p, q] = [shares(now), shares(then)];
  return p.reduce((sum, own, i) => sum + (own - q[i]) * Math.log(own / q[i]), 0);
}
