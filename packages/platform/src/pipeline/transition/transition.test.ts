import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { writeDemo } from "../../demo/index.ts";
import { importFile } from "../../sources/import-file.ts";
import { openWorkspace, type Workspace } from "../../workspace/workspace.ts";
import { readBacktest, runBacktest } from "../backtest/run-backtest.ts";
import { readCustomer360 } from "../customer-360/customer-360.ts";
import { customerSummary } from "../customer-summary.ts";
import { readEquity } from "../equity.ts";
import { purchaseDay } from "../purchase-day.ts";
import { returnLink } from "../return-link.ts";
import { run } from "../run.ts";
import { runSteps } from "../runner.ts";
import { sqlStep } from "../step.ts";
import { readPlan } from "./panel-source.ts";
import { scoreEverybody } from "./score-in-engine.ts";
import { readTransitionFit } from "./transition-fit.ts";
import { TRANSITION_TABLES, transitionSources } from "./transition-steps.ts";
import { whatIf } from "./what-if.ts";

describe("the activity of customers by period, worked by hand", () => {
  const sources = [returnLink, purchaseDay, customerSummary, ...transitionSources.map(sqlStep)];

  test("counts periods back from the last day, and gaps from the purchase before", async () => {
    const line = (customer: string, at: string, amount: number) => ({ customer, at, amount });
    const { engine, context } = await ledgerOf(
      [
        line("ada", "2026-09-01", 10),
        line("ada", "2026-12-01", 20),
        line("ada", "2026-12-11", 30),
        line("bob", "2026-12-31", 5),
      ],
      { asOf: new Date("2026-12-31") },
    );
    await runSteps(sources, context);
    // 2026-09-01 to 12-31 are 122 days: four periods of 30, of which the last begins on 12-02.
    expect(await engine.rows("SELECT * FROM transition_plan")).toEqual([
      { period_days: 30, periods: 4, last_day: "2026-12-31", customers: 2, has_amounts: 1 },
    ]);
    const rows = await engine.rows("SELECT * FROM transition_activity");
    const columns = ["place", "period", "purchases", "amount", "squared_gaps", "last_amount"];
    expect(rows.map((row) => columns.map((name) => row[name]))).toEqual([
      // 122 days reach back two days before period 0.
      [0, -1, 1, 10, 0, 10],
      [0, 2, 1, 20, 91 ** 2, 20],
      [0, 3, 1, 30, 100, 30],
      [1, 3, 1, 5, 0, 5],
    ]);
    await engine.close();
  });

  test("has longer periods where most buy rarely and there are three years", async () => {
    const rare = ["ada", "bob", "cleo"].map((customer, i) => ({
      customer,
      at: `202${i}-01-05`,
      amount: 10,
    }));
    const { engine, context } = await ledgerOf(rare, { asOf: new Date("2026-12-31") });
    await runSteps(sources, context);
    expect(await engine.rows("SELECT period_days FROM transition_plan")).toEqual([
      { period_days: 91 },
    ]);
    await engine.close();
  });
});

