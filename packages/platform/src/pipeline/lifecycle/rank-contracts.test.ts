import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addManyPhases, addPhases, simulatedPhases } from "../../../test/phase-rows.ts";
import type { Engine } from "../../engines/engine.ts";
import { writeBody } from "../body.ts";
import { contract } from "../contract/contract.ts";
import { contractFitsStep } from "../contract/contract-fits.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { snapshotSteps } from "../features/snapshot.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { customerRank } from "./customer-rank.ts";
import { rankPhase, scoreContracts } from "./rank-contracts.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-04-30") }));
  context = { ...context, settings: { ...context.settings, rankMonths: 3 } };
  await writeBody(engine, "fits", { models: {}, refused: {} });
});
afterEach(() => engine.close());

/** With one end in fourteen months due, everyone's months ahead follow from one rate. */
async function rank(marginRate: number | null = null): Promise<void> {
  const plan = await planFeatures(engine);
  const basis = { method: "last-window", marginRate, contracts: "churn-rate" } as const;
  const contracts = [contract, contractFitsStep("contract_fits", "contract")];
  const steps = [returnLink, purchaseDay, ...contracts, ...snapshotSteps(plan)];
  await runSteps([...steps, rankPhase, customerRank(plan.features, basis)], context);
}

const rankOf = async (customer: string, end: string) =>
  (
    await engine.rows(
      `SELECT * FROM customer_rank WHERE customer_id = $customer AND period_end = CAST($end AS DATE)`,
      { customer, end },
    )
  )[0];

/** Σ (1 − c)^k over the next twelve months due. */
const monthsAhead = (churn: number) =>
  Array.from({ length: 12 }, (_, k) => (1 - churn) ** (k + 1)).reduce((sum, one) => sum + one, 0);

test("ranks contracts by fee × expected months, and says what moved them", async () => {
  // Months begun by 30 April: Ann 4, Bob 4 (dearer in April), Cem 2 of 3 (left on 1 April), Dea 1.
  await addPhases(engine, [
    { id: "a", customer: "ann", from: "2026-01-01", fee: 30 },
    { id: "b", customer: "bob", from: "2026-01-01", until: "2026-04-01", fee: 20 },
    { id: "b", customer: "bob", from: "2026-04-01", fee: 50 },
    { id: "c", customer: "cem", from: "2026-02-01", until: "2026-04-01", fee: 40 },
    { id: "d", customer: "dea", from: "2026-04-10", fee: 5 },
  ]);
  await rank();
  // One loss of the renewals due: 3 of Ann, 3 of Bob, 2 of Cem (the last one lost), 0 of Dea.
  const ahead = monthsAhead(1 / 8);
  expect(await rankOf("ann", "2026-04-30")).toMatchObject({
    method: "churn-rate",
    rank_place: 2,
    previous_place: 2,
    monthly_fee: 30,
    reason: "unchanged",
  });
  const bob = await rankOf("bob", "2026-04-30");
  expect(bob).toMatchObject({ rank_place: 1, previous_place: 3, reason: "fee" });
  expect(bob?.expected_months).toBeCloseTo(ahead, 9);
  expect(bob?.worth).toBeCloseTo(50 * ahead, 9);
  expect(bob?.effect_fee).toBeCloseTo(30 * ahead, 9);
  // Cem's end was not known in March, and then takes all of the worth by its months.
  const cem = await rankOf("cem", "2026-04-30");
  expect(cem).toMatchObject({
    rank_place: 4,
    previous_place: 1,
    worth: 0,
    monthly_fee: 0,
    reason: "contract_ended",
  });
  expect(cem?.effect_months).toBeCloseTo(-40 * ahead, 9);
  expect(cem?.effect_fee).toBe(0);
  expect(await rankOf("dea", "2026-04-30")).toMatchObject({ rank_place: 3, reason: "new" });
});

