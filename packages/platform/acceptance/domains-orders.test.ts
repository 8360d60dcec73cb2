/** The workspace files under examples/, on the public data sets: orders and what stands beside them. */
import { describe, expect, test } from "vitest";
import { doctor, example } from "./example.ts";

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