describe("on a demo shop of two years", () => {
  let directory: string;
  let shop: Workspace;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "kundenwert-transition-"));
    const { files } = await writeDemo(join(directory, "shop"), { customers: 2500, seed: 5 });
    shop = await openWorkspace(join(directory, "workspace"));
    await importFile(shop, files.bestellungen);
    await importFile(shop, files.kontakte, { table: "interactions" });
    await run(shop, { method: "transition", insights: false });
  });
  afterAll(async () => {
    await shop.close();
    rmSync(directory, { recursive: true });
  });

  const one = async (sql: string) => (await shop.engine.rows(sql))[0] ?? {};

  test("competes on purchases and revenue", async () => {
    const report = await readBacktest(shop.engine);
    const targets = report?.methods.filter(({ method }) => method === "transition");
    expect(targets?.map(({ target }) => target).sort()).toEqual(["purchases", "revenue"]);
    expect(report?.refused).toEqual({});
  });

  test("values every customer, to the cent what the equity says", async () => {
    const [equity] = await readEquity(shop.engine);
    const sum = await one(`SELECT CAST(count(*) AS DOUBLE) AS n, sum(revenue_discounted) AS value
      FROM customer_value WHERE horizon_months = 12 AND method = 'transition'`);
    const buyers = await one("SELECT CAST(count(*) AS DOUBLE) AS n FROM customer_summary");
    expect(sum.n).toBe(buyers.n);
    expect(equity?.method).toBe("transition");
    expect(Math.abs(Number(equity?.revenueDiscounted) - Number(sum.value))).toBeLessThan(0.005);
  });

  test("what customers are foreseen to spend is base × segment × engine", async () => {
    const { off } = await one(`SELECT max(abs(v.revenue_predicted
        - t.base_purchases * t.base_spend * t.segment_factor * t.engine_factor)) AS off
      FROM customer_value AS v JOIN transition_value AS t
        ON v.customer_id = t.customer_id AND v.horizon_months = t.horizon_months`);
    expect(Number(off)).toBeLessThan(1e-6);
  });

  test("takes the costs of contacts off contribution, and equity and explanation agree", async () => {
    const [equity] = await readEquity(shop.engine);
    const sums = await one(`SELECT sum(service_cost_discounted) AS service,
        sum(revenue_discounted) AS revenue, sum(contribution_discounted) AS contribution,
        min(service_cost_discounted) AS least
      FROM customer_value WHERE horizon_months = 12`);
    const [revenue, service] = [Number(sums.revenue), Number(sums.service)];
    expect(Number(sums.least)).toBeGreaterThan(0);
    expect(Number(sums.contribution)).toBeCloseTo(
      revenue * Number(equity?.marginRate) - service,
      2,
    );
    expect(Number(equity?.contributionDiscounted)).toBeCloseTo(Number(sums.contribution), 6);
    // Only revenue is uncertain here; the cost is the same at both ends.
    expect(Number(equity?.contributionHigh)).toBeCloseTo(
      Number(equity?.revenueHigh) * Number(equity?.marginRate) - service,
      2,
    );
    // The contacts of the last year, whose buyers were customers before, go on much the same.
    const past = await one(`SELECT sum(CAST(cost AS DOUBLE)) AS cost FROM interactions
      WHERE happened_at > (SELECT max(ordered_at) FROM orders) - INTERVAL 1 YEAR`);
    expect(service / Number(past.cost)).toBeGreaterThan(0.3);
    expect(service / Number(past.cost)).toBeLessThan(1.1);
    const { id } = await one("SELECT max(customer_id) AS id FROM customer_summary");
    const { reasons } = await readCustomer360(shop, String(id));
    const amount = (code: string) => reasons[0]?.lines.find((line) => line.code === code)?.amount;
    expect(amount("SERVICE")).toBeLessThan(0);
    expect(
      Number(amount("DISCOUNTED")) + Number(amount("COSTS")) + Number(amount("SERVICE")),
    ).toBeCloseTo(Number(amount("CONTRIBUTION")), 9);
  });

  test("the engine foresees the same of everybody", async () => {
    const { engine } = shop;
    const fit = await readTransitionFit(engine, TRANSITION_TABLES.fit);
    if (fit.model === "refused") throw new Error(fit.code);
    const plan = await readPlan(engine, TRANSITION_TABLES);
    const horizons = await engine.rows(
      "SELECT horizon_months AS months, horizon_days AS days FROM horizon ORDER BY horizon_months",
    );
    const asked = horizons.map(({ months, days }) => {
      const ratios = fit.horizons[0]?.shares.map(() => 1) ?? [];
      return { months: Number(months), days: Number(days), ratios };
    });
    await engine.run("CREATE TABLE reckoned AS SELECT * FROM transition_score WHERE 1 = 0");
    await scoreEverybody(engine, "reckoned", TRANSITION_TABLES, plan, fit, asked, {});
    const pairs = `transition_score AS own JOIN reckoned
      ON own.place = reckoned.place AND own.horizon_months = reckoned.horizon_months`;
    const found = await one(`SELECT CAST(count(*) AS DOUBLE) AS n,
        CAST(sum(CASE WHEN own.state = reckoned.state AND own.segment = reckoned.segment THEN 1 ELSE 0 END)
          AS DOUBLE) AS alike
      FROM ${pairs}`);
    const all = await one("SELECT CAST(count(*) AS DOUBLE) AS n FROM transition_score");
    expect(found.n).toBe(all.n);
    // Between nodes the base is off by a thousandth at most: few scores lie so close to an edge.
    expect(Number(found.alike)).toBeGreaterThan(0.99 * Number(found.n));
    const { off, spend } = await one(`SELECT
        max(abs(reckoned.revenue / own.revenue - 1)) AS off,
        max(abs(reckoned.base_spend / own.base_spend - 1)) AS spend
      FROM ${pairs} WHERE own.state = reckoned.state AND own.segment = reckoned.segment
        AND abs(reckoned.segment_factor / own.segment_factor - 1) < 0.01`);
    expect(Number(spend)).toBeLessThan(1e-9);
    expect(Number(off)).toBeLessThan(0.012);
    const sums = await one(`SELECT sum(own.revenue) AS own, sum(reckoned.revenue) AS reckoned
      FROM ${pairs}`);
    expect(Number(sums.reckoned) / Number(sums.own)).toBeCloseTo(1, 3);
  });

  test("marks what reaches further ahead than the history looks back", async () => {
    const rows = await shop.engine.rows(`SELECT horizon_months, max(extrapolated) AS extrapolated
      FROM transition_value GROUP BY horizon_months ORDER BY horizon_months`);
    const { days } = await one("SELECT periods * period_days AS days FROM transition_plan");
    expect(rows).toEqual(
      [12, 24, 36].map((months) => ({
        horizon_months: months,
        extrapolated: months * 30.4375 > Number(days) ? 1 : 0,
      })),
    );
  });

  test("discounts what comes later more", async () => {
    const rows = await shop.engine.rows(`SELECT avg(discount_ratio) AS ratio
      FROM transition_value GROUP BY horizon_months ORDER BY horizon_months`);
    const [first, second, third] = rows.map(({ ratio }) => Number(ratio));
    // 10 % a year: the middle of an even year is worth 1.1^−½ = 0.953, of three years 0.867.
    expect(first).toBeGreaterThan(0.94);
    expect(first).toBeLessThan(0.97);
    expect(second).toBeLessThan(Number(first));
    expect(third).toBeLessThan(Number(second));
  });

  test("says what a purchase today and a longer silence would change", async () => {
    const { id } = await one(`SELECT max(customer_id) AS id FROM customer_summary
      WHERE purchases >= 4 AND last_day < DATE '2026-09-01'`);
    const { days } = await one(
      "SELECT horizon_days AS days FROM horizon WHERE horizon_months = 12",
    );
    const { purchases } = await one(`SELECT purchases FROM transition_value
      WHERE horizon_months = 12 AND customer_id = '${id}'`);
    const [buys, silent] = await whatIf(shop.engine, String(id), Number(days));
    // Who buys again after a silence is active for sure; a longer silence makes it less likely.
    expect(buys?.purchasesChange).toBeGreaterThan(0);
    expect(silent?.purchasesChange).toBeLessThan(0);
    for (const one of [buys, silent]) {
      expect(Number(one?.purchases) - Number(one?.purchasesChange)).toBeCloseTo(
        Number(purchases),
        9,
      );
    }
    expect(await whatIf(shop.engine, "nobody", Number(days))).toEqual([]);
  });

  test("foresees nothing of what came after calibration", async () => {
    const before = await one(`SELECT sum(purchases) AS n, sum(amount) AS amount
      FROM calibration_transition_activity`);
    const known = await one(`SELECT CAST(sum(is_purchase) AS DOUBLE) AS n, sum(p.revenue) AS amount
      FROM calibration_purchase_day AS p JOIN calibration_summary AS s
        ON p.customer_id = s.customer_id`);
    expect(before.n).toBe(known.n);
    expect(Number(before.amount)).toBeCloseTo(Number(known.amount), 2);
  });
});

test("says why it does not compete where there are too few customers", async () => {
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-transition-"));
  const { files } = await writeDemo(join(directory, "shop"), { customers: 300, seed: 5 });
  const shop = await openWorkspace(join(directory, "workspace"));
  await importFile(shop, files.bestellungen);
  const report = await runBacktest(shop);
  expect(report?.refused.transition?.code).toBe("FEW_CUSTOMERS");
  expect(report?.methods.map(({ method }) => method)).not.toContain("transition");
  await shop.close();
  rmSync(directory, { recursive: true });
});
