import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { answerSteps, scorecard } from "./feedback-steps.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([]));
  const settings = { ...context.settings, smallestGroup: 2 };
  context = { ...context, settings };
});
afterEach(() => engine.close());

const MACROS = `CREATE TABLE segment_macro AS SELECT * FROM (VALUES
  ('ann', DATE '2026-03-31', 'active_high'), ('bob', DATE '2026-03-31', 'active_high'),
  ('cem', DATE '2026-03-31', 'active_high'), ('dan', DATE '2026-03-31', 'inactive_low'),
  ('ann', DATE '2026-06-30', 'active_high'), ('bob', DATE '2026-06-30', 'cooling_low'),
  ('cem', DATE '2026-06-30', 'active_high'), ('dan', DATE '2026-06-30', 'active_high')
) AS place (customer_id, period_end, macro)`;
const PERIODS = `CREATE TABLE segment_period AS SELECT 'macro' AS level, 'quarter' AS grain, * FROM (VALUES
  (DATE '2026-03-31', 'active_high', 3, 300.0, 900.0), (DATE '2026-03-31', 'inactive_low', 1, 5.0, 0.0),
  (DATE '2026-06-30', 'active_high', 3, 330.0, 960.0), (DATE '2026-06-30', 'cooling_low', 1, 7.0, 20.0)
) AS stock (period_end, segment, customers, worth, revenue_12m)`;

test("a scorecard worked by hand: answers, who stayed active, and what a customer is worth", async () => {
  await engine.run(MACROS);
  await engine.run(PERIODS);
  const answer = (customer_id: string, given_at: string, kind: string, score: number) => ({
    customer_id,
    given_at,
    kind,
    score,
  });
  await addRows(engine, {
    feedback: [
      // In the second quarter: a promoter, a passive and a detractor, all in active_high at its end.
      answer("ann", "2026-04-01", "nps", 9),
      answer("cem", "2026-06-30 23:00", "nps", 8),
      answer("dan", "2026-05-01", "nps", 2),
      answer("ann", "2026-05-01", "csat", 5),
      answer("dan", "2026-05-02", "csat", 2),
      // One answer alone is too few; one of the quarter before counts there.
      answer("bob", "2026-05-03", "nps", 10),
      answer("ann", "2026-03-31", "nps", 10),
    ],
  });
  await runSteps([...answerSteps, scorecard], context);
  const rows = await engine.rows("SELECT * FROM scorecard ORDER BY period_end, segment");
  expect(rows).toMatchObject([
    { period_end: "2026-03-31", segment: "active_high", nps: null, nps_n: 1, loyalty: null },
    { segment: "inactive_low", customers: 1, worth: null, loyalty_n: 0 },
    {
      period_end: "2026-06-30",
      segment: "active_high",
      customers: 3,
      nps: 0,
      nps_n: 3,
      csat: 0.5,
      csat_n: 2,
      loyalty_n: 3,
      worth: 110,
      revenue_12m: 320,
    },
    { segment: "cooling_low", nps: null, nps_n: 1, worth: null },
  ]);
  // Ann and Cem of three stayed active, Bob is cooling.
  expect(rows[2]?.loyalty).toBeCloseTo(2 / 3, 12);
  // Adjusted Wald: 0 ± 1.96 × √(((1 + 1 + 1.5) / 6) / 6).
  expect(rows[2]?.nps_high).toBeCloseTo(196 * Math.sqrt(3.5 / 36), 9);
  expect(rows[2]?.nps_low).toBeCloseTo(-196 * Math.sqrt(3.5 / 36), 9);
});
