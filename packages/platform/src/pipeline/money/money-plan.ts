import type { Engine } from "../../engines/engine.ts";
import type { Settings } from "../../workspace/settings.ts";
import { digest } from "../journal.ts";

/** Tables of the ledger with amounts, and the table that holds the same in the workspace's money. */
const MONEY_TABLES = {
  orders: "order_money",
  subscriptions: "subscription_money",
  costs: "cost_money",
} as const;
type MoneyTable = keyof typeof MONEY_TABLES;

/** Which amounts of the ledger are not what counts and have to be converted first. */
export type MoneyPlan = {
  readonly tables: readonly MoneyTable[];
  /** Whether amounts in other currencies are converted. */
  readonly hasRates: boolean;
  /** A digest of the settings that the converted amounts depend on. */
  readonly fingerprint: string;
};

/**
 * Looks for amounts on another basis than the workspace's, in currencies with a rate, and without a
 * cost that the product knows. Undefined where there are none: then nothing is converted and
 * nothing costs any time.
 */
export async function planMoney(
  engine: Engine,
  settings: Settings,
): Promise<MoneyPlan | undefined> {
  const { currency, basis, country, vatRates, exchangeRateDays } = settings;
  const [row] = await engine.rows(
    `SELECT
       (SELECT count(*) FROM exchange_rates) > 0 AS has_rates,
       (SELECT count(*) FROM imports WHERE target = 'orders' AND undone_at IS NULL
         AND basis <> $basis) > 0 AS other_basis,
       (SELECT count(*) FROM imports WHERE target = 'subscriptions' AND undone_at IS NULL
         AND basis <> $basis) > 0 AS fees_other_basis,
       (SELECT count(unit_cost) FROM products) > 0 AS has_unit_costs`,
    { basis },
  );
  const hasRates = row?.has_rates === true;
  const isForeign = async (table: MoneyTable) =>
    hasRates && (await exists(engine, `FROM ${table} WHERE currency <> $currency`, { currency }));
  const tables: MoneyTable[] = [];
  const costless =
    "FROM orders WHERE cost IS NULL AND quantity IS NOT NULL AND product_id IS NOT NULL";
  if (
    row?.other_basis === true ||
    (await isForeign("orders")) ||
    (row?.has_unit_costs === true && (await exists(engine, costless)))
  ) {
    tables.push("orders");
  }
  if (row?.fees_other_basis === true || (await isForeign("subscriptions"))) {
    tables.push("subscriptions");
  }
  if (await isForeign("costs")) tables.push("costs");
  if (tables.length === 0) return undefined;
  const facts = [tables, hasRates, currency, basis, country, vatRates, exchangeRateDays];
  return { tables, hasRates, fingerprint: digest(facts) };
}

async function exists(
  engine: Engine,
  from: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  return (await engine.rows(`SELECT 1 AS found ${from} LIMIT 1`, parameters)).length > 0;
}

/** The same query, reading the converted amounts of the tables that need it. */
export function throughMoney(sql: string, plan: MoneyPlan | undefined): string {
  if (!plan) return sql;
  const reads = new RegExp(
    `\\b(FROM|JOIN)\\s+(${plan.tables.join("|")})\\b(?:\\s+AS\\s+(\\w+))?`,
    "gi",
  );
  return sql
    .replaceAll(/--.*$/gm, "")
    .replaceAll(
      reads,
      (_, verb: string, table: MoneyTable, name?: string) =>
        `${verb} ${MONEY_TABLES[table]} AS ${name ?? table}`,
    );
}

/** The condition that a row's currency counts, where conversion has not been done yet. */
export function countsSql(plan: MoneyPlan | undefined): string {
  const own = "coalesce(currency, $currency) = $currency";
  if (!plan?.hasRates) return own;
  const quoted = "SELECT currency FROM exchange_rates UNION SELECT base FROM exchange_rates";
  return `(${own} OR currency IN (${quoted}))`;
}
