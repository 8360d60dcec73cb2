import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addShop, segmentCustomers } from "../../../test/segment-shop.ts";
import type { Engine } from "../../engines/engine.ts";
import type { RunContext } from "../step.ts";
import { readTransitionState } from "./transition-state.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([]));
});
afterEach(() => engine.close());

test("where everybody has been inactive for long there is one segment, and no model of moves", async () => {
  await addRows(engine, {
    orders: Array.from({ length: 60 }, (_, i) => ({
      customer_id: `c${i}`,
      ordered_at: "2023-01-10",
      amount: 20,
    })),
  });
  await addShop(context, 0);
  await segmentCustomers(context, "2026-06-30");
  const state = await readTransitionState(engine);
  expect(state).toMatchObject({ reason: "ONE_SEGMENT", model: null });
  const [found] = await engine.rows(
    "SELECT segment, customers FROM segment_period WHERE level = 'macro' AND grain = 'month' ORDER BY period_end DESC",
  );
  // Nobody is active to compare with: whoever spent anything is valuable.
  expect(found).toEqual({ segment: "inactive_valuable", customers: 60 });
});

test("customers whose numbers vanish are gone from the stock, not moved", async () => {
  await addShop(context, 120);
  await segmentCustomers(context, "2026-05-31");
  const [active] = await engine.rows(
    "SELECT customer_id, macro FROM segment_macro WHERE period_end = DATE '2026-05-31' ORDER BY customer_id",
  );
  await addRows(engine, {}, 2);
  // As an import does that takes rows back: the ledger no longer holds them.
  await engine.run("DELETE FROM orders WHERE customer_id = $id", {
    id: String(active?.customer_id),
  });
  await segmentCustomers(context, "2026-06-30");
  const [count] = await engine.rows(
    "SELECT sum(customers) AS n FROM segment_period WHERE level = 'macro' AND grain = 'month' AND period_end = DATE '2026-06-30'",
  );
  expect(count?.n).toBe(119);
});

test("a feature that is the same for everybody, or was taken away, is no obstacle", async () => {
  await addShop(context, 150);
  await segmentCustomers(context, "2026-04-30");
  // All answers are taken back: the columns of the model are not there any more.
  await engine.run("DELETE FROM feedback");
  await addRows(engine, {}, 3);
  const reports = await segmentCustomers(context, "2026-05-31");
  expect(reports.find(({ name }) => name === "segment_micro")?.rows).toBeGreaterThan(1000);
  expect((await readTransitionState(engine))?.reason).toBeNull();
});
