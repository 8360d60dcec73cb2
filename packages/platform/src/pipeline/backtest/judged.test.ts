import { afterEach, beforeEach, expect, test } from "vitest";
import { openDuckDb } from "../../engines/duckdb.ts";
import type { Engine } from "../../engines/engine.ts";
import { judgedEvery } from "./judged.ts";

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
});
afterEach(() => engine.close());

const TABLES = { plan: "p", customer: "c", activity: "a", fit: "f", score: "s" };
const make = (table: string, rows: number) =>
  engine.run(`CREATE TABLE ${table} AS SELECT * FROM range(${rows})`);

test("judges everybody up to 25,000 customers, and an even part of more", async () => {
  await make("calibration_summary", 25_000);
  expect(await judgedEvery(engine, undefined)).toBe(1);
  await engine.run("INSERT INTO calibration_summary SELECT * FROM range(25001)");
  expect(await judgedEvery(engine, undefined)).toBe(3);
});

test("judges fewer where their histories are long", async () => {
  await make("c", 20_000);
  await make("a", 400_000);
  expect(await judgedEvery(engine, TABLES)).toBe(6);
});
