import type { FigureDefinition, FigureValue } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { isChance, largestChanges } from "./largest-changes.ts";

const value = (quarter: 1 | 2, amount: number, n: number, rest: Partial<FigureValue> = {}) => ({
  figure: "x",
  period: `2026-Q${quarter}`,
  periodStart: quarter === 1 ? "2026-01-01" : "2026-04-01",
  periodEnd: quarter === 1 ? "2026-03-31" : "2026-06-30",
  isComplete: true,
  isProvisional: false,
  member: "all",
  value: amount,
  numerator: amount,
  denominator: null,
  n,
  low: null,
  high: null,
  alert: null,
  target: null,
  ...rest,
});
const change = (before: number, now: number, n: number) => ({
  from: value(1, before, n),
  to: value(2, now, n),
  difference: now - before,
  relative: null,
  apart: null,
});
const figure = (name: string, unit: string, ...values: FigureValue[]) => ({
  definition: { name, unit } as FigureDefinition,
  series: { figure: name, member: "all", values },
});

test("a count moves by chance by twice the root of both counts", () => {
  // √(100 + 121) = 14.9: 29 more are chance, 30 are not.
  expect(isChance(change(100, 121, 100), "count")).toBe(true);
  expect(isChance(change(100, 135, 100), "count")).toBe(false);
});

test("a share moves by chance by twice its binomial error", () => {
  // √(0.25 / 100 × 2) = 0.0707.
  expect(isChance(change(0.5, 0.63, 100), "share")).toBe(true);
  expect(isChance(change(0.5, 0.66, 100), "share")).toBe(false);
});

test("what rests on few cases is not told as a change", () => {
  expect(isChance(change(10, 900, 29), "money")).toBe(true);
  expect(isChance(change(10, 900, 30), "money")).toBe(false);
});

test("the largest change comes first, whatever its direction; parts of the MRR stay out", () => {
  const figures = [
    figure("revenue", "money", value(1, 100, 90), value(2, 120, 90)),
    figure("cac", "money", value(1, 40, 90), value(2, 20, 90)),
    figure("mrr_new", "money", value(1, 10, 90), value(2, 90, 90)),
    figure("margin", "money", value(1, 5, 90), value(2, 5, 90)),
  ];
  expect(largestChanges(figures, "before", 5).map(({ definition }) => definition.name)).toEqual([
    "cac",
    "revenue",
  ]);
});
