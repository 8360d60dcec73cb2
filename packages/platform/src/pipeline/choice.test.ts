import { expect, test } from "vitest";
import type { BacktestReport, MethodScore } from "./backtest/report.ts";
import { chooseMethod } from "./choice.ts";
import type { Fits, ModelFit } from "./fits.ts";

const fit = { model: "bg-nbd", warnings: [] as ModelFit["warnings"] } as ModelFit;
const both: Fits = { models: { "bg-nbd": fit, "mbg-nbd": fit }, refused: {} };
const withSpend: Fits = {
  ...both,
  spend: { model: "shrinkage", mean: 10, strength: 1, fit: {}, warnings: [] },
};
const without = (method: "bg-nbd" | "mbg-nbd"): Fits => ({
  models: { [method === "bg-nbd" ? "mbg-nbd" : "bg-nbd"]: fit },
  refused: { [method]: { code: "NOT_CONVERGED", message: "it found no optimum" } },
});

/** A backtest in which these methods came in this order, on purchases. */
function backtest(...order: MethodScore["method"][]): BacktestReport {
  const methods = order.map((method, place) => ({ method, target: "purchases", deviance: place }));
  const reason = { code: "ONLY_PURCHASES", target: "purchases" };
  return { winner: order[0], reason, methods } as unknown as BacktestReport;
}

test("takes the winner of the backtest, with its reason", () => {
  const report = backtest("formula", "mbg-nbd");
  expect(chooseMethod(both, report, undefined)).toEqual({
    method: "formula",
    reason: report.reason,
    verified: true,
  });
});

test("takes the next best where the winner refuses the whole history", () => {
  const report = backtest("mbg-nbd", "mean", "bg-nbd", "formula");
  expect(chooseMethod(without("mbg-nbd"), report, undefined).method).toBe("bg-nbd");
});

test("follows the user, and tells whether a backtest stands behind it", () => {
  const reason = { code: "CHOSEN_BY_USER", target: "revenue" };
  expect(chooseMethod(withSpend, backtest("mbg-nbd"), "repeat-rate")).toEqual({
    method: "repeat-rate",
    reason,
    verified: true,
  });
  expect(chooseMethod(withSpend, undefined, "bg-nbd")).toEqual({
    method: "bg-nbd",
    reason,
    verified: false,
  });
});

test("refuses the user's method where its model refused the data, and says why", () => {
  expect(() => chooseMethod(without("bg-nbd"), undefined, "bg-nbd")).toThrowError(
    expect.objectContaining({
      code: "METHOD_NOT_FITTED",
      details: { method: "bg-nbd", code: "NOT_CONVERGED", message: "it found no optimum" },
    }),
  );
});

test("without a backtest it is MBG/NBD, or the repeat rate, and unverified", () => {
  const reason = { code: "TOO_LITTLE_HISTORY", target: "purchases" };
  expect(chooseMethod(both, undefined, undefined)).toEqual({
    method: "mbg-nbd",
    reason,
    verified: false,
  });
  expect(chooseMethod(without("mbg-nbd"), undefined, undefined).method).toBe("repeat-rate");
});

test("trusts no fit whose parameters ended at a bound, unless a backtest does", () => {
  const warning = {
    code: "PARAMETER_AT_BOUND",
    message: "r is at its bound",
    details: {},
  } as const;
  const bound: Fits = { ...both, models: { "mbg-nbd": { ...fit, warnings: [warning] } } };
  expect(chooseMethod(bound, undefined, undefined).method).toBe("repeat-rate");
  expect(chooseMethod(bound, backtest("mbg-nbd"), undefined).method).toBe("mbg-nbd");
});
