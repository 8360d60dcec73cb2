import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { writeBody } from "../body.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { snapshotSteps } from "../features/snapshot.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { customerRank, type RankBasis } from "./customer-rank.ts";
import { rankPhase } from "./rank-contracts.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-04-30") }));
  await writeBody(engine, "fits", { models: {}, refused: {} });
});
afterEach(() => engine.close());

const basis: RankBasis = { method: "last-window", marginRate: null };

async function rank(by: RankBasis = basis): Promise<void> {
  const { settings } = context;
  context = { ...context, settings: { ...settings, rankMonths: 3 } };
  const plan = await planFeatures(engine);
  await runSteps(
    [returnLink, purchaseDay, ...snapshotSteps(plan), rankPhase, customerRank(plan.features, by)],
    context,
  );
}

const rankOf = async (customer: string, end: string) =>
  (
    await engine.rows(
      `SELECT * FROM customer_rank WHERE customer_id = $customer AND period_end = CAST($end AS DATE)`,
      { customer, end },
    )
  )[0];

test("tells which factor moved a customer, in euros that add up", async () => {
  // Ann: 1 purchase of 100 €, then a second one of 200 €. Bob: 1 purchase of 150 €. Margin 40 %, later 50 %.
  await addRows(engine, {
    orders: [
      { customer_id: "ann", ordered_at: "2026-03-05", amount: 100, cost: 60 },
      { customer_id: "bob", ordered_at: "2026-03-06", amount: 150, cost: 90 },
      { customer_id: "ann", ordered_at: "2026-04-05", amount: 200, cost: 75 },
    ],
  });
  await rank();
  // The year ahead has 365 of 365.25 days: what came in a year comes again by that share.
  const year = 365 / 365.25;
  expect(await rankOf("ann", "2026-03-31")).toMatchObject({
    rank_place: 2,
    previous_place: null,
    reason: "new",
    expected_spend: 100,
    margin_rate: 0.4,
  });
  const ann = await rankOf("ann", "2026-04-30");
  expect(ann).toMatchObject({ rank_place: 1, previous_place: 2, reason: "purchases" });
  // 2 × 150 × 0.5 = 150 instead of 1 × 100 × 0.4 = 40.
  expect(ann?.worth).toBeCloseTo(150 * year, 9);
  expect(ann?.change).toBeCloseTo(110 * year, 9);
  // Shapley by hand: 1 · ((40 + 75)/3 + (50 + 60)/6) = 170/3; 50 · ((0.4 + 1)/3 + (0.5 + 0.8)/6);
  // 0.1 · ((100 + 300)/3 + (150 + 200)/6).
  expect(ann?.effect_purchases).toBeCloseTo((170 / 3) * year, 9);
  expect(ann?.effect_spend).toBeCloseTo(50 * (1.4 / 3 + 1.3 / 6) * year, 9);
  expect(ann?.effect_margin).toBeCloseTo(0.1 * (400 / 3 + 350 / 6) * year, 9);
  // Bob is worth more than before, for margins rose; Ann overtook him.
  const bob = await rankOf("bob", "2026-04-30");
  expect(bob).toMatchObject({ rank_place: 2, previous_place: 1, reason: "others" });
  expect(bob?.effect_purchases).toBe(0);
  expect(bob?.change).toBeCloseTo(15 * year, 9);
});

test("a month keeps the forecast it was ranked by until its data change", async () => {
  await addRows(engine, {
    orders: [{ customer_id: "ann", ordered_at: "2026-03-05", amount: 100 }],
  });
  await rank();
  await rank({ method: "repeat-rate", marginRate: 0.3 });
  expect(await rankOf("ann", "2026-04-30")).toMatchObject({
    method: "last-window",
    margin_rate: 1,
  });
  await addRows(
    engine,
    { orders: [{ customer_id: "ann", ordered_at: "2026-04-05", amount: 50 }] },
    2,
  );
  await rank({ method: "repeat-rate", marginRate: 0.3 });
  expect(await rankOf("ann", "2026-03-31")).toMatchObject({
    method: "last-window",
    margin_rate: 1,
  });
  expect(await rankOf("ann", "2026-04-30")).toMatchObject({
    method: "repeat-rate",
    margin_rate: 0.3,
  });
});

test("without amounts customers are ranked by the purchases expected of them", async () => {
  await addRows(engine, {
    orders: [
      { customer_id: "ann", ordered_at: "2026-03-05" },
      { customer_id: "bob", ordered_at: "2026-03-05" },
      { customer_id: "bob", ordered_at: "2026-03-06" },
    ],
  });
  await rank();
  expect(await rankOf("bob", "2026-04-30")).toMatchObject({ rank_place: 1, expected_spend: 1 });
});
