import { expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { customerSummary } from "../customer-summary.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { runSteps } from "../runner.ts";
import { sqlStep } from "../step.ts";
import { serviceCostSteps } from "./transition-service.ts";
import { TRANSITION_TABLES, transitionSources } from "./transition-steps.ts";

/** Ada is number 0 and Bob number 1; 120 days up to the end of the year are four periods of 30. */
const LINES = [
  { customer: "ada", at: "2026-09-03", amount: 10 },
  { customer: "bob", at: "2026-12-31", amount: 5 },
];
const steps = [
  ...[returnLink, purchaseDay, customerSummary],
  ...transitionSources.map(sqlStep),
  ...serviceCostSteps(TRANSITION_TABLES).slice(0, 2),
];

async function costsOf(fill: (engine: Engine) => Promise<unknown>) {
  const { engine, context } = await ledgerOf(LINES);
  await fill(engine);
  await runSteps(steps, context);
  const rows = await engine.rows("SELECT * FROM transition_cost ORDER BY place, ago");
  await engine.close();
  return rows.map(({ place, ago, amount }) => [place, ago, amount]);
}

const cost = (
  kind: string,
  from: string,
  to: string | null,
  customer: string | null,
  amount: number,
) =>
  `INSERT INTO costs VALUES (1, 1, '${kind}', '${from}', ${to ? `'${to}'` : "NULL"}, NULL, NULL,
     ${customer ? `'${customer}'` : "NULL"}, ${amount}, NULL)`;
const contact = (customer: string, day: string, amount: number | null) =>
  `INSERT INTO interactions SELECT 1, 1, NULL, '${customer}', TIMESTAMP '${day} 10:00:00', NULL, NULL,
     NULL, CAST(${amount ?? "NULL"} AS DECIMAL(18, 4)), NULL, NULL, NULL`;

test("spreads a cost evenly over the days of its period, by periods back from the last day", async () => {
  const rows = await costsOf(async (engine) => {
    // 2026-12-02 begins the last period: 10 of 40 days lie before it.
    await engine.run(cost("Service", "2026-11-22", "2026-12-31", "ada", 80));
    await engine.run(cost("support", "2026-12-31", null, "bob", 3));
    // Of nobody, of another kind, and of contacts where costs say it: none of them counts.
    await engine.run(cost("service", "2026-12-01", null, null, 500));
    await engine.run(cost("Versand", "2026-12-01", null, "ada", 7));
    await engine.run(contact("bob", "2026-12-30", 9));
  });
  expect(rows).toEqual([
    [0, 0, 60],
    [0, 1, 20],
    [1, 0, 3],
  ]);
});

test("counts the costs of contacts where no cost of service names its customer", async () => {
  const rows = await costsOf(async (engine) => {
    await engine.run(cost("service", "2026-12-01", null, null, 500));
    await engine.run(contact("ada", "2026-12-01", 4));
    await engine.run(contact("ada", "2026-11-20", 2));
    await engine.run(contact("ada", "2026-12-20", null));
    // Who never bought has no value to take it from.
    await engine.run(contact("cleo", "2026-12-20", 8));
  });
  expect(rows).toEqual([[0, 1, 6]]);
});
