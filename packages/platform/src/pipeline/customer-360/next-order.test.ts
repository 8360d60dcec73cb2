import { expect, test } from "vitest";
import type { ModelFit } from "../fits.ts";
import { nextOrder } from "./next-order.ts";

const params = { r: 0.5, alpha: 10, a: 0.8, b: 2.5 };
const fit = { params } as unknown as ModelFit;
const asOf = new Date("2026-10-31");
const WEEK = 7;

test("finds the median of the Lomax distribution that BG/NBD implies for an active customer", () => {
  // P(no purchase in t | active) = ((alpha + T) / (alpha + T + t))^(r + x), so the level l is
  // reached at t = (alpha + T) · (l^(−1 / (r + x)) − 1) weeks: here (10 + 38) and 0.5 + 4.
  const at = (level: number) => 48 * (level ** (-1 / 4.5) - 1) * WEEK;
  const times = { frequency: 4, recency: 30 * WEEK, age: 38 * WEEK };
  for (const method of ["bg-nbd", "mbg-nbd"] as const) {
    const next = nextOrder(method, fit, times, asOf);
    // Bisection ends within a millionth of a day.
    expect(next?.medianDays).toBeCloseTo(at(0.5), 4);
    expect(next?.lowDays).toBeCloseTo(at(0.9), 4);
    expect(next?.highDays).toBeCloseTo(at(0.1), 4);
  }
  // 48 · (0.5^(−1/4.5) − 1) = 7.994 weeks = 55.96 days after 31 October.
  expect(nextOrder("mbg-nbd", fit, times, asOf)?.expectedOn).toBe("2026-12-26");
});

test("the chance of a purchase grows with time up to the probability of being active", () => {
  const next = nextOrder("mbg-nbd", fit, { frequency: 4, recency: 210, age: 266 }, asOf);
  const chances = next?.chances.map(({ probability }) => probability) ?? [];
  expect(chances).toEqual(chances.toSorted((one, other) => one - other));
  expect(chances.at(-1)).toBeLessThan(Number(next?.probabilityActive));
});

test("names no day that lies more than twenty years away", () => {
  // One purchase ten years ago: (10 + 520) · (2^(1 / 0.5) − 1) = 1590 weeks.
  const next = nextOrder("mbg-nbd", fit, { frequency: 0, recency: 0, age: 3640 }, asOf);
  expect(next?.medianDays).toBeNull();
  expect(next?.expectedOn).toBeNull();
  expect(next?.lowDays).toBeGreaterThan(0);
});
