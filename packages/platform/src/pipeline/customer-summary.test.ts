import { expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import { customerSummary } from "./customer-summary.ts";
import { purchaseDay } from "./purchase-day.ts";
import { returnLink } from "./return-link.ts";
import { runSteps } from "./runner.ts";

const lines = [
  { customer: "ann", at: "2026-01-01", amount: 10 },
  { customer: "ann", at: "2026-01-11 09:00", amount: 20 },
  { customer: "ann", at: "2026-01-11 18:00", amount: 30 },
  { customer: "ann", at: "2026-02-20", amount: 99 },
  { customer: "bob", at: "2026-01-21", amount: 40 },
];

async function summary(spend: "all" | "repeat") {
  const ledger = await ledgerOf(lines, { asOf: new Date("2026-01-31") });
  const { engine } = ledger;
  const context = { ...ledger.context, settings: { ...ledger.context.settings, spend } };
  await runSteps([returnLink, purchaseDay, customerSummary], context);
  const rows = await engine.rows("SELECT * FROM customer_summary ORDER BY customer_id");
  await engine.close();
  return rows;
}

test("counts days, not orders, and nothing after the last day that counts", async () => {
  const [ann, bob] = await summary("all");
  expect(ann).toMatchObject({
    first_day: "2026-01-01",
    last_day: "2026-01-11",
    purchases: 2,
    orders: 3,
    frequency: 1,
    recency: 10,
    age: 30,
    revenue: 60,
    spend_purchases: 2,
    spend_mean: 30,
  });
  expect(bob).toMatchObject({
    frequency: 0,
    recency: 0,
    age: 10,
    spend_purchases: 1,
    spend_mean: 40,
  });
});

test("leaves the first purchase out of the spend where textbooks do", async () => {
  const [ann, bob] = await summary("repeat");
  expect(ann).toMatchObject({ frequency: 1, spend_purchases: 1, spend_mean: 50 });
  expect(bob).toMatchObject({ frequency: 0, spend_purchases: 0, spend_mean: null });
});
