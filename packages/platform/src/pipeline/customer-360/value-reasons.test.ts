import { expect, test } from "vitest";
import { type ReasonLine, valueReasons } from "./value-reasons.ts";

const value = {
  horizon_months: 12,
  method: "mbg-nbd",
  expected_purchases: 2,
  expected_spend: 45,
  revenue_predicted: 90,
  revenue_discounted: 85.5,
  revenue_historic: 120,
  contribution_historic: 48,
  contribution_discounted: 34.2,
};
const facts = { spend: { mean: 60, strength: 1 }, discountRate: 0.1, marginRate: 0.4 };

/** No sum of the chain may differ from its parts by a cent. */
function expectToAddUp(lines: readonly ReasonLine[]): void {
  let cents = 0;
  for (const { amount, isSum } of lines) {
    if (isSum) expect(Math.round(amount * 100)).toBe(cents);
    else cents += Math.round(amount * 100);
  }
}

test("explains 2 purchases of 45 euros: own mean 40 at 3/4, mean of all 60 at 1/4", () => {
  // Three purchases at 40 against a strength of 1: (1·60 + 3·40) / 4 = 45.
  const reasons = valueReasons(value, { spend_purchases: 3, spend_mean: 40 }, facts);
  expect(reasons?.spend).toEqual({ ownMean: 40, ownWeight: 0.75, meanOfAll: 60, meanWeight: 0.25 });
  expect(reasons?.lines.map(({ code, amount }) => [code, amount])).toEqual([
    ["OWN_SPEND", 60],
    ["MEAN_SPEND", 30],
    ["PREDICTED", 90],
    ["DISCOUNT", -4.5],
    ["DISCOUNTED", 85.5],
    ["COSTS", -51.3],
    ["CONTRIBUTION", 34.2],
    ["HISTORIC", 48],
    ["TOTAL", 82.2],
  ]);
  expectToAddUp(reasons?.lines ?? []);
});

test("leaves no cent behind where every part is a third", () => {
  const third = {
    ...value,
    expected_purchases: 1 / 3,
    expected_spend: 100 / 3,
    revenue_predicted: 100 / 9,
    revenue_discounted: 100 / 9.7,
    contribution_historic: 1 / 3,
    contribution_discounted: 100 / 29,
  };
  const spend = { mean: 100 / 3, strength: 0.7 };
  const own = { spend_purchases: 2, spend_mean: 100 / 3 };
  const lines = valueReasons(third, own, { ...facts, spend })?.lines ?? [];
  expect(lines).toHaveLength(9);
  expectToAddUp(lines);
});

test("tells revenue where no margin is known, and nothing where there are no amounts", () => {
  const revenue = { ...value, contribution_historic: null, contribution_discounted: null };
  const reasons = valueReasons(revenue, { spend_purchases: 3, spend_mean: 40 }, facts);
  expect(reasons?.basis).toBe("revenue");
  expect(reasons?.lines.at(-1)).toEqual({ code: "TOTAL", isSum: true, amount: 205.5 });
  const nothing = { ...value, revenue_predicted: null, revenue_discounted: null };
  expect(valueReasons(nothing, undefined, facts)).toBeUndefined();
});

test("takes the own mean alone for rules of thumb, and splits nothing it cannot explain", () => {
  const rule = valueReasons({ ...value, method: "formula" }, undefined, facts);
  expect(rule?.lines[0]).toEqual({ code: "OWN_SPEND", isSum: false, amount: 90 });
  const contract = { ...value, method: "contract", revenue_predicted: 100 };
  const split = valueReasons(contract, undefined, facts);
  expect(split?.spend).toBeNull();
  expect(split?.lines[0]).toEqual({ code: "FORECAST", isSum: false, amount: 100 });
  expectToAddUp(split?.lines ?? []);
});

test("takes what caring for the customer will cost off contribution, in a line of its own", () => {
  const moved = { base_purchases: 2.25, base_spend: 40, segment_factor: 1, engine_factor: 1 };
  // 85.50 at 40 % are 34.20; 6.34 of them go into service.
  const cared = {
    ...value,
    method: "transition",
    service_cost_discounted: 6.34,
    contribution_discounted: 27.86,
  };
  const reasons = valueReasons(cared, undefined, facts, moved);
  expect(reasons?.transition?.serviceCost).toBe(6.34);
  expect(reasons?.lines.slice(-5).map(({ code, amount }) => [code, amount])).toEqual([
    ["COSTS", -51.3],
    ["SERVICE", -6.34],
    ["CONTRIBUTION", 27.86],
    ["HISTORIC", 48],
    ["TOTAL", 75.86],
  ]);
  expectToAddUp(reasons?.lines ?? []);
  const mixed = valueReasons({ ...cared, method: "sbg+transition" }, undefined, facts);
  expect(mixed?.lines.at(-4)).toEqual({ code: "SERVICE", isSum: false, amount: -6.34 });
  expectToAddUp(mixed?.lines ?? []);
  const unknown = valueReasons(
    { ...cared, service_cost_discounted: null },
    undefined,
    facts,
    moved,
  );
  expect(unknown?.transition?.serviceCost).toBeNull();
  expect(unknown?.lines.map(({ code }) => code)).not.toContain("SERVICE");
});

test("explains the transition method by base, segment and engine, to the cent", () => {
  // 2.5 purchases × 40 = 100; × 0.75 takes 25 away, × 1.2 adds 15 to the 75 that are left.
  const moved = {
    base_purchases: 2.5,
    base_spend: 40,
    segment_factor: 0.75,
    engine_factor: 1.2,
    extrapolated: 0,
  };
  const reasons = valueReasons({ ...value, method: "transition" }, undefined, facts, moved);
  expect(reasons?.transition?.extrapolated).toBe(false);
  expect(reasons?.spend).toBeNull();
  expect(reasons?.lines.slice(0, 4).map(({ code, amount }) => [code, amount])).toEqual([
    ["BASE", 100],
    ["SEGMENT", -25],
    ["ENGINE", 15],
    ["PREDICTED", 90],
  ]);
  expectToAddUp(reasons?.lines ?? []);
});

test("explains a contract by its fee and the months it is expected for, orders beside it", () => {
  // 30 a month for 10 months are 300, and orders bring 90 more.
  const mixed = {
    ...value,
    method: "sbg+mbg-nbd",
    revenue_predicted: 390,
    revenue_discounted: 370,
    contribution_discounted: 148,
  };
  const contract = { monthly_fee: 30, revenue_predicted: 300 };
  const reasons = valueReasons(mixed, undefined, facts, undefined, contract);
  expect(reasons?.fees).toEqual({ monthlyFee: 30, expectedMonths: 10 });
  expect(reasons?.lines.slice(0, 5).map(({ code, amount }) => [code, amount])).toEqual([
    ["FEES", 300],
    ["ORDERS", 90],
    ["PREDICTED", 390],
    ["DISCOUNT", -20],
    ["DISCOUNTED", 370],
  ]);
  expectToAddUp(reasons?.lines ?? []);
  const alone = { ...mixed, expected_purchases: 0, revenue_predicted: 300 };
  const lines = valueReasons(alone, undefined, facts, undefined, contract)?.lines ?? [];
  expect(lines.slice(0, 2).map(({ code }) => code)).toEqual(["FEES", "PREDICTED"]);
});
