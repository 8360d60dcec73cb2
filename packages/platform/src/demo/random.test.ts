import { expect, test } from "vitest";
import {
  cumulate,
  exponential,
  firstAbove,
  fixedShare,
  gamma,
  normal,
  pick,
  poisson,
  type Random,
  randomOf,
  uniform,
} from "./random.ts";

const n = 200_000;

function moments(draw: (random: Random) => number): { mean: number; variance: number } {
  const random = randomOf(7, 1, 0);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = draw(random);
    sum += value;
    squares += value * value;
  }
  const mean = sum / n;
  return { mean, variance: squares / n - mean * mean };
}

// Four standard errors of a mean of n draws with variance v are 4 sqrt(v / n); of a variance,
// 4 v sqrt((kurtosis - 1) / n), with kurtosis 3 + 6 / shape for a gamma number.
test.each([0.4, 0.85, 1, 4, 12])("draws gamma numbers of shape %d with mean 1", (shape) => {
  const { mean, variance } = moments((random) => gamma(random, shape));
  expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(1 / shape / n));
  expect(Math.abs(variance * shape - 1)).toBeLessThan(4 * Math.sqrt((2 + 6 / shape) / n));
});

test("draws normal, exponential, uniform and Poisson numbers with their moments", () => {
  const four = 4 / Math.sqrt(n);
  expect(Math.abs(moments(normal).mean)).toBeLessThan(four);
  expect(Math.abs(moments(normal).variance - 1)).toBeLessThan(four * Math.sqrt(2));
  expect(Math.abs(moments((random) => exponential(random, 3)).mean - 3)).toBeLessThan(3 * four);
  expect(Math.abs(moments(uniform).variance - 1 / 12)).toBeLessThan(four / 12);
  const counts = moments((random) => poisson(random, 1.7));
  expect(Math.abs(counts.mean - 1.7)).toBeLessThan(four * Math.sqrt(1.7));
  expect(Math.abs(counts.variance - 1.7)).toBeLessThan(four * 1.7 * Math.sqrt(2 + 1 / 1.7));
});

test("picks in proportion to the weights", () => {
  const sums = cumulate([1, 0, 3]);
  const share = moments((random) => pick(random, sums) / 2).mean;
  expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / n));
  expect(firstAbove(sums, 1)).toBe(2);
  expect(firstAbove(sums, 4)).toBe(3);
});

test("gives neighbours in seed, purpose and number streams that do not resemble each other", () => {
  const first = (seed: number, purpose: number, index: number) =>
    uniform(randomOf(seed, purpose, index));
  const values = Array.from({ length: 20_000 }, (_, i) => first(1, 2, i));
  const products = values.slice(1).map((value, i) => (value - 0.5) * ((values[i] ?? 0) - 0.5));
  const correlation = (12 * products.reduce((a, b) => a + b)) / products.length;
  expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(products.length));
  expect(new Set(values).size).toBe(values.length);
  expect(first(1, 2, 3)).toBe(first(1, 2, 3));
  expect(first(2, 2, 3)).not.toBe(first(1, 2, 3));
  expect(first(1, 3, 3)).not.toBe(first(1, 2, 3));
});

test("gives everyone a fixed share, spread evenly and unrelated between purposes", () => {
  let both = 0;
  for (let i = 0; i < n; i++) {
    if (fixedShare(1, 100, i) < 0.2 && fixedShare(1, 101, i) < 0.2) both++;
  }
  expect(Math.abs(both / n - 0.04)).toBeLessThan(4 * Math.sqrt((0.04 * 0.96) / n));
});
