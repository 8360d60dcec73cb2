/** Contracts of public data sets: what was paid, who stays, what they are worth. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { ContractReport, ContractScore } from "../src/pipeline/contract/contract-report.ts";
import { readEquity } from "../src/pipeline/equity.ts";
import { readReport } from "../src/pipeline/report.ts";
import { type RunReport, run } from "../src/pipeline/run.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-contracts-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** A workspace whose subscriptions are the rows of a data set. */
async function workspaceOf(dataset: string, columns: string): Promise<Workspace> {
  const workspace = await openWorkspace(join(directory, dataset.replace("/", "-")));
  const file = join(workspace.exchangeDirectory, "subscriptions.csv");
  writeFileSync(file, gunzipSync(readFileSync(join(inject("datasets"), dataset))));
  await workspace.engine.run(
    `INSERT INTO subscriptions SELECT 1, row_number() OVER (), ${columns} FROM read_csv($file)`,
    { file },
  );
  await workspace.engine.run(`INSERT INTO imports (import_id, imported_at, rows_added)
    SELECT 1, TIMESTAMP '2026-12-31', count(*) FROM subscriptions`);
  return workspace;
}

type Business = { workspace: Workspace; report: RunReport; contracts: ContractReport };

async function valued(workspace: Workspace): Promise<Business> {
  const report = await run(workspace);
  const contracts = await readReport<ContractReport>(workspace.engine, "contract_backtest");
  return { workspace, report, contracts: contracts as ContractReport };
}

const score = ({ backtest }: ContractReport, method: string) =>
  backtest?.methods.find(
    (one) => one.method === method && one.target === "months",
  ) as ContractScore;

/** Customers and their parts are the equity, to the cent. */
async function expectOneSum({ workspace: { engine } }: Business): Promise<void> {
  for (const total of await readEquity(engine)) {
    for (const table of ["customer_value", "customer_value_part"]) {
      const [sum] = await engine.rows(
        `SELECT sum(revenue_discounted) AS discounted, sum(revenue_historic) AS historic
         FROM ${table} WHERE horizon_months = $horizon`,
        { horizon: total.horizonMonths },
      );
      expect(sum?.discounted).toBeCloseTo(Number(total.revenueDiscounted), 2);
      expect(sum?.historic).toBeCloseTo(Number(total.revenueHistoric), 2);
    }
    expect(total.revenueLow).toBeLessThan(Number(total.revenueDiscounted));
    expect(total.revenueHigh).toBeGreaterThan(Number(total.revenueDiscounted));
  }
}

describe("RavenStack", () => {
  let raven: Business;
  beforeAll(async () => {
    const workspace = await workspaceOf(
      "ravenstack_saas/subscriptions.csv.gz",
      `subscription_id, account_id, plan_tier, start_date, end_date, mrr_amount, NULL,
       CASE WHEN is_trial THEN 'trial' ELSE 'active' END`,
    );
    raven = await valued(workspace);
  });
  afterAll(() => raven.workspace.close());

  test("has the contracts and fees that can be counted in the file", async () => {
    expect(raven.report).toMatchObject({ asOf: "2024-12-31", verified: true });
    expect(raven.contracts.data).toMatchObject({
      phases: 5000,
      trials: 778,
      contracts: 4222,
      active: 3814,
      ended: 408,
      monthly_fees: 10_159_608,
      ends_before_start: 0,
      overlapped: 0,
    });
    const [equity] = await readEquity(raven.workspace.engine);
    expect(equity?.customers).toBe(500);
    // Σ fee × months due by the last day of 2024, reckoned outside of the engine.
    expect(equity?.revenueHistoric).toBe(62_810_670);
    await expectOneSum(raven);
  });

  test("foresees the held-out year in sum, far better than fee × mean months", () => {
    const { backtest } = raven.contracts;
    expect(backtest).toMatchObject({ holdoutEnd: "2024-12-31", winner: raven.report.method });
    const winner = score(raven.contracts, String(raven.report.method));
    expect(Math.abs(winner.bias - 1)).toBeLessThan(0.03);
    expect(winner.deviance).toBeLessThan(score(raven.contracts, "everyone-stays").deviance);
    expect(winner.deviance).toBeLessThan(0.05 * score(raven.contracts, "fee-months").deviance);
  });
});

describe("Telco Interconnect", () => {
  let telco: Business;
  beforeAll(async () => {
    const workspace = await workspaceOf(
      "telco_interconnect/contract.csv.gz",
      `customer_id, customer_id, type, begin_date, end_date, monthly_charges, NULL, 'active'`,
    );
    telco = await valued(workspace);
  });
  afterAll(() => telco.workspace.close());

  test("has the contracts that can be counted in the file", async () => {
    expect(telco.report).toMatchObject({ asOf: "2020-02-01", verified: true });
    expect(telco.contracts.data).toMatchObject({ contracts: 7043, ended: 1869, active: 5174 });
    expect(telco.contracts.data.monthly_fees).toBeCloseTo(316_985.75, 2);
    await expectOneSum(telco);
  });

  test("has been paid what the company charged", async () => {
    const { engine } = telco.workspace;
    const [due] = await engine.rows(`SELECT sum(revenue_historic) AS fees,
      sum(CASE WHEN ended_on IS NULL THEN monthly_fee ELSE 0 END) AS february FROM contract`);
    // The file's total_charges are 16,056,168.70 and end with January: today's fees for all of a
    // contract's months are that but for 0.01 %.
    const fees = Number(due?.fees) - Number(due?.february);
    expect(Math.abs(fees / 16_056_168.7 - 1)).toBeLessThan(0.0001);
  });

  test("is seen to hold no end before October 2019", () => {
    expect(telco.contracts.observedFrom).toBe("2019-10-01");
    // 1,655 of the monthly contracts left in four months: 13 % a month, not one of every sixty.
    const monthly = telco.contracts.groups.find(({ plan }) => plan === "Month-to-month");
    expect(monthly?.churnRate).toBeCloseTo(0.127, 3);
  });

  test("has models that foresee who stays better than one rate of churn for all", () => {
    const { backtest } = telco.contracts;
    // Counted in the file: on 1 December 5,390 contracts ran, of which 460 ended by February.
    expect(backtest).toMatchObject({
      calibrationEnd: "2019-12-01",
      contracts: 5390,
      lost: 460,
      months: 9860,
      winner: "bdw",
    });
    const rate = score(telco.contracts, "churn-rate");
    for (const method of ["sbg", "bdw"]) {
      const model = score(telco.contracts, method);
      expect(model.deviance).toBeLessThan(rate.deviance);
      expect(model.logLikelihood).toBeGreaterThan(rate.logLikelihood as number);
      expect(Math.abs(model.bias - 1)).toBeLessThan(0.03);
    }
  });
});
