/** Every domain of the customer: the workspace files under examples/, on the public data sets. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { DoctorReport } from "../src/pipeline/doctor.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";
import { json, kundenwert } from "./kundenwert.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-domains-"));
afterAll(() => rmSync(directory, { recursive: true }));
const datasets = inject("datasets");
const examples = join(import.meta.dirname, "../../../examples");

type Example = {
  readonly path: string;
  workspace: Workspace;
  /** The first row of a query. */
  first(sql: string): Promise<Readonly<Record<string, unknown>>>;
  counts(...tables: string[]): Promise<Record<string, number>>;
};

/**
 * Refreshes a workspace made of an example's file, twice, opens it, and lets the doctor look at it.
 *
 * @param found what the doctor counts, by code; what is left out is anything
 */
function example(
  name: string,
  rows: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>> = {},
): Example {
  const path = join(directory, name);
  const shared: Example = {
    path,
    workspace: undefined as never,
    async first(sql) {
      const [row = {}] = await shared.workspace.engine.rows(sql);
      return row;
    },
    async counts(...tables) {
      const sql = tables.map(
        (table) => `(SELECT CAST(count(*) AS DOUBLE) FROM ${table}) AS ${table}`,
      );
      return (await shared.first(`SELECT ${sql.join(", ")}`)) as Record<string, number>;
    },
  };
  beforeAll(async () => {
    mkdirSync(path);
    const yaml = readFileSync(join(examples, name, "kundenwert.yaml"), "utf8");
    writeFileSync(join(path, "kundenwert.yaml"), yaml.replaceAll("DATASETS", datasets));
    const refreshed = kundenwert("-w", path, "refresh", "--no-run");
    if (refreshed.status !== 0) throw new Error(refreshed.err);
  });
  const open = async () => {
    shared.workspace = await openWorkspace(path);
  };
  test("comes with all its rows, and once only", async () => {
    await open();
    expect(await shared.counts(...Object.keys(rows))).toEqual(rows);
    await shared.workspace.close();
    const again = kundenwert("-w", path, "refresh", "--no-run");
    expect(again.status).toBe(0);
    expect(again.err).not.toMatch(/rows read/);
    await open();
    expect(await shared.counts(...Object.keys(rows))).toEqual(rows);
  });
  test("is looked at by the doctor", async () => {
    expect(await doctor(shared)).toMatchObject(found);
  });
  afterAll(() => shared.workspace.close());
  return shared;
}

/** What the doctor counts, by code. A process of its own reads it, so the workspace is closed. */
async function doctor(shared: Example): Promise<Record<string, number>> {
  await shared.workspace.close();
  const report = json<DoctorReport>("-w", shared.path, "doctor", "--format", "json");
  shared.workspace = await openWorkspace(shared.path);
  return Object.fromEntries(report.findings.map(({ code, count }) => [code, count]));
}

describe("RavenStack", () => {
  const ravenstack = example("ravenstack", {
    customers: 500,
    // industry, plan_tier, seats, is_trial, churn_flag and the company's name.
    customer_attributes: 3_000,
    subscriptions: 5_000,
    usage: 25_000,
    interactions: 2_600,
    feedback: 2_000,
  });

  test("has the oddities that are known of it", async () => {
    expect(await doctor(ravenstack)).toMatchObject({
      USE_BEFORE_CONTRACT: 19_142,
      // 290 lie after the end, 2 on it: that is the first day without the contract.
      USE_AFTER_CONTRACT: 292,
      IDS_TWICE: 21,
    });
    const { later } = await ravenstack.first(
      `SELECT CAST(count(*) AS DOUBLE) AS later FROM usage JOIN subscriptions USING (subscription_id)
       WHERE CAST(used_at AS DATE) > ended_on`,
    );
    expect(later).toBe(290);
    const { open } = await ravenstack.first(
      `SELECT CAST(count(*) AS DOUBLE) AS open FROM subscriptions
       JOIN customer_attributes USING (customer_id)
       WHERE ended_on IS NULL AND attribute = 'churn_flag' AND value = 'TRUE'`,
    );
    expect(open).toBe(1_016);
    const { empty } = await ravenstack.first(
      "SELECT CAST(count(*) - count(score) AS DOUBLE) AS empty FROM feedback",
    );
    expect(empty).toBe(825);
  });
});