test("adds orders and fees of one customer, and shares the change out among all five", async () => {
  await addRows(engine, {
    orders: [
      { customer_id: "ann", ordered_at: "2026-03-05", amount: 100 },
      { customer_id: "bob", ordered_at: "2026-03-06", amount: 150 },
    ],
  });
  await addPhases(
    engine,
    [
      { id: "a", customer: "ann", from: "2026-04-02", fee: 30 },
      { id: "z", customer: "zoe", from: "2026-01-01", fee: 1 },
    ],
    2,
  );
  await rank(0.4);
  const year = 365 / 365.25;
  // No loss in the three renewals of Zoe: half a loss is taken.
  const ahead = monthsAhead(0.5 / 3);
  const ann = await rankOf("ann", "2026-04-30");
  expect(ann).toMatchObject({
    method: "churn-rate+last-window",
    rank_place: 1,
    previous_place: 2,
    reason: "contract_begun",
    monthly_fee: 30,
    effect_purchases: 0,
    effect_spend: 0,
    effect_fee: 0,
    effect_margin: 0,
  });
  expect(ann?.worth).toBeCloseTo((100 * year + 30 * ahead) * 0.4, 9);
  expect(ann?.effect_months).toBeCloseTo(30 * ahead * 0.4, 9);
  expect(await rankOf("bob", "2026-04-30")).toMatchObject({ rank_place: 2, reason: "others" });
  expect(await rankOf("zoe", "2026-04-30")).toMatchObject({ rank_place: 3, expected_spend: 0 });
});

test("a plan that everyone has left since is judged as the others of its period", async () => {
  await addPhases(engine, [
    { id: "a", customer: "ann", from: "2026-01-01", until: "2026-04-05", plan: "old" },
    { id: "a", customer: "ann", from: "2026-04-05", plan: "new" },
  ]);
  await rank();
  const march = await rankOf("ann", "2026-03-31");
  expect(march?.expected_months).toBeCloseTo(monthsAhead(0.5 / 3), 9);
});

const shop = { asOf: "2026-05-01", months: 10, perMonth: 20, seed: 3 };

test("at every month's end contracts are what contract.sql makes of them as of that day", async () => {
  await addManyPhases(engine, simulatedPhases({ alpha: 0.6, beta: 2 }, shop));
  await addPhases(
    engine,
    [
      // A pause, an overlap, a gap of two months, a trial that is taken up, and one day that is lost.
      { id: "p", customer: "pia", from: "2026-01-10", until: "2026-02-20", fee: 7 },
      { id: "p", customer: "pia", from: "2026-02-20", state: "paused", fee: 0 },
      { id: "p", customer: "pia", from: "2026-04-05", fee: 8 },
      { id: "o", customer: "oda", from: "2026-01-31", fee: 11 },
      { id: "o", customer: "oda", from: "2026-03-15", plan: "pro", fee: 12 },
      { id: "g", customer: "gus", from: "2025-12-01", until: "2026-01-15", fee: 13 },
      { id: "g", customer: "gus", from: "2026-03-31", fee: 14 },
      { id: "t", customer: "tom", from: "2026-02-01", until: "2026-03-01", state: "trial", fee: 5 },
      { id: "t", customer: "tom", from: "2026-03-01", fee: 15 },
      { id: "x", customer: "xia", from: "2026-03-10", until: "2026-03-10", fee: 16 },
    ],
    2,
  );
  for (const end of ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]) {
    const asOf = new Date(end);
    await runSteps([rankPhase], context);
    await scoreContracts(context, asOf, undefined, {});
    await runSteps([contract], { ...context, asOf });
    const rows = (table: string, running: string) =>
      engine.rows(
        `SELECT customer_id, plan, state, months, monthly_fee FROM ${table}
         WHERE ${running} AND monthly_fee > 0 ORDER BY customer_id, plan`,
      );
    const expected = await rows("contract", "state IN ('active', 'paused')");
    expect(expected.length, end).toBeGreaterThan(60);
    expect(await rows("rank_contract", "state <> 'ended'"), end).toEqual(expected);
  }
});
