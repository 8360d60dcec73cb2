import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { snapshotSteps } from "../features/snapshot.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps, type StepReport } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { macroRuleStep, readMacroRules } from "./macro-rule.ts";
import { segmentMacro } from "./segment-macro.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-12-31") }));
});
afterEach(() => engine.close());

async function placeCustomers(asOf = "2026-12-31"): Promise<StepReport[]> {
  const plan = await planFeatures(engine);
  return runSteps(
    [
      returnLink,
      purchaseDay,
      ...snapshotSteps(plan),
      macroRuleStep(plan.features),
      segmentMacro(plan.features),
    ],
    { ...context, asOf: new Date(asOf) },
  );
}

async function macrosOf(customer: string): Promise<Record<string, string>> {
  const rows = await engine.rows(
    "SELECT period_end, macro FROM segment_macro WHERE customer_id = $customer ORDER BY period_end",
    { customer },
  );
  return Object.fromEntries(
    rows.map(({ period_end, macro }) => [String(period_end).slice(0, 7), String(macro)]),
  );
}

const order = (customer_id: string, ordered_at: string, amount = 10) => ({
  customer_id,
  ordered_at,
  amount,
});

const monthly = (customer: string, months: readonly string[], amount: number) =>
  months.map((month) => order(customer, `${month}-10`, amount));