describe("IBM Telco", () => {
  // 19 attributes of 7,043 customers, less the 11 blank totals of those who came this month.
  const telco = example(
    "ibm-telco",
    { customers: 7_043, customer_attributes: 133_806 },
    { NOTHING_TO_VALUE: 1 },
  );

  test("knows whom it lost, and the blank totals", async () => {
    const row = await telco.first(
      `SELECT CAST(sum(CASE WHEN attribute = 'churn' AND value = 'Yes' THEN 1 END) AS DOUBLE) AS lost,
         CAST(sum(CASE WHEN attribute = 'total_charges' THEN 1 END) AS DOUBLE) AS totals
       FROM customer_attributes`,
    );
    expect(row).toEqual({ lost: 1_869, totals: 7_043 - 11 });
  });
});

describe("IBM Telco in several files", () => {
  const telco = example("ibm-telco-multi", { customers: 7_043 }, { NOTHING_TO_VALUE: 1 });

  test("makes one register of four files", async () => {
    const row = await telco.first(
      `SELECT CAST(count(DISTINCT customer_id) AS DOUBLE) AS customers,
         CAST(count(DISTINCT attribute) AS DOUBLE) AS attributes,
         CAST(sum(CASE WHEN attribute = 'churn_label' AND value = 'Yes' THEN 1 END) AS DOUBLE) AS lost
       FROM customer_attributes`,
    );
    // 7 beside id and gender, 9, 30 and 11; "count" stands in all four, "quarter" in two.
    expect(row).toEqual({ customers: 7_043, attributes: 7 + 9 + 30 + 11 - 4, lost: 1_869 });
  });
});

describe("Telco Interconnect", () => {
  const telco = example("telco-interconnect", { customers: 7_043, subscriptions: 7_043 });

  test("has contracts from 2013 on, and ends of four months only", async () => {
    const row = await telco.first(
      `SELECT CAST(min(started_on) AS VARCHAR) AS first_day, CAST(max(started_on) AS VARCHAR) AS last_day,
         CAST(count(ended_on) AS DOUBLE) AS ended, CAST(min(ended_on) AS VARCHAR) AS first_end,
         CAST(max(ended_on) AS VARCHAR) AS last_end,
         CAST(sum(CASE WHEN ended_on < started_on THEN 1 ELSE 0 END) AS DOUBLE) AS reversed
       FROM subscriptions`,
    );
    expect(row).toEqual({
      first_day: "2013-10-01",
      last_day: "2020-02-01",
      ended: 1_869,
      first_end: "2019-10-01",
      last_end: "2020-01-01",
      reversed: 0,
    });
  });
});

describe("SMCRM", () => {
  const smcrm = example(
    "smcrm",
    { customers: 500, orders: 3_178, costs: 6_000 },
    // Quarters without a purchase are none; 1,005 days lie between the first and the last quarter.
    { REJECTED_ROWS: 2_822, ONE_TIME_BUYERS: 60, HISTORY_LENGTH: 1_005 },
  );

  test("takes the quarters with a purchase, in their order and to the cent", async () => {
    const row = await smcrm.first(
      `SELECT CAST(min(ordered_at) AS VARCHAR) AS first_at, CAST(max(ordered_at) AS VARCHAR) AS last_at,
         CAST(count(DISTINCT customer_id) AS DOUBLE) AS customers,
         CAST(sum(amount) AS DOUBLE) AS revenue,
         (SELECT CAST(sum(amount) AS DOUBLE) FROM costs) AS cost FROM orders`,
    );
    // The sums of the file's own columns.
    expect(row).toEqual({
      first_at: "2000-01-01 00:00:00",
      last_at: "2002-10-01 00:00:00",
      customers: 500,
      revenue: 811_846.76,
      cost: 72_924.22,
    });
  });
});

describe("Complete Journey", () => {
  const journey = example("complete-journey", {
    customers: 801,
    products: 92_331,
    campaigns: 27,
    campaign_members: 6_589,
    orders: 75_000,
    interactions: 2_102,
  });

  test("joins its side tables by household, product and campaign", async () => {
    const found = await doctor(journey);
    expect(found.UNKNOWN_CAMPAIGNS).toBeUndefined();
    const row = await journey.first(
      `SELECT
         (SELECT CAST(count(DISTINCT customer_id) AS DOUBLE) FROM orders) AS buyers,
         (SELECT CAST(count(DISTINCT customer_id) AS DOUBLE) FROM campaign_members) AS members,
         (SELECT CAST(count(DISTINCT customer_id) AS DOUBLE) FROM interactions) AS redeemers,
         (SELECT CAST(count(*) AS DOUBLE) FROM orders
           WHERE product_id NOT IN (SELECT product_id FROM products)) AS unknown_products`,
    );
    expect(row).toMatchObject({ buyers: 2_377, members: 1_559, redeemers: 410 });
  });
});

