import { afterEach, beforeEach, expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import type { Engine } from "../engines/engine.ts";
import { type RunEvent, runSteps } from "./runner.ts";
import type { RunContext, Step } from "./step.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([{ customer: "ann", at: "2026-01-01", amount: 1 }]));
});
afterEach(() => engine.close());

/** A step that writes one number, and counts how often it was asked to. */
function numberStep(name: string, value: number, reads: readonly string[] = ["orders"]) {
  const calls = { count: 0 };
  const step: Step = {
    name,
    reads,
    text: String(value),
    inputs: () => ({}),
    checks: { "the number is small": "x > 100" },
    async write({ engine: on }, table) {
      calls.count++;
      await on.replaceTable(table, "SELECT CAST($value AS DOUBLE) AS x", { value });
    },
  };
  return { step, calls };
}

test("makes again only what is stale, and what reads it", async () => {
  const one = numberStep("one", 1);
  const two = numberStep("two", 2, ["one"]);
  const other = numberStep("other", 3);
  const steps = (first: Step) => [first, two.step, other.step];
  await runSteps(steps(one.step), context);
  const again = await runSteps(steps(one.step), context);
  expect(again.map(({ state }) => state)).toEqual(["unchanged", "unchanged", "unchanged"]);
  const changed = await runSteps(steps(numberStep("one", 11).step), context);
  expect(changed.map(({ state }) => state)).toEqual(["done", "done", "unchanged"]);
  expect([two.calls.count, other.calls.count]).toEqual([2, 1]);
});

test("makes everything again after an import", async () => {
  const { step, calls } = numberStep("one", 1);
  await runSteps([step], context);
  await engine.run("INSERT INTO imports (import_id, rows_added) VALUES (1, 1)");
  await runSteps([step], context);
  expect(calls.count).toBe(2);
});

test("keeps the table before when a check fails, and names check and rows", async () => {
  await runSteps([numberStep("one", 1).step], context);
  await expect(runSteps([numberStep("one", 101).step], context)).rejects.toMatchObject({
    code: "CHECK_FAILED",
    details: { step: "one", check: "the number is small", count: 1, examples: [{ x: 101 }] },
  });
  expect(await engine.rows("SELECT x FROM one")).toEqual([{ x: 1 }]);
});

test("finishes after a stop in the middle, doing nothing twice", async () => {
  const one = numberStep("one", 1);
  const two = numberStep("two", 2, ["one"]);
  const broken: Step = { ...two.step, write: () => Promise.reject(new Error("stopped")) };
  await expect(runSteps([one.step, broken], context)).rejects.toThrow("stopped");
  await runSteps([one.step, two.step], context);
  expect([one.calls.count, two.calls.count]).toEqual([1, 1]);
});

test("tells where it is among all steps", async () => {
  const events: RunEvent[] = [];
  const place = { before: 3, total: 9 };
  await runSteps([numberStep("one", 1).step], context, {
    place,
    onProgress: (event) => events.push(event),
  });
  expect(events).toEqual([
    { step: "one", index: 4, total: 9, share: 0, state: "started" },
    { step: "one", index: 4, total: 9, share: 1, state: "done" },
  ]);
});
