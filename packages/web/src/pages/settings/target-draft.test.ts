import { expect, test } from "vitest";
import { EMPTY, toTarget } from "./target-draft.ts";

test("what was typed becomes a target, shares out of percent", () => {
  const share = { name: "churn_rate", unit: "share" };
  expect(toTarget({ ...EMPTY, bound: "atMost", goal: 0.7 }, share)).toEqual({
    figure: "churn_rate",
    atMost: 0.007,
  });
  const money = { name: "revenue", unit: "money" };
  const draft = { ...EMPTY, goal: 250_000, period: "quarter", from: "2026-01-01" };
  expect(toTarget(draft, money)).toEqual({
    figure: "revenue",
    period: "quarter",
    atLeast: 250_000,
    from: "2026-01-01",
  });
});

test("without a number there is no target", () => {
  expect(toTarget(EMPTY, { name: "nps", unit: "points" })).toBeUndefined();
});
