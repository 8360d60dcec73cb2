import { expect, test } from "vitest";
import { type Cohort, intervalOf, learnReturns, outstandingReturns } from "./return-development.ts";

/**
 * A triangle worked by hand; months 0 to 3, of which 3 is the last that is over.
 *
 * | month | bought | age 0 | age 1 | age 2 |
 * |---|---|---|---|---|
 * | 0 | 100 | 10 | 20 | 5 |
 * | 1 | 200 | 30 | 40 | 5 |
 * | 2 | 100 | 10 | 30 | – |
 * | 3 | 100 | 10 | – | – |
 *
 * Shares: age 0 60 / 500 = 0.12; age 1 90 / 400 = 0.225; age 2 10 / 300 = 1/30; none later.
 */
const triangle: readonly Cohort[] = [
  { month: 0, purchased: 100, lines: 10, returned: [10, 20, 5] },
  { month: 1, purchased: 200, lines: 20, returned: [30, 40, 5] },
  { month: 2, purchased: 100, lines: 10, returned: [10, 30] },
  { month: 3, purchased: 100, lines: 10, returned: [10] },
];
const LAST = 3;
const of = (...months: number[]) => triangle.filter(({ month }) => months.includes(month));

test("each age's share is over the months that have reached it", () => {
  const { share, months } = learnReturns(triangle, LAST);
  expect(share.slice(0, 3)).toEqual([0.12, 0.225, 10 / 300]);
  expect(months.slice(0, 5)).toEqual([4, 3, 2, 1, 0]);
  expect(share.slice(3)).toEqual(new Array(10).fill(0));
});

test("the variance at an age is that of the months' shares, weighed by what was bought", () => {
  // Age 1: shares 0.2, 0.2, 0.3 around 0.225: (100 * 0.025² + 200 * 0.025² + 100 * 0.075²) / 2
  // = (0.0625 + 0.125 + 0.5625) / 2 = 0.375.
  expect(learnReturns(triangle, LAST).variance[1]).toBeCloseTo(0.375, 12);
});

test("what is to come is what was bought times the shares of the ages ahead", () => {
  const pattern = learnReturns(triangle, LAST);
  // Month 3: 100 * (0.225 + 1/30) = 25.8333; month 2: 100 / 30 = 3.3333; months 0 and 1: nothing.
  expect(outstandingReturns(of(3), pattern, LAST).expected).toBeCloseTo(25.833333, 6);
  expect(outstandingReturns(of(2), pattern, LAST).expected).toBeCloseTo(3.333333, 6);
  expect(outstandingReturns(of(0, 1), pattern, LAST)).toEqual({ expected: 0, variance: 0 });
  expect(outstandingReturns(triangle, pattern, LAST).expected).toBeCloseTo(29.166667, 6);
});

test("the variance of a sum counts the doubt about each share once for all months", () => {
  // Ages 1 and 2 of month 3: 0.375 (100 + 100² / 400) = 46.875. Age 2: shares 0.05 and 0.025 around
  // 1/30: (100 / 3600 + 200 / 14400) / 1 = 1/24; times (100 + 100² / 300) = 5.5556. Sum 52.4306;
  // with month 2 age 2 has (200 + 200² / 300) / 24 = 13.8889 instead: 60.7639.
  const pattern = learnReturns(triangle, LAST);
  expect(outstandingReturns(of(3), pattern, LAST).variance).toBeCloseTo(52.430556, 6);
  const both = outstandingReturns(of(2, 3), pattern, LAST);
  expect(both.variance).toBeCloseTo(60.763889, 6);
  const [low, high] = intervalOf(both);
  // 29.1667 ± 1.2816 * 7.7951
  expect(low).toBeCloseTo(19.176445, 4);
  expect(high).toBeCloseTo(39.156888, 4);
});

test("what came back in the running month is no longer to come", () => {
  const pattern = learnReturns(triangle, LAST);
  const running: Cohort = { month: 3, purchased: 100, lines: 10, returned: [10, 20] };
  expect(outstandingReturns([running], pattern, LAST).expected).toBeCloseTo(5.833333, 6);
  const all: Cohort = { ...running, returned: [10, 40] };
  expect(outstandingReturns([all], pattern, LAST).expected).toBe(0);
});

test("purchases of the running month have everything before them", () => {
  const pattern = learnReturns(triangle, LAST);
  const running: Cohort = { month: 4, purchased: 50, lines: 5, returned: [1] };
  // 50 * (0.12 + 0.225 + 1/30) - 1
  expect(outstandingReturns([running], pattern, LAST).expected).toBeCloseTo(17.916667, 6);
});

test("the interval holds what came in four of five simulated shops", () => {
  // Shares of 10, 15 and 5 % with a spread that grows with the root of what was bought.
  let seed = 7;
  const random = () => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32;
    return seed / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let held = 0;
  const rounds = 400;
  for (let round = 0; round < rounds; round++) {
    const full = Array.from({ length: 30 }, (_, month): Cohort => {
      const purchased = 800 + 400 * random();
      const returned = [0.1, 0.15, 0.05].map(
        (share) => share * purchased + Math.sqrt(purchased) * normal(),
      );
      return { month, purchased, lines: 50, returned };
    });
    const last = 29;
    const seen = full.map((one) => ({
      ...one,
      returned: one.returned.slice(0, last - one.month + 1),
    }));
    const [low, high] = intervalOf(outstandingReturns(seen, learnReturns(seen, last), last));
    const came = full.flatMap(({ month, returned }) => returned.slice(last - month + 1));
    const total = came.reduce((sum, value) => sum + value, 0);
    if (low <= total && total <= high) held++;
  }
  // 80 % ± 3 standard errors of 400 rounds (2 %).
  expect(held / rounds).toBeGreaterThan(0.74);
  expect(held / rounds).toBeLessThan(0.86);
});
