/** The workspace files under examples/, on the public data sets: contracts. */
import { describe, expect, test } from "vitest";
import { doctor, example } from "./example.ts";

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
