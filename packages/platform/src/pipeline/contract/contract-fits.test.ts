import { shiftedBetaGeometric } from "@kundenwert/models";
import { afterEach, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addManyPhases, type Phase, simulatedPhases } from "../../../test/phase-rows.ts";
import type { Engine } from "../../engines/engine.ts";
import { runSteps } from "../runner.ts";
import { contract } from "./contract.ts";
import { contractFitsStep, readContractFits } from "./contract-fits.ts";
import { survivals } from "./contract-score.ts";

let engine: Engine;
afterEach(() => engine.close());

const AS_OF = "2026-06-30";
const START = "2026-07-01";

async function fitsOf(phases: readonly Phase[], asOf = AS_OF) {
  const ledger = await ledgerOf([], { asOf: new Date(asOf) });
  engine = ledger.engine;
  await addManyPhases(engine, phases);
  await runSteps([contract, contractFitsStep("contract_fits", "contract")], ledger.context);
  return readContractFits(engine, "contract_fits");
}

const TRUTH = { alpha: 0.8, beta: 4 };

test("finds the churn that contracts were simulated with", async () => {
  const shop = { asOf: START, months: 36, perMonth: 60, seed: 7 };
  const { groups, observedFrom, longest } = await fitsOf(simulatedPhases(TRUTH, shop));
  expect(groups).toHaveLength(1);
  expect(observedFrom).toBeNull();
  expect(longest).toBe(36);
  const { params, standardErrors } = groups[0]?.models.sbg ?? {};
  // Within three standard errors, and those small enough to mean something.
  for (const [name, value] of Object.entries(TRUTH)) {
    expect(standardErrors?.[name]).toBeLessThan(0.25 * value);
    expect(Math.abs((params?.[name] ?? 0) - value)).toBeLessThan(3 * (standardErrors?.[name] ?? 0));
  }
  // The first renewals lose alpha / (alpha + beta) of the contracts.
  const { curve } = groups[0] ?? {};
  const [first = 0] = curve?.survival ?? [];
  expect(curve?.renewals[0]).toBe(1);
  // 2160 contracts: 1 - 1/6 with a standard error of 0.008.
  expect(Math.abs(first - 5 / 6)).toBeLessThan(0.025);
});

test("fits each plan that is large enough, and the others by all contracts together", async () => {
  const shop = { asOf: START, months: 20, perMonth: 10, seed: 3 };
  const { groups, groupOfPlan } = await fitsOf([
    ...simulatedPhases(TRUTH, { ...shop, plan: "large" }),
    ...simulatedPhases(TRUTH, { ...shop, perMonth: 4, plan: "small" }),
    ...simulatedPhases(TRUTH, { ...shop, perMonth: 1, plan: "tiny" }),
  ]);
  expect(groups.map(({ plan, contracts }) => [plan, contracts])).toEqual([
    ["large", 200],
    [null, 300],
  ]);
  expect(groupOfPlan).toEqual({ large: 0, small: 1, tiny: 1 });
});

test("sees by its phases that a plan renews once a year", async () => {
  const shop = { asOf: START, months: 48, perMonth: 40, seed: 11 };
  const { groups, groupOfPlan } = await fitsOf([
    ...simulatedPhases({ alpha: 1, beta: 3 }, { ...shop, plan: "yearly", period: 12 }),
    ...simulatedPhases(TRUTH, { ...shop, plan: "monthly" }),
  ]);
  expect(groups.map(({ plan, period }) => [plan, period])).toEqual([
    ["monthly", 1],
    ["yearly", 12],
  ]);
  const yearly = groups[groupOfPlan.yearly as number];
  const { params, standardErrors } = yearly?.models.sbg ?? {};
  expect(Math.abs((params?.alpha ?? 0) - 1)).toBeLessThan(3 * (standardErrors?.alpha ?? 0));
  expect(yearly?.curve?.renewals).toEqual([1, 2, 3]);
});

test("nobody leaves between two renewals", async () => {
  const shop = { asOf: START, months: 48, perMonth: 40, seed: 11, plan: "yearly", period: 12 };
  const fits = await fitsOf(simulatedPhases({ alpha: 1, beta: 3 }, shop));
  // Ten months have begun: two more are due for sure, then it is the first renewal.
  const shares = survivals(fits, "sbg", 15)("yearly", 10);
  const params = fits.groups[0]?.models.sbg?.params as { alpha: number; beta: number };
  const survival = shiftedBetaGeometric.survival(params, 2);
  expect([...shares.slice(0, 2)]).toEqual([1, 1]);
  expect(shares[2]).toBeCloseTo(survival[1] as number, 12);
  expect(shares[13]).toBeCloseTo(survival[1] as number, 12);
  expect(shares[14]).toBeCloseTo(survival[2] as number, 12);
});

/** Contracts of three years ago that nobody is known to have left, but one a month since April. */
function withoutEarlyEnds(): Phase[] {
  return Array.from({ length: 150 }, (_, i) => ({
    id: `s${i}`,
    customer: `c${i}`,
    from: i < 100 ? "2023-01-01" : `2026-0${4 + (i % 3)}-01`,
    ...(i < 60 ? { until: `2026-0${4 + (i % 3)}-10` } : {}),
    ...(i >= 100 && i < 120 ? { until: "2026-06-20" } : {}),
  }));
}

test("does not take contracts for loyal whose lost companions are on no record", async () => {
  const { groups, observedFrom } = await fitsOf(withoutEarlyEnds());
  expect(observedFrom).toBe("2026-04-10");
  expect(groups[0]).toMatchObject({ contracts: 150, lost: 80, begunEarlier: 100 });
  // Of 100 that ran on 10 April 20 left in each of April, May and June: a rate in the tens, not 80
  // losses of 100 contracts in three and a half years.
  expect(groups[0]?.churnRate).toBeGreaterThan(0.2);
});

test("counts half a loss where nobody left, and fits no model", async () => {
  const phases = Array.from({ length: 20 }, (_, i) => ({
    id: `s${i}`,
    customer: `c${i}`,
    from: "2026-01-15",
  }));
  const fits = await fitsOf(phases);
  // 20 contracts, renewed 15 February to 15 June: half a loss of 100.
  expect(fits.groups[0]).toMatchObject({
    churnRate: 0.005,
    meanMonths: null,
    models: {},
    refused: { sbg: { code: "TOO_LITTLE_DATA" }, bdw: { code: "TOO_LITTLE_DATA" } },
  });
  // The rate stands in for the model.
  const shares = survivals(fits, "sbg", 2)("basic", 6);
  expect(shares[0]).toBeCloseTo(0.995, 12);
  expect(shares[1]).toBeCloseTo(0.995 ** 2, 12);
  expect([...survivals(fits, "fee-months", 2)("basic", 6)]).toEqual([1, 1]);
});

test("fee × months lets every contract last as long as those that ended", async () => {
  // Ended after 2 and after 5 months: 3.5 on average.
  const fits = await fitsOf([
    { id: "a", customer: "a", from: "2026-01-01", until: "2026-03-01" },
    { id: "b", customer: "b", from: "2026-01-01", until: "2026-06-01" },
    { id: "c", customer: "c", from: "2026-05-01" },
  ]);
  const ahead = survivals(fits, "fee-months", 3);
  // Two months begun: one more, and half of the next.
  expect([...ahead("basic", 2)]).toEqual([1, 0.5, 0]);
  expect([...ahead("basic", 9)]).toEqual([0, 0, 0]);
});
