import { expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import { runSteps } from "../runner.ts";
import { accountValue, readAccount } from "./account-value.ts";

/** Values of four contacts, worked by hand, and a customer without an account. */
async function valued(customers: readonly Record<string, string>[]) {
  const { engine, context } = await ledgerOf([]);
  await addRows(engine, {
    customers,
    customer_attributes: [
      { customer_id: "ann", attribute: "Rolle", value: "Geschäftsführerin" },
      { customer_id: "bob", attribute: "Rolle", value: "Einkauf" },
    ],
  });
  await engine.replaceTable(
    "customer_value",
    ["ann,100.10,10.05", "bob,50.20,5.05", "cat,7.30,0.70", "eva,20.40,2.20"]
      .map((text) => text.split(","))
      .map(
        ([id, historic, discounted]) => `SELECT CAST('${id}' AS VARCHAR) AS customer_id,
          CAST(12 AS INTEGER) AS horizon_months, CAST(2 AS INTEGER) AS purchases,
          CAST(3 AS INTEGER) AS orders, CAST(1.5 AS DOUBLE) AS expected_purchases,
          CAST(${historic} AS DOUBLE) AS revenue_historic,
          CAST(${discounted} AS DOUBLE) AS revenue_predicted,
          CAST(${discounted} AS DOUBLE) AS revenue_discounted,
          CAST(${historic} AS DOUBLE) + CAST(${discounted} AS DOUBLE) AS revenue_total,
          CAST(NULL AS DOUBLE) AS contribution_historic,
          CAST(NULL AS DOUBLE) AS contribution_discounted,
          CAST(NULL AS DOUBLE) AS contribution_total,
          DATE '2026-01-05' AS first_day, DATE '2026-06-05' AS last_day`,
      )
      .join(" UNION ALL "),
  );
  await runSteps([accountValue], context);
  return engine;
}

const CUSTOMERS: readonly Record<string, string>[] = [
  { customer_id: "ann", account_id: "acme", group_id: "holding" },
  { customer_id: "bob", account_id: "acme" },
  { customer_id: "dan", account_id: "acme" },
  { customer_id: "cat", account_id: "beta", group_id: "holding" },
  { customer_id: "eva", city: "Ulm" },
];

test("sums contacts to accounts and groups, and both to all customers, to the cent", async () => {
  const engine = await valued(CUSTOMERS);
  const rows = await engine.rows(
    `SELECT level, member_id, contacts, valued, accounts, decision_makers, covered_accounts,
       round(revenue_historic, 2) AS historic, round(revenue_discounted, 2) AS discounted
     FROM account_value ORDER BY level, member_id`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    // level, member, contacts, valued, accounts, deciders, covered accounts, historic, discounted
    ["account", "", 1, 1, 0, 0, 0, 20.4, 2.2],
    ["account", "acme", 3, 2, 1, 1, 1, 150.3, 15.1],
    ["account", "beta", 1, 1, 1, 0, 0, 7.3, 0.7],
    ["group", "", 1, 1, 0, 0, 0, 20.4, 2.2],
    // Bob's and Dan's account belongs to the group, so they do.
    ["group", "holding", 4, 3, 2, 1, 1, 157.6, 15.8],
  ]);
  const sums = await engine.rows(
    `SELECT round(sum(revenue_total), 2) AS total FROM account_value GROUP BY level
     UNION ALL SELECT round(sum(revenue_total), 2) FROM customer_value`,
  );
  expect(sums.map(({ total }) => total)).toEqual([196, 196, 196]);
  await engine.close();
});

test("reads an account with its group and contacts, and a group with its accounts", async () => {
  const engine = await valued(CUSTOMERS);
  const acme = await readAccount(engine, "acme");
  expect(acme.groupId).toBe("holding");
  expect(acme.contacts.map(({ customer_id }) => customer_id)).toEqual(["ann", "bob", "dan"]);
  const holding = await readAccount(engine, "holding");
  expect(holding.accounts).toEqual(["acme", "beta"]);
  expect(holding.contacts.map(({ customer_id }) => customer_id)).toEqual([
    "ann",
    "bob",
    "cat",
    "dan",
  ]);
  await expect(readAccount(engine, "nobody")).rejects.toMatchObject({ code: "ACCOUNT_UNKNOWN" });
  await expect(readAccount(engine, "")).rejects.toMatchObject({ code: "ACCOUNT_UNKNOWN" });
  await engine.close();
});

test("is empty where nobody has an account", async () => {
  const engine = await valued([{ customer_id: "eva", city: "Ulm" }]);
  expect(await engine.rows("SELECT * FROM account_value")).toEqual([]);
  await engine.close();
});
