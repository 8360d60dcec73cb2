import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { planFeatures } from "./feature-plan.ts";
import { type FeatureReport, featureReportStep, readFeatureReport } from "./feature-report.ts";
import { snapshotSteps } from "./snapshot.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-10-31") }));
});
afterEach(() => engine.close());

async function report(): Promise<FeatureReport> {
  const plan = await planFeatures(engine);
  const steps = [returnLink, purchaseDay, ...snapshotSteps(plan), featureReportStep(plan)];
  await runSteps(steps, context);
  return (await readFeatureReport(engine)) as FeatureReport;
}

const attribute = (
  customer_id: string,
  name: string,
  value: string | null,
  valid_from = "2026-01-01",
) => ({
  customer_id,
  attribute: name,
  value,
  valid_from,
});

test("says how much is known of each feature, and which columns are not used and why", async () => {
  await addRows(engine, {
    orders: ["ann", "bob", "cem", "dan"].map((customer_id) => ({
      customer_id,
      ordered_at: "2026-03-05",
      quantity: 2,
    })),
    customers: [
      { customer_id: "ann", city: "Ulm", gender: "f" },
      { customer_id: "bob", city: "Ulm" },
    ],
    customer_attributes: [
      attribute("ann", "Kundenkarte", "ja"),
      attribute("bob", "Kundenkarte", "nein"),
      attribute("ann", "Mandant", "1"),
      attribute("bob", "Mandant", "1"),
      attribute("ann", "Fax", " "),
      attribute("ann", "Seit", "2020-05-01"),
      attribute("bob", "Seit", "2021-05-01"),
      attribute("ann", "Score", "7", "2026-12-01"),
      attribute("bob", "Score", "8", "2026-12-01"),
    ],
  });
  const { customers, features, unused, judged } = await report();
  expect(customers).toBe(4);
  expect(judged).toBeNull();
  const line = (name: string) => features.find((one) => one.name === name);
  expect(line("gender")).toMatchObject({ coverage: 0.25, values: 1, gain: null });
  expect(line("purchases")).toMatchObject({ coverage: 1, values: 1 });
  expect(line("attribute_kundenkarte")).toMatchObject({ type: "yes/no", coverage: 0.5, values: 2 });
  expect(line("attribute_seit")).toMatchObject({ type: "date", values: 2 });
  expect(unused.map(({ table, column, reason }) => `${table}.${column} ${reason}`).sort()).toEqual([
    "customer_attributes.Fax EMPTY",
    "customer_attributes.Mandant CONSTANT",
    "customer_attributes.Score NOT_YET_VALID",
    "customers.city NO_FEATURE",
    "orders.quantity NO_FEATURE",
  ]);
});

test("an attribute that is said never to change holds from the beginning", async () => {
  const { settings } = context;
  context = { ...context, settings: { ...settings, constantAttributes: ["Score"] } };
  await addRows(engine, {
    orders: [{ customer_id: "ann", ordered_at: "2026-03-05" }],
    customer_attributes: [
      attribute("ann", "Score", "7", "2026-12-01"),
      attribute("bob", "Score", "8", "2026-12-01"),
    ],
  });
  const { features, unused } = await report();
  expect(features.find(({ name }) => name === "attribute_score")).toMatchObject({ coverage: 1 });
  expect(unused).toEqual([]);
});

test("finds the attribute that tells who will buy, and that a coin tells nothing", async () => {
  // Half of 600 customers buy every month, the others never again; the pace alone cannot tell the
  // new ones apart.
  const customers = Array.from({ length: 600 }, (_, i) => `c${i}`);
  const buys = (i: number) => i % 2 === 0;
  await addRows(engine, {
    customer_attributes: customers.flatMap((customer_id, i) => [
      attribute(customer_id, "Plan", buys(i) ? "gold" : "basic", "2025-01-01"),
      attribute(customer_id, "Münze", i % 5 < 2 ? "Kopf" : "Zahl", "2025-01-01"),
    ]),
  });
  await engine.run(
    `INSERT INTO orders (import_id, line, customer_id, ordered_at, amount)
     SELECT 2, row_number() OVER (), 'c' || CAST(i AS VARCHAR),
       make_timestamp(2026, CAST(m AS BIGINT), 10, 0, 0, 0), 10
     FROM (SELECT unnest(generate_series(0, 599)) AS i) CROSS JOIN
       (SELECT unnest(generate_series(1, 10)) AS m)
     WHERE m = CASE WHEN i % 3 = 0 THEN 4 ELSE 1 + i % 3 END
       OR (i % 2 = 0 AND m > CASE WHEN i % 3 = 0 THEN 4 ELSE 1 + i % 3 END)`,
  );
  const { judged, features } = await report();
  expect(judged).toMatchObject({
    learntAt: "2026-04-30",
    judgedAt: "2026-07-31",
    outcomeUntil: "2026-10-31",
    customers: 600,
    purchases: 900,
  });
  const gain = (name: string) => features.find((one) => one.name === name);
  expect(gain("attribute_plan")?.low).toBeGreaterThan(0.1);
  expect(gain("attribute_muenze")?.low).toBeLessThanOrEqual(0);
});
