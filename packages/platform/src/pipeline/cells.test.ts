import { afterEach, beforeEach, expect, test } from "vitest";
import { openDuckDb } from "../engines/duckdb.ts";
import type { Engine } from "../engines/engine.ts";
import { countCells, readCells } from "./cells.ts";

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
  // 3 × 20 × 20 customers, two of each kind; x = 0 has no recency.
  await engine.run(`CREATE TABLE summary AS
    SELECT CAST(x AS DOUBLE) AS frequency,
      CASE WHEN x = 0 THEN CAST(0 AS DOUBLE) ELSE CAST(t AS DOUBLE) END AS recency,
      CAST(t + s AS DOUBLE) AS age
    FROM range(3) AS xs(x), range(1, 21) AS ts(t), range(20) AS ss(s), range(2) AS twice(i)`);
});
afterEach(() => engine.close());

test("reads every distinct customer where they are few", async () => {
  const { days, weeks } = await readCells(engine, "summary");
  expect(days.age.length).toBe(await countCells(engine, "summary"));
  // x = 0: 39 ages; x = 1 and 2: 20 × 20 each.
  expect(days.age.length).toBe(39 + 2 * 400);
  expect(weeks.weight.reduce((sum, n) => sum + n, 0)).toBe(2400);
});

test("puts customers close in time together where they are many, and keeps their means", async () => {
  const { days, weeks } = await readCells(engine, "summary", {}, 100);
  expect(days.age.length).toBeLessThanOrEqual(100);
  const total = (column: Float64Array) =>
    column.reduce((sum, value, row) => sum + value * (weeks.weight[row] as number), 0);
  const [whole] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n,
    sum(frequency) AS frequency, sum(recency) AS recency, sum(age) AS age FROM summary`);
  expect(weeks.weight.reduce((sum, n) => sum + n, 0)).toBe(whole?.n);
  expect(total(days.frequency)).toBe(whole?.frequency);
  // Means are rounded to doubles, no more.
  expect(total(days.recency)).toBeCloseTo(Number(whole?.recency), 8);
  expect(total(days.age)).toBeCloseTo(Number(whole?.age), 8);
  expect(days.recency.every((recency, row) => recency <= (days.age[row] as number))).toBe(true);
  expect(
    days.recency.every((recency, row) => recency > 0 === (days.frequency[row] as number) > 0),
  ).toBe(true);
});
