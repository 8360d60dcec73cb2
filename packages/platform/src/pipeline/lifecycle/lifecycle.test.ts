import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import type { StageRule } from "../../workspace/lifecycle-settings.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { snapshotSteps } from "../features/snapshot.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { lifecycleSteps } from "./lifecycle-steps.ts";
import { stageCase } from "./stage-rules.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-12-31") }));
});
afterEach(() => engine.close());

async function stagesOf(customer: string): Promise<Record<string, string>> {
  const plan = await planFeatures(engine);
  const steps = lifecycleSteps(plan.features, context.settings);
  await runSteps([returnLink, purchaseDay, ...snapshotSteps(plan), ...steps], context);
  const rows = await engine.rows(
    "SELECT period_end, stage FROM lifecycle_stage WHERE customer_id = $customer ORDER BY period_end",
    { customer },
  );
  return Object.fromEntries(
    rows.map(({ period_end, stage }) => [String(period_end).slice(0, 7), String(stage)]),
  );
}

const order = (customer_id: string, ordered_at: string) => ({
  customer_id,
  ordered_at,
  amount: 10,
});

test("a customer goes through the stages, and may go back", async () => {
  await addRows(engine, {
    customers: [{ customer_id: "ann", registered_on: "2025-01-10" }],
    orders: [order("ann", "2025-02-10"), order("ann", "2026-09-01"), order("ann", "2026-09-20")],
  });
  const stages = await stagesOf("ann");
  expect(stages).toMatchObject({
    "2025-01": "prospect",
    "2025-02": "new",
    "2025-04": "new", // 79 days
    "2025-05": "cooling", // 110 days
    "2025-07": "cooling", // 171 days
    "2025-08": "inactive",
    "2026-01": "inactive", // 355 days
    "2026-02": "lost",
    "2026-08": "lost",
    "2026-09": "active", // two purchases this month, the last gap is 19 days
    "2026-12": "cooling", // 102 days
  });
});

test("one who comes back after a year is won back, one who buys often is loyal", async () => {
  const often = ["01", "03", "06", "09"].map((month) => order("bea", `2026-${month}-15`));
  await addRows(engine, {
    orders: [order("ann", "2025-01-10"), order("ann", "2026-06-10"), ...often],
  });
  expect(await stagesOf("ann")).toMatchObject({ "2026-05": "lost", "2026-06": "won_back" });
  expect(await stagesOf("bea")).toMatchObject({ "2026-06": "active", "2026-09": "loyal" });
});

test("contracts have stages of their own", async () => {
  const phase = (started_on: string, ended_on: string | null, state = "active") => ({
    customer_id: "cem",
    subscription_id: "s",
    started_on,
    ended_on,
    state,
    monthly_fee: 9,
  });
  await addRows(engine, {
    orders: [order("ann", "2024-01-10")],
    subscriptions: [
      phase("2024-01-01", "2026-03-01"),
      phase("2026-03-01", "2026-05-01", "paused"),
      phase("2026-05-01", "2026-08-15"),
    ],
  });
  expect(await stagesOf("cem")).toMatchObject({
    "2024-01": "new",
    "2024-06": "active",
    "2026-01": "loyal",
    "2026-03": "cooling",
    "2026-05": "loyal",
    "2026-08": "lost",
  });
});

test("every move of a month is counted, and months add up", async () => {
  await addRows(engine, {
    orders: [order("ann", "2026-01-10"), order("bea", "2026-04-10"), order("cem", "2026-04-11")],
  });
  await stagesOf("ann");
  const moves = (end: string) =>
    engine.rows(
      `SELECT stage, previous_stage, customers, revenue_12m FROM lifecycle_month
       WHERE period_end = CAST($end AS DATE) ORDER BY stage`,
      { end },
    );
  expect(await moves("2026-04-30")).toEqual([
    { stage: "cooling", previous_stage: "new", customers: 1, revenue_12m: 10 },
    { stage: "new", previous_stage: "", customers: 2, revenue_12m: 20 },
  ]);
  expect(await moves("2026-05-31")).toEqual([
    { stage: "cooling", previous_stage: "cooling", customers: 1, revenue_12m: 10 },
    { stage: "new", previous_stage: "new", customers: 2, revenue_12m: 20 },
  ]);
});

test("a workspace can have stages of its own", async () => {
  await addRows(engine, { orders: [order("ann", "2026-01-10"), order("ann", "2026-02-10")] });
  const lifecycle: StageRule[] = [
    { stage: "regular", when: { purchases: { min: 2 }, days_since_purchase: { max: 60 } } },
    { stage: "guest", when: { purchases: { min: 1, max: 1 } } },
  ];
  context = { ...context, settings: { ...context.settings, lifecycle } };
  expect(await stagesOf("ann")).toMatchObject({
    "2026-01": "guest",
    "2026-02": "regular",
    "2026-06": "other",
  });
});

test("a rule on what is no feature is refused", () => {
  expect(() => stageCase([{ stage: "x", when: { karma: { min: 1 } } }], [])).toThrow(
    expect.objectContaining({ code: "SETTINGS_INVALID" }),
  );
});