const OF_2025 = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}`);

/** Ten customers who buy every month of 2025, for 1 to 10 euros, three of them in 2026 too. */
async function addRegulars(): Promise<void> {
  const regulars = Array.from({ length: 10 }, (_, i) => monthly(`r${i}`, OF_2025, i + 1));
  await addRows(engine, { orders: regulars.flat() });
}

test("learns tiers from the first full year, and keeps them", async () => {
  await addRegulars();
  await placeCustomers();
  const [first, ...later] = await readMacroRules(engine);
  // Ten intervals are too few for a quantile: three months. At the end of January 2026 a year has
  // passed since the first purchases; twelve months hold eleven purchases of 1 to 10 euros.
  expect(first).toEqual({
    version: 1,
    validFrom: "2025-01-31",
    learntAt: "2026-01-31",
    activeDays: 91,
    spendMid: 55,
    spendHigh: 88,
    customers: 10,
  });
  expect(later).toEqual([]);
});

test("a customer cools down and becomes inactive, and keeps the tier", async () => {
  await addRegulars();
  await addRows(engine, { orders: monthly("ann", OF_2025.slice(0, 6), 40) }, 2);
  await placeCustomers();
  expect(await macrosOf("ann")).toMatchObject({
    "2025-01": "new",
    "2025-02": "active_mid", // 80 € in two months, but not among the highest fifth
    "2025-06": "active_high", // 240 €
    "2025-08": "active_high", // 82 days
    "2025-09": "cooling_valuable", // 112 days
    "2025-11": "cooling_valuable", // 173 days
    "2025-12": "inactive_valuable", // 204 days
    "2026-12": "inactive_valuable", // though nothing was spent for a year
  });
  // 10 € a year is low, and stays so.
  expect(await macrosOf("r0")).toMatchObject({
    "2025-03": "active_low",
    "2026-04": "cooling_low",
    "2026-12": "inactive_low",
  });
});

test("one purchase makes a new customer for two months", async () => {
  await addRegulars();
  await addRows(engine, { orders: [order("bea", "2025-05-31")] }, 2);
  await placeCustomers();
  expect(await macrosOf("bea")).toMatchObject({
    "2025-05": "new",
    "2025-07": "new", // 61 days
    "2025-08": "cooling_low", // 92 days
  });
});

test("who came back is active again, by what was spent then", async () => {
  await addRegulars();
  const orders = [order("cem", "2025-01-10", 500), order("cem", "2026-06-10", 1)];
  await addRows(engine, { orders }, 2);
  await placeCustomers();
  expect(await macrosOf("cem")).toMatchObject({
    "2026-05": "inactive_valuable",
    "2026-06": "active_low",
    "2026-10": "cooling_low",
  });
});

test("contracts make active, cancelled and prospective customers", async () => {
  const phase = (customer_id: string, started_on: string, ended_on: string | null) => ({
    customer_id,
    subscription_id: customer_id,
    started_on,
    ended_on,
    state: "active",
    monthly_fee: 30,
  });
  await addRegulars();
  await addRows(
    engine,
    {
      customers: [{ customer_id: "dan", registered_on: "2025-02-01" }],
      subscriptions: [
        phase("eva", "2025-02-01", "2026-03-15"),
        phase("fay", "2025-02-01", "2026-03-15"),
      ],
      orders: [order("fay", "2026-03-20")],
    },
    2,
  );
  await placeCustomers();
  expect((await macrosOf("dan"))["2026-12"]).toBe("prospect");
  expect(await macrosOf("eva")).toMatchObject({
    "2025-02": "new",
    "2025-05": "active_high", // 360 € a year
    "2026-02": "active_high",
    "2026-03": "cancelled",
    "2026-12": "cancelled",
  });
  expect(await macrosOf("fay")).toMatchObject({
    "2026-03": "active_low", // bought eleven days ago: only the contract is over
    "2026-06": "cancelled",
  });
});

test("without amounts the tier is by purchases", async () => {
  const orders = Array.from({ length: 10 }, (_, i) =>
    OF_2025.slice(-2 - i).map((month) => ({ customer_id: `r${i}`, ordered_at: `${month}-10` })),
  );
  await addRows(engine, { orders: orders.flat() });
  await placeCustomers("2025-12-31");
  // 2 to 11 purchases: 6 are in the middle, 9 begin the highest fifth.
  expect((await macrosOf("r3"))["2025-12"]).toBe("active_low");
  expect((await macrosOf("r4"))["2025-12"]).toBe("active_mid");
  expect((await macrosOf("r7"))["2025-12"]).toBe("active_high");
});

test("a new year learns a new version and leaves the months before as they were", async () => {
  await addRegulars();
  const more = ["2026-09", "2026-10", "2026-11", "2026-12"];
  await addRows(engine, { orders: monthly("r0", more, 900) }, 2);
  await placeCustomers("2026-12-31");
  const before = await engine.rows("SELECT * FROM segment_macro ORDER BY period_end, customer_id");
  await addRows(engine, { orders: monthly("r1", ["2027-01"], 5) }, 3);
  const reports = await placeCustomers("2027-01-31");
  expect(reports.at(-1)?.state).toBe("done");
  const rules = await readMacroRules(engine);
  expect(rules.map(({ validFrom, learntAt }) => [validFrom, learntAt])).toEqual([
    ["2025-01-31", "2026-01-31"],
    ["2027-01-31", "2026-12-31"],
  ]);
  const after = await engine.rows(
    "SELECT * FROM segment_macro WHERE period_end < DATE '2027-01-01' ORDER BY period_end, customer_id",
  );
  expect(after).toEqual(before);
});

test("a whole history gives the same segments as one that grew month by month", async () => {
  await addRegulars();
  for (const month of ["2026-06", "2026-07", "2026-08"]) await placeCustomers(`${month}-30`);
  const grown = await engine.rows("SELECT * FROM segment_macro ORDER BY period_end, customer_id");
  for (const table of ["segment_macro", "segment_rule"]) await engine.run(`DROP TABLE ${table}`);
  await engine.run("DELETE FROM journal WHERE step LIKE 'segment%'");
  await placeCustomers("2026-08-30");
  expect(await engine.rows("SELECT * FROM segment_macro ORDER BY period_end, customer_id")).toEqual(
    grown,
  );
});

test("without a customer there are no segments", async () => {
  const reports = await placeCustomers();
  expect(reports.at(-1)).toMatchObject({ name: "segment_macro", rows: 0 });
});
