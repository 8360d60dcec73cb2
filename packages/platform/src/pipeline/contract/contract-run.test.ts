import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addManyPhases, addPhases, simulatedPhases } from "../../../test/phase-rows.ts";
import { emptyWorkspace, type TemporaryWorkspace } from "../../../test/valued-workspace.ts";
import type { Row } from "../../engines/engine.ts";
import { readEquity } from "../equity.ts";
import { readReport } from "../report.ts";
import { lastRun, type RunOptions, run } from "../run.ts";
import type { RunEvent } from "../runner.ts";
import type { ContractReport } from "./contract-report.ts";

let temporary: TemporaryWorkspace;
beforeEach(async () => {
  temporary = await emptyWorkspace();
});
afterEach(() => temporary.remove());

const engine = () => temporary.workspace.engine;
const all = (sql: string): Promise<readonly Row[]> => engine().rows(sql);
const value = (options: RunOptions = {}) =>
  run(temporary.workspace, { insights: false, ...options });
const reported = () => readReport<ContractReport>(engine(), "contract_backtest");

/** Two years of contracts of customers who differ much: new ones leave quickly, old ones stay. */
const shop = { asOf: "2026-07-01", months: 24, perMonth: 100, seed: 5 };
const TRUTH = { alpha: 0.4, beta: 0.9 };
const AS_OF = new Date("2026-06-30");

describe("a subscription business without orders", () => {
  beforeEach(() => addManyPhases(engine(), simulatedPhases(TRUTH, shop)));

  test("is valued by the method that foresaw the held-out months best", async () => {
    const report = await value({ asOf: AS_OF });
    const { backtest, ...told } = (await reported()) as ContractReport;
    expect(backtest).toMatchObject({
      calibrationEnd: "2025-06-30",
      holdoutEnd: "2026-06-30",
      holdoutMonths: 12,
      reason: { code: "LOWEST_DEVIANCE", target: "months" },
    });
    expect(["sbg", "bdw"]).toContain(backtest?.winner);
    const months = backtest?.methods.filter(({ target }) => target === "months") ?? [];
    expect(months.map(({ method }) => method).sort()).toEqual(
      ["bdw", "churn-rate", "everyone-stays", "fee-months", "sbg"].sort(),
    );
    const of = (method: string) => months.find((score) => score.method === method);
    // One rate for all takes those who stayed for as fickle as those who came last.
    expect(of("sbg")?.deviance).toBeLessThan(0.9 * (of("churn-rate")?.deviance ?? 0));
    expect(of("sbg")?.logLikelihood).toBeGreaterThan(of("churn-rate")?.logLikelihood ?? 0);
    // In sum it is right: of some 600 contracts and their fit, ten per cent are chance.
    expect(Math.abs((of("sbg")?.bias ?? 0) - 1)).toBeLessThan(0.1);
    expect(of("everyone-stays")?.logLikelihood).toBeNull();
    expect(told).toMatchObject({
      asOf: "2026-06-30",
      method: backtest?.winner,
      verified: true,
      data: { phases: 2400, contracts: 2400, ends_before_start: 0, overlapped: 0 },
    });
    expect(report).toMatchObject({ method: backtest?.winner, verified: true, hasAmounts: true });
    expect(await lastRun(engine())).toEqual(report);
  });

  test("adds up: every contract's fees so far, and one equity", async () => {
    await value();
    const [paid] = await all("SELECT 10 * sum(paid_months) AS paid FROM contract");
    const equity = await readEquity(engine());
    expect(equity.map(({ horizonMonths }) => horizonMonths)).toEqual([12, 24, 36]);
    for (const total of equity) {
      const [sum] = await all(`SELECT sum(revenue_discounted) AS discounted,
        sum(revenue_historic) AS historic, CAST(count(*) AS DOUBLE) AS customers
        FROM customer_value WHERE horizon_months = ${total.horizonMonths}`);
      expect(total.customers).toBe(sum?.customers);
      expect(total.revenueHistoric).toBeCloseTo(Number(paid?.paid), 4);
      expect(total.revenueDiscounted).toBeCloseTo(Number(sum?.discounted), 6);
      expect(total.revenueLow).toBeLessThan(Number(total.revenueDiscounted));
      expect(total.revenueHigh).toBeGreaterThan(Number(total.revenueDiscounted));
    }
  });

  test("looks from the last day on which anything began or ended", async () => {
    const [last] = await all(
      "SELECT max(greatest(started_on, coalesce(ended_on, started_on))) AS day FROM subscriptions",
    );
    expect((await value()).asOf).toBe(last?.day);
  });

  test("makes nothing again where nothing has changed", async () => {
    await value();
    const again = await value();
    expect(again.steps.filter(({ state }) => state === "done")).toEqual([]);
  });

  test("what comes after the cut changes no forecast", async () => {
    const foreseen = async () => ({
      contracts: await all(`SELECT * FROM calibration_contract
        ORDER BY customer_id, subscription_id, contract_no`),
      score: await all("SELECT * FROM calibration_contract_score ORDER BY plan, months"),
      fits: await all("SELECT body FROM calibration_contract_fits"),
    });
    await value({ asOf: AS_OF });
    const before = await foreseen();
    expect(before.contracts.length).toBeGreaterThan(400);
    const [running] = await all(`SELECT min(subscription_id) AS id FROM contract
      WHERE lost = 0 AND started_on < DATE '2025-06-01'`);
    const id = String(running?.id);
    await addPhases(
      engine(),
      [
        { id, customer: `c-${id}`, from: "2026-04-01", fee: 90, plan: "pro" },
        { id: "new", customer: "new", from: "2025-08-01", fee: 50, state: "trial" },
        { id: "late", customer: "late", from: "2026-06-01" },
      ],
      2,
    );
    const first = (await reported())?.backtest;
    await value({ asOf: AS_OF });
    expect(await foreseen()).toEqual(before);
    // What came is another matter: there the new phase shows.
    expect((await reported())?.backtest?.revenue).not.toBe(first?.revenue);
  });

  test("without a backtest it is the shifted-beta-geometric, unverified", async () => {
    const report = await value({ backtest: false });
    expect(report).toMatchObject({ method: "sbg", verified: false });
    expect(report.reason?.code).toBe("TOO_LITTLE_HISTORY");
    expect((await reported())?.backtest).toBeNull();
    const [equity] = await readEquity(engine());
    expect(equity).toMatchObject({ method: "sbg", verified: false });
  });
});