describe("Parch & Posey", () => {
  const parch = example(
    "parch-posey",
    { customers: 351, orders: 6_912, interactions: 9_073 },
    { SAME_DAY_ORDERS: 2_537, ONE_TIME_BUYERS: 40, HISTORY_LENGTH: 1_126 },
  );

  test("keeps no employee: its sales representatives are in no table", async () => {
    const row = await parch.first(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM customer_attributes
       WHERE attribute LIKE '%sales_rep%' OR value = '321500'`,
    );
    expect(row).toEqual({ n: 0 });
    const channels = await parch.first(
      "SELECT CAST(count(DISTINCT channel) AS DOUBLE) AS n FROM interactions",
    );
    expect(channels).toEqual({ n: 6 });
  });
});

describe("UCI Online Retail", () => {
  const uci = example(
    "uci-online-retail",
    { orders: 541_909 },
    { ROWS_WITHOUT_CUSTOMER: 135_080, EXACT_DUPLICATES: 5_270, ONE_TIME_BUYERS: 1_546 },
  );

  test("sums to the file's own total", async () => {
    const row = await uci.first(
      `SELECT CAST(round(sum(amount), 2) AS DOUBLE) AS total,
         CAST(count(*) - count(customer_id) AS DOUBLE) AS guests FROM orders`,
    );
    expect(row).toEqual({ total: 9_747_747.93, guests: 135_080 });
  });
});

describe("the satisfaction surveys", () => {
  const surveys = example(
    "satisfaction-surveys",
    { feedback: 1_811 + 250 },
    { NOTHING_TO_VALUE: 1, ANSWERS_OF_NOBODY: 1_811 + 250 },
  );

  test("read marks from 1 to 10 as marks from 1 to 5", async () => {
    const row = await surveys.first(
      `SELECT CAST(sum(CASE WHEN score = 5 THEN 1 END) AS DOUBLE) AS best,
         CAST(sum(CASE WHEN score = 1 THEN 1 END) AS DOUBLE) AS worst,
         min(score) AS least, max(score) AS most,
         CAST(count(customer_id) AS DOUBLE) AS known
       FROM feedback WHERE import_id = 1`,
    );
    // 542 tens and 36 ones stand in the last column of the file.
    expect(row).toEqual({ best: 542, worst: 36, least: 1, most: 5, known: 0 });
  });

  test("give CSAT and its mean without orders, and say what values need", async () => {
    await surveys.workspace.close();
    const run = kundenwert("-w", surveys.path, "run");
    expect(run.status, run.err).toBe(0);
    expect(run.err).toContain("need orders or contracts");
    type Told = { figure: string; value: number; n: number };
    const told = json<Told[]>(
      "-w",
      surveys.path,
      "figures",
      "--period",
      "total",
      "--format",
      "json",
    );
    const values = Object.fromEntries(told.map(({ figure, value, n }) => [figure, { value, n }]));
    // Marks of 8, 9 and 10 are 4.1 and more: 1,354 of them. A mark m is read as 1 + 4 (m - 1) / 9.
    expect(values.csat).toEqual({ value: 1354 / 2_061, n: 2_061 });
    expect(values.csat_score?.value).toBeCloseTo(4.02205, 4);
    expect(kundenwert("-w", surveys.path, "equity").err).toContain(
      "Values need orders or contracts",
    );
    surveys.workspace = await openWorkspace(surveys.path);
  });
});

describe("iFood", () => {
  const ifood = example(
    "ifood",
    { customers: 2_240 },
    { NOTHING_TO_VALUE: 1, BIRTH_YEAR_IMPOSSIBLE: 3 },
  );

  test("knows birth, registration, answers and complaints", async () => {
    const row = await ifood.first(
      `SELECT CAST(min(registered_on) AS VARCHAR) AS first_day,
         CAST(max(registered_on) AS VARCHAR) AS last_day, min(birth_year) AS eldest,
         (SELECT CAST(count(*) AS DOUBLE) FROM customer_attributes
           WHERE attribute = 'response' AND value = '1') AS responded
       FROM customers`,
    );
    // 14.9 % of 2,240 answered. Three say they were born before 1901.
    expect(row).toEqual({
      first_day: "2012-07-30",
      last_day: "2014-06-29",
      eldest: 1893,
      responded: 334,
    });
  });
});
