import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { survivalIntegral, withDerivatives } from "../pareto-nbd-integral.ts";
import { digamma, logGamma, trigamma } from "./gamma.ts";
import { digammaDifference, logBeta, logRising, trigammaDifference } from "./gamma-differences.ts";
import { hyp2f1 } from "./hyp2f1.ts";
import { regularizedBeta } from "./incomplete-beta.ts";
import { regularizedGamma } from "./incomplete-gamma.ts";
import { logKummerU } from "./kummer-u.ts";

/** Arguments followed by the value with 25 digits; reference/numeric.py makes the file. */
type Row = [...number[], string];

const reference: Record<string, Row[]> = JSON.parse(
  readFileSync(new URL("../../reference/numeric.json", import.meta.url), "utf8"),
);

/**
 * Functions with the largest error allowed, relative to |value| or, where a value may be close to
 * zero by cancellation of its own terms, to max(|value|, floor).
 */
const functions: [string, (...args: number[]) => number, number, number][] = [
  ["logGamma", logGamma, 1e-14, 0],
  // ψ has its root at 1.46, around which only the absolute error is small.
  ["digamma", digamma, 1e-14, 0.1],
  ["trigamma", trigamma, 1e-14, 0],
  ["logRising", logRising, 1e-13, 0],
  ["digammaDifference", digammaDifference, 1e-13, 0],
  ["logBeta", logBeta, 1e-12, 0.1],
  ["hyp2f1", hyp2f1, 1e-11, 0],
  ["regularizedBeta", regularizedBeta, 1e-12, 0],
  ["regularizedGamma", regularizedGamma, 1e-12, 0],
  ["logKummerU", logKummerU, 1e-12, 1],
  ["survivalIntegral", survivalIntegral, 1e-13, 0],
  ["survivalIntegral", (N, s, c) => withDerivatives(N, s, c)[0], 1e-13, 0],
];

describe("over the whole range used", () => {
  test.each(functions)("%s agrees with high-precision values", (name, f, tolerance, floor) => {
    const misses = reference[name].flatMap((row) => {
      const value = Number(row.at(-1));
      const args = row.slice(0, -1) as number[];
      const result = f(...args);
      // Values beyond the range of doubles are 0 or infinite in the file as well.
      if (result === value) return [];
      const error = Math.abs(result - value) / Math.max(Math.abs(value), floor);
      return error <= tolerance ? [] : [{ args, error }];
    });
    expect(misses).toEqual([]);
  });

  test("trigammaDifference errs by less than 1e-14 of where it starts", () => {
    for (const [a, n, value] of reference.trigammaDifference as [number, number, string][]) {
      expect(Math.abs(trigammaDifference(a, n) - Number(value))).toBeLessThan(1e-14 * trigamma(a));
    }
  });
});
