import type { Engine, Row } from "../../engines/engine.ts";
import { requireMade } from "../not-made.ts";
import { PipelineError } from "../pipeline-error.ts";
import { sqlStep } from "../step.ts";

/** Roles of people who decide on buying, as the systems of the trade write them. */
const DECISION_ROLES = [
  "decision maker",
  "decision_maker",
  "entscheider",
  "entscheiderin",
  "geschäftsführer",
  "geschäftsführerin",
  "geschäftsführung",
  "inhaber",
  "inhaberin",
  "vorstand",
  "einkaufsleiter",
  "einkaufsleiterin",
  "owner",
  "ceo",
  "cfo",
  "managing director",
  "head of purchasing",
] as const;

/** What accounts and groups of business customers are worth; sql/customer_360/account_value.sql. */
export const accountValue = sqlStep({
  name: "account_value",
  file: "customer_360/account_value",
  reads: ["customer_value", "orders"],
  parameters: () => ({ decision_roles: `|${DECISION_ROLES.join("|")}|` }),
  checks: {
    "no more are valued than there are": "valued > contacts",
    "only a known role decides": "decision_makers > roles_known",
    "a total is its parts":
      "abs(revenue_total - revenue_historic - revenue_discounted) > 0.000001 * (1 + abs(revenue_total))",
  },
});

/** An account or group with its contacts; rows as in account_value and customer_value. */
export type Account = {
  readonly accountId: string;
  /** One row a level that has this id (account, group) and horizon. */
  readonly values: readonly Row[];
  /** The group of an account. */
  readonly groupId: string | null;
  /** The accounts of a group. */
  readonly accounts: readonly string[];
  /** The most valuable first; at most 200. */
  readonly contacts: readonly Row[];
};

const AFFILIATED = `account_id = $account OR group_id = $account
  OR account_id IN (SELECT account_id FROM customers WHERE group_id = $account)`;

/** @throws PipelineError NO_RUN_YET, NO_VALUES, ACCOUNT_UNKNOWN */
export async function readAccount(engine: Engine, account: string): Promise<Account> {
  await requireMade(engine, "account_value", "nothing has been valued yet");
  const values = await engine.rows(
    `SELECT * FROM account_value WHERE member_id = $account AND member_id <> ''
     ORDER BY level, horizon_months`,
    { account },
  );
  const [first] = values;
  if (!first) {
    throw new PipelineError("ACCOUNT_UNKNOWN", `There is no account ${account}`, { account });
  }
  const ties = await engine.rows(
    `SELECT DISTINCT account_id, group_id FROM customers WHERE ${AFFILIATED}
     ORDER BY account_id, group_id`,
    { account },
  );
  const group = ties.find((row) => row.account_id === account && row.group_id !== null);
  // Where the id is that of a group, every account among the ties is one of its accounts.
  const isGroup = ties.some(({ group_id }) => group_id === account);
  const accounts = isGroup ? ties.filter(({ account_id }) => account_id !== null) : [];
  return {
    accountId: account,
    values,
    groupId: group ? String(group.group_id) : null,
    accounts: [...new Set(accounts.map(({ account_id }) => String(account_id)))],
    contacts: await readContacts(engine, account, Number(first.horizon_months)),
  };
}

/** A merged number stands for its person, so each person is there once. */
function readContacts(engine: Engine, account: string, months: number): Promise<readonly Row[]> {
  return engine.rows(
    `SELECT contact.customer_id AS customer_id, contact.account_id AS account_id,
       worth.purchases AS purchases, worth.revenue_historic AS revenue_historic,
       worth.revenue_discounted AS revenue_discounted, worth.last_day AS last_day
     FROM (
       SELECT coalesce(customer_alias.canonical_id, customers.customer_id) AS customer_id,
         max(customers.account_id) AS account_id
       FROM customers LEFT JOIN customer_alias
         ON customers.customer_id = customer_alias.customer_id AND customer_alias.source = ''
       WHERE ${AFFILIATED}
       GROUP BY coalesce(customer_alias.canonical_id, customers.customer_id)
     ) AS contact
     LEFT JOIN customer_value AS worth
       ON contact.customer_id = worth.customer_id AND worth.horizon_months = $months
     ORDER BY coalesce(worth.revenue_discounted, 0) DESC, contact.customer_id LIMIT 200`,
    { account, months },
  );
}
