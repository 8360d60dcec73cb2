import { afterEach, beforeEach, expect, test } from "vitest";
import { openDuckDb } from "../../engines/duckdb.ts";
import type { Engine } from "../../engines/engine.ts";
import { METHODS, YARDSTICKS } from "../method.ts";
import { columnOf } from "./column-of.ts";
import { judge } from "./evaluate.ts";

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
});
afterEach(() => engine.close());

const ALL = [...METHODS, ...YARDSTICKS];
const CUSTOMERS = 40;
/** Half of the customers buy nothing, the others 2 times for 10 each. */
const purchases = (i: number) => (i % 2 === 0 ? 0 : 2);
type Foreseen = Partial<Record<(typeof ALL)[number], (i: number) => number | null>>;

/** A table of predictions; methods not given foresee 1 purchase of 10 for everyone. */
async function foresee(methods: Foreseen, revenue: (i: number) => number | null = () => null) {
  const columns = ALL.flatMap((method) => [
    `${columnOf(method)}_purchases`,
    `${columnOf(method)}_revenue`,
  ]);
  const names = ["place", "actual_purchases", "actual_revenue", ...columns];
  const definition = names.map((name) => `${name} DOUBLE`).join(", ");
  await engine.run(`CREATE TABLE backtest_prediction (customer_id VARCHAR, ${definition})`);
  const rows = Array.from({ length: CUSTOMERS }, (_, i) => i);
  const each = (of: (i: number) => number | null) =>
    Float64Array.from(rows, (i) => of(i) ?? Number.NaN);
  const one = () => 1;
  await engine.append("backtest_prediction", {
    customer_id: rows.map((i) => `c${i}`),
    place: each((i) => i + 1),
    actual_purchases: each(purchases),
    actual_revenue: each(revenue),
    ...Object.fromEntries(
      ALL.flatMap((method) => {
        const of = methods[method] ?? one;
        const money = (i: number) => (of(i) === null ? null : 10 * (of(i) as number));
        return [
          [`${columnOf(method)}_purchases`, each(of)],
          [`${columnOf(method)}_revenue`, each(money)],
        ];
      }),
    ),
  });
}

test("the lowest deviance wins, and the next is the runner-up", async () => {
  await foresee({
    "mbg-nbd": purchases,
    "bg-nbd": (i) => (i % 2 === 0 ? 0.5 : 1.5),
    zero: () => 0,
  });
  const verdict = (await judge(engine)).purchases;
  expect(verdict).toMatchObject({
    winner: "mbg-nbd",
    customers: CUSTOMERS,
    reason: { code: "ONLY_PURCHASES", target: "purchases", runnerUp: "bg-nbd" },
  });
  expect(verdict?.scores).toHaveLength(ALL.length);
  const lowest = Math.min(...(verdict?.scores ?? []).map(({ deviance }) => deviance));
  expect(verdict?.scores.find(({ method }) => method === "mbg-nbd")?.deviance).toBe(lowest);
});

test("measures what can be reckoned by hand", async () => {
  await foresee({ "mbg-nbd": purchases, formula: () => 1 });
  const verdict = (await judge(engine)).purchases;
  // Half of the customers cost 2 (0 − 0 + 1), the others 2 (2 ln 2 − 2 + 1).
  const deviance = (2 + 2 * (2 * Math.LN2 - 1)) / 2;
  const formula = verdict?.scores.find(({ method }) => method === "formula");
  expect(formula?.deviance).toBeCloseTo(deviance, 12);
  expect(formula).toMatchObject({ rmse: 1, mae: 1, bias: 1, gini: 0, spearman: null });
  expect(formula).toMatchObject({ predictedTotal: 40, actualTotal: 40 });
  // Σ (y − q)² / Σ q of the winner, which is right about everyone.
  expect(verdict?.dispersion).toBe(0);
});

test("a yardstick never wins, however good", async () => {
  await foresee({ mean: purchases, zero: purchases, "repeat-rate": (i) => purchases(i) * 0.9 });
  expect((await judge(engine)).purchases?.winner).toBe("repeat-rate");
});

test("a model that refused the data does not compete and has no score", async () => {
  const refused = () => null;
  await foresee({
    "mbg-nbd": refused,
    "bg-nbd": refused,
    "pareto-nbd": refused,
    transition: refused,
    formula: purchases,
  });
  const verdict = (await judge(engine)).purchases;
  expect(verdict?.winner).toBe("formula");
  expect(verdict?.scores.map(({ method }) => method).sort()).toEqual(
    ["formula", "formula-retention", "last-window", "mean", "repeat-rate", "zero"].sort(),
  );
});

test("judges revenue where there is some, and not where there is none", async () => {
  await foresee({ "bg-nbd": purchases }, (i) => 10 * purchases(i));
  expect((await judge(engine)).revenue).toMatchObject({
    winner: "bg-nbd",
    reason: { code: "LOWEST_DEVIANCE", target: "revenue" },
  });
  await engine.run("UPDATE backtest_prediction SET actual_revenue = NULL");
  expect((await judge(engine)).revenue).toBeUndefined();
  await engine.run("UPDATE backtest_prediction SET actual_revenue = 0");
  expect((await judge(engine)).revenue).toBeUndefined();
});

test("the winner's interval against the runner-up holds its estimate", async () => {
  await foresee({
    "mbg-nbd": (i) => purchases(i) * 0.8 + 0.2,
    "bg-nbd": (i) => purchases(i) * 0.5 + 0.5 + (i % 5) / 10,
  });
  const { difference = 0, low = 1, high = -1 } = (await judge(engine)).purchases?.reason ?? {};
  expect(difference).toBeLessThan(0);
  expect(low).toBeLessThan(difference);
  expect(high).toBeGreaterThan(difference);
});
