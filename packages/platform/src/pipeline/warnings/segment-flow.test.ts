import { afterEach, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { readSettings } from "../../workspace/settings.ts";
import { runSteps } from "../runner.ts";
import { segmentChart } from "./segment-flow.ts";

let engine: Engine;
afterEach(() => engine.close());

type Mark = {
  readonly from: string;
  readonly to: string;
  readonly mark: "desired" | "undesired" | "neutral";
};

/** What moved in April, of 100 active high and 50 active mid, by the marks that people set. */
async function movedWith(marks: readonly Mark[]) {
  const plain = readSettings("/nonexistent");
  const settings = { ...plain, segments: { ...plain.segments, marks: [...marks] } };
  const { engine: opened, context } = await ledgerOf([], { settings });
  engine = opened;
  await engine.run(`CREATE TABLE segment_flow AS SELECT DATE '2026-04-30' AS period_end, * FROM (VALUES
    ('active_high', 'active_high', 80.0::DOUBLE, 60.0::DOUBLE), ('active_high', 'active_mid', 15, 10),
    ('active_high', 'cooling_valuable', 5, 0), ('active_mid', 'active_high', 10, 10),
    ('active_mid', 'active_mid', 38, 20), ('active_mid', 'active_low', 2, 1)
  ) AS ways (macro, to_macro, size, bought)`);
  // A customer who is active high is worth 100; mid 60, low 59 (no difference), cooling 20.
  await engine.run(`CREATE TABLE segment_period AS SELECT 'month' AS grain, DATE '2026-04-30' AS period_end, *
    FROM (VALUES ('active_high', 9000.0, 90), ('active_mid', 3180.0, 53), ('active_low', 118.0, 2),
      ('cooling_valuable', 100.0, 5)) AS worths (segment, worth, customers)`);
  await runSteps([segmentChart], context);
  const rows = await engine.rows("SELECT macro, move, size, moved FROM segment_chart");
  return (macro: string) =>
    Object.fromEntries(
      rows.filter((row) => row.macro === macro).map(({ move, moved }) => [move, moved]),
    );
}

test("charts count moves as desired or not by what a customer is worth there", async () => {
  const moved = await movedWith([]);
  expect(moved("active_high")).toEqual({ undesired: 20, desired: 0, bought: 70 });
  // 60 to 59 is no difference, so the two who went there moved neither way.
  expect(moved("active_mid")).toEqual({ undesired: 0, desired: 10, bought: 31 });
  expect(moved("active")).toEqual({ undesired: 20, desired: 10, bought: 101 });
});

test("charts count moves as people marked them", async () => {
  const moved = await movedWith([
    { from: "active_high", to: "active_mid", mark: "neutral" },
    { from: "active_mid", to: "active_low", mark: "undesired" },
  ]);
  expect(moved("active_high")).toEqual({ undesired: 5, desired: 0, bought: 70 });
  expect(moved("active_mid")).toEqual({ undesired: 2, desired: 10, bought: 31 });
  expect(moved("active")).toEqual({ undesired: 7, desired: 10, bought: 101 });
});