test("a business of a few weeks is valued by its churn rate, unverified", async () => {
  await addPhases(engine(), [
    { id: "a", customer: "ann", from: "2026-05-01" },
    { id: "b", customer: "bob", from: "2026-05-01", until: "2026-06-01" },
  ]);
  const told: string[] = [];
  const onProgress = ({ index, total }: RunEvent) => told.push(`${index} of ${total}`);
  const report = await value({ insights: true, onProgress });
  expect(report).toMatchObject({ asOf: "2026-06-01", method: "churn-rate", verified: false });
  const ranks = await all(`SELECT customer_id, rank_place, reason, monthly_fee FROM customer_rank
    WHERE period_end = DATE '2026-05-31' ORDER BY rank_place`);
  // Of one fee and one day due, the number decides; that Bob leaves on the next day is not known yet.
  expect(ranks).toEqual([
    { customer_id: "ann", rank_place: 1, reason: "new", monthly_fee: 10 },
    { customer_id: "bob", rank_place: 2, reason: "new", monthly_fee: 10 },
  ]);
  // Without history enough for a backtest of contracts, its steps are not waited for.
  const [index, total] = String(told.at(-1)).split(" of ");
  expect(index).toBe(total);
  expect((await reported())?.groups).toMatchObject([{ contracts: 2, lost: 1, plans: ["basic"] }]);
});

test("a shop that gives up its contracts is a shop again", async () => {
  await addPhases(engine(), [{ from: "2026-01-01" }]);
  await engine().run(`INSERT INTO orders (import_id, line, customer_id, ordered_at, amount)
    VALUES (1, 1, 'ann', TIMESTAMP '2026-01-10', 20), (1, 2, 'ann', TIMESTAMP '2026-03-10', 20),
      (1, 3, 'bob', TIMESTAMP '2026-02-10', 30)`);
  expect((await value()).method).toBe("churn-rate+repeat-rate");
  expect(await engine().hasTable("customer_value_part")).toBe(true);
  await engine().run("DELETE FROM subscriptions");
  await engine().run("UPDATE imports SET undone_at = imported_at");
  expect((await value()).method).toBe("repeat-rate");
  expect(await engine().hasTable("customer_value_part")).toBe(false);
  expect(await reported()).toBeUndefined();
  const [row] = await all("SELECT DISTINCT method FROM customer_value");
  expect(row).toEqual({ method: "repeat-rate" });
});

test("phases that contradict each other are counted, and none of them is silently used", async () => {
  await addPhases(engine(), [
    { id: "a", customer: "ann", from: "2026-01-01" },
    { id: "a", customer: "ann", from: "2026-02-01", until: "2026-01-15" },
    { id: "b", customer: "bob", from: "2026-01-01", until: "2026-05-01" },
    { id: "b", customer: "bob", from: "2026-03-01" },
    { id: "c", customer: "cem", from: "2026-02-01", currency: "USD" },
    { id: "d", customer: "dan", from: "2026-01-01", until: "2026-02-01", state: "trial" },
    { id: "e", customer: "eva", from: "2026-01-01", until: "2026-02-01" },
    { id: "e", customer: "eva", from: "2026-02-10" },
    { id: "f", customer: "fay", from: "2026-12-01" },
  ]);
  await value({ asOf: AS_OF });
  expect((await reported())?.data).toEqual({
    phases: 9,
    without_customer: 0,
    ends_before_start: 1,
    starts_later: 1,
    other_currency: 1,
    without_fee: 0,
    contracts: 3,
    active: 3,
    paused: 0,
    ended: 0,
    trials: 1,
    overlapped: 1,
    with_gap: 1,
    ending: 0,
    monthly_fees: 30,
  });
});
