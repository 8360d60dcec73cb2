import { expect, test } from "vitest";
import { openDuckDb } from "../engines/duckdb.ts";
import { readCells } from "./cells.ts";
import { type ProbabilityMethod, probabilityModels } from "./method.ts";
import { gridSelect } from "./score-grid.ts";

const DAYS = 365;
const RATE = Math.log(1.1) / 365;

/**
 * Parameters of CDNOW in weeks, and of a shop with buyers who come every week; how far P(active) and
 * purchases may be off (relative above 1). The growth of the odds in BG/NBD and MBG/NBD is exactly
 * linear between nodes; in Pareto/NBD it bends where β is far below α, in the first days.
 */
const CASES: readonly [ProbabilityMethod, Record<string, number>, number, number][] = [
  ["bg-nbd", { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 1e-12, 0.0005],
  ["mbg-nbd", { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, 1e-12, 0.0005],
  ["pareto-nbd", { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 0.001, 0.001],
  ["bg-nbd", { r: 2.1, alpha: 3.2, a: 0.3, b: 6.5 }, 1e-12, 0.001],
  ["pareto-nbd", { r: 2.1, alpha: 3.2, s: 0.4, beta: 1.1 }, 0.0125, 0.0125],
];

test.each(CASES)("%s between the nodes is what it is by its formula", async (...one) => {
  const [method, params, alive, ahead] = one;
  const engine = await openDuckDb();
  await engine.run(`CREATE TABLE summary AS
    SELECT DISTINCT CAST(x AS DOUBLE) AS frequency, CAST(t AS DOUBLE) AS age,
      CASE WHEN x = 0 THEN CAST(0 AS DOUBLE) ELSE greatest(1, round(t * s / 37.0)) END AS recency
    FROM (VALUES (0), (1), (2), (5), (9), (13), (29), (67), (142)) AS xs(x),
      (VALUES (1), (2), (6), (23), (100), (363), (730), (1501)) AS ts(t), range(38) AS ss(s)
    WHERE x <= t`);
  const reach = { frequency: 142, age: 1501 };
  const horizons = [{ horizon: 12, days: DAYS, rate: RATE }];
  const cells = "SELECT frequency, recency, age FROM summary";
  const select = await gridSelect(engine, "score", { method, params }, horizons, reach);
  const grid = select(cells);
  const found = (await engine.columns(
    `SELECT * FROM (${grid.sql}) AS scores ORDER BY frequency, recency, age`,
    grid.parameters,
  )) as Record<string, Float64Array>;
  const { weeks } = await readCells(engine, "summary");
  const model = probabilityModels[method];
  const own = params as never;
  const expected = model.expectedPurchases(own, weeks, DAYS / 7);
  const exact = {
    probability_alive: model.probabilityAlive(own, weeks),
    probability_no_purchase: model.conditionalCountProbability(own, weeks, DAYS / 7, 0),
    expected_purchases: expected,
    discount_ratio: model
      .discountedExpectedPurchases(own, weeks, RATE * 7, DAYS / 7)
      .map((value, i) => value / (expected[i] as number)),
  };
  expect(found.age?.length).toBe(weeks.T.length);
  const off = Object.fromEntries(
    Object.entries(exact).map(([name, values]) => [
      name,
      values.reduce(
        (most, value, i) =>
          Math.max(most, Math.abs((found[name]?.[i] as number) - value) / Math.max(value, 1)),
        0,
      ),
    ]),
  );
  expect(off.probability_alive).toBeLessThan(alive);
  expect(off.probability_no_purchase).toBeLessThan(0.0125);
  expect(off.expected_purchases).toBeLessThan(ahead);
  expect(off.discount_ratio).toBeLessThan(0.0002);
  await engine.close();
});
