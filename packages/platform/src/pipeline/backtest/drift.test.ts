import { afterEach, beforeEach, expect, test } from "vitest";
import { openDuckDb } from "../../engines/duckdb.ts";
import type { Engine } from "../../engines/engine.ts";
import { keepError, readDrift } from "./drift.ts";
import type { BacktestReport } from "./report.ts";

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
});
afterEach(() => engine.close());

/** What of a report counts here: the split, the winner and how its total compares with what came. */
function report(calibrationEnd: string, bias: number): BacktestReport {
  const reason = { code: "LOWEST_DEVIANCE", target: "revenue" } as const;
  const score = { method: "mbg-nbd", target: "revenue", bias };
  return {
    calibrationEnd,
    holdoutEnd: "2026-12-31",
    winner: "mbg-nbd",
    reason,
    methods: [{ ...score, method: "formula", bias: 9 }, score],
  } as unknown as BacktestReport;
}

test("believes 0.30 until there are six backtests, then what they missed", async () => {
  expect(await readDrift(engine)).toBe(0.3);
  for (let year = 2020; year < 2025; year++) {
    await keepError(engine, report(`${year}-12-31`, Math.exp(0.2)));
  }
  expect(await readDrift(engine)).toBe(0.3);
  await keepError(engine, report("2025-12-31", Math.exp(-0.5)));
  // √((5 · 0.2² + 0.5²) / 6)
  expect(await readDrift(engine)).toBeCloseTo(Math.sqrt(0.45 / 6), 12);
});

test("counts a split once, as it came out last, and never believes less than 0.10", async () => {
  for (let year = 2020; year < 2026; year++) {
    await keepError(engine, report(`${year}-12-31`, 2));
    await keepError(engine, report(`${year}-12-31`, 1.01));
  }
  expect(await readDrift(engine)).toBe(0.1);
});
