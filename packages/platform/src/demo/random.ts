import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { ln, power } from "./exact-math.ts";

/** A stream of random numbers; drawing moves it on. */
export type Random = RandomGenerator;

/** @returns the stream of one thing (`index`) for one purpose; streams do not depend on each other. */
export function randomOf(seed: number, purpose: number, index: number): Random {
  const a = scramble(seed ^ scramble(purpose + 0x9e3779b9));
  const b = scramble(a ^ scramble(index + 0x85ebca6b));
  const c = scramble(b + index);
  return xoroshiro128plusFromState([scramble(b + 1), scramble(c + 2), scramble(a ^ c), b | 1]);
}

/** @returns a number in [0, 1) that is always the same for the same arguments. */
export function fixedShare(seed: number, purpose: number, index: number): number {
  const a = scramble(seed ^ scramble(purpose + 0x9e3779b9));
  return (scramble(a ^ scramble(index + 0xc2b2ae35)) >>> 0) / 0x1_0000_0000;
}

/** The finaliser of MurmurHash3: every bit of the argument moves every bit of the result. */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** @returns a number in [0, 1). */
export function uniform(random: Random): number {
  return uniformFloat64(random);
}

/** @returns true with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return uniformFloat64(random) < probability;
}

/** @returns a whole number from `low` to `high`, both included. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(uniformFloat64(random) * (high - low + 1));
}

/** @returns an exponential time with the given mean. */
export function exponential(random: Random, mean: number): number {
  return -mean * ln(1 - uniformFloat64(random));
}

/** @returns a standard normal number, by Marsaglia's polar method. */
export function normal(random: Random): number {
  for (;;) {
    const a = 2 * uniformFloat64(random) - 1;
    const b = 2 * uniformFloat64(random) - 1;
    const s = a * a + b * b;
    if (s > 0 && s < 1) return a * Math.sqrt((-2 * ln(s)) / s);
  }
}

/**
 * @returns a gamma number with the given shape and mean 1.
 * @see Marsaglia & Tsang (2000), "A simple method for generating gamma variables"
 */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) {
    const boost = power(1 - uniformFloat64(random), 1 / shape);
    return (gamma(random, shape + 1) * (shape + 1) * boost) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root; // ** is as inexact as Math.pow
    const u = 1 - uniformFloat64(random);
    if (ln(u) < 0.5 * x * x + d * (1 - v + ln(v))) return (d * v) / shape;
  }
}

/** @returns a Poisson count, by counting exponential gaps. */
export function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let time = exponential(random, 1); time < mean; time += exponential(random, 1)) count++;
  return count;
}

/** @returns the running sums of weights, the table `pick` draws from. */
export function cumulate(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    sums[i] = sum;
  });
  return sums;
}

/** @returns an index, each with its share of the weights behind `sums`. */
export function pick(random: Random, sums: Float64Array): number {
  const target = uniformFloat64(random) * (sums[sums.length - 1] as number);
  return firstAbove(sums, target);
}

/** @returns the first index whose value exceeds `target`; the length if none does. */
export function firstAbove(ascending: Float64Array, target: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
