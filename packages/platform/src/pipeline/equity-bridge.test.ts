import { afterEach, beforeEach, expect, test } from "vitest";
import { ledgerOf } from "../../test/orders-table.ts";
import type { Engine } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { bridgeSteps } from "./equity-bridge.ts";
import { runSteps } from "./runner.ts";
import type { RunContext } from "./step.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([], { asOf: new Date("2026-03-31") }));
  await engine.run(
    `CREATE TABLE customer_rank (customer_id VARCHAR, period_end DATE, method VARCHAR, worth DOUBLE,
       previous_place INTEGER, change DOUBLE, effect_purchases DOUBLE, effect_spend DOUBLE,
       effect_fee DOUBLE, effect_months DOUBLE, effect_margin DOUBLE)`,
  );
  await engine.run(
    "CREATE TABLE customer_value (customer_id VARCHAR, horizon_months INTEGER, revenue_discounted DOUBLE)",
  );
});
afterEach(() => engine.close());

const rank = (customer: string, end: string, worth: number, moved?: readonly number[]) => {
  const effects = moved ? [...moved] : ["NULL", "NULL", "NULL", "NULL", "NULL"];
  const change = moved ? moved.reduce((sum, effect) => sum + effect, 0) : "NULL";
  const before = [moved ? 1 : "NULL", change, ...effects].join(", ");
  return engine.run(
    `INSERT INTO customer_rank VALUES ('${customer}', CAST('${end}' AS DATE), 'mbg-nbd', ${worth}, ${before})`,
  );
};
const run = () => runSteps([...bridgeSteps], context);

test("the bridge leads from opening to closing, and tells who moved it", async () => {
  // February: Ann 100, Bob 50, Cat 30. March: Ann buys again (+20, spend −5), Bob falls silent
  // (−40, margin +1), Cat has sent everything back, Dan is new with 25. Eva's contract of 60 costs 12
  // more, Fay's of 70 has ended.
  await rank("ann", "2026-02-28", 100);
  await rank("bob", "2026-02-28", 50);
  await rank("cat", "2026-02-28", 30);
  await rank("eva", "2026-02-28", 60);
  await rank("fay", "2026-02-28", 70);
  await rank("ann", "2026-03-31", 115, [20, -5, 0, 0, 0]);
  await rank("bob", "2026-03-31", 11, [-40, 0, 0, 0, 1]);
  await rank("dan", "2026-03-31", 25);
  await rank("eva", "2026-03-31", 72, [0, 0, 12, 0, 0]);
  await rank("fay", "2026-03-31", 0, [0, 0, 0, -70, 0]);
  await run();
  expect(await engine.rows(readSql("read/equity-bridge"))).toEqual([
    {
      period_end: "2026-03-31",
      method: "mbg-nbd",
      opening: 310,
      ...{ new_customers: 25, new_n: 1 },
      ...{ purchases_up: 20, purchases_up_n: 1, purchases_down: -40, purchases_down_n: 1 },
      ...{ spend_up: 0, spend_up_n: 0, spend_down: -5, spend_down_n: 1 },
      ...{ fee_up: 12, fee_up_n: 1, fee_down: 0, fee_down_n: 0 },
      ...{ months_up: 0, months_up_n: 0, months_down: -70, months_down_n: 1 },
      ...{ margin: 1, margin_n: 1, gone: -30, gone_n: 1 },
      ...{ closing: 223, customers: 5 },
    },
  ]);
});

test("one month alone is no bridge", async () => {
  await rank("ann", "2026-03-31", 100);
  await run();
  expect(await engine.rows(readSql("read/equity-bridge"))).toEqual([]);
});

test("a change that its effects do not explain fails the step", async () => {
  await rank("ann", "2026-02-28", 100);
  await rank("ann", "2026-03-31", 150, [20, 0, 0, 0, 0]);
  await expect(run()).rejects.toThrow();
});

test("a value on a bound belongs to the class above, and what is below 1 has one of its own", async () => {
  for (const worth of [0, 0.4, 1, 2, 4.99, 5, 10, 1000, 1999]) {
    await engine.run(`INSERT INTO customer_value VALUES ('x', 12, ${worth})`);
  }
  await engine.run("INSERT INTO customer_value VALUES ('x', 24, NULL)");
  await run();
  const classes = await engine.rows(readSql("read/value-histogram"), { horizon: 12 });
  expect(
    classes.map(({ lower_bound, upper_bound, customers }) => [lower_bound, upper_bound, customers]),
  ).toEqual([
    [0, 1, 2],
    [1, 2, 1],
    [2, 5, 2],
    [5, 10, 1],
    [10, 20, 1],
    [1000, 2000, 2],
  ]);
  expect(await engine.rows(readSql("read/value-histogram"), { horizon: 24 })).toEqual([]);
});
