import type { Parameters } from "../../engines/engine.ts";
import { type RunContext, type SqlStep, type Step, sqlStep } from "../step.ts";
import type { MoneyPlan } from "./money-plan.ts";
import { vatTable } from "./vat-table.ts";

/** Of `sql/money`; where nothing needs it the table has its columns and no rows. */
function moneyStep(
  definition: Pick<SqlStep, "name" | "reads" | "checks" | "parameters">,
  isNeeded: (plan: MoneyPlan) => boolean,
): Step {
  const { name } = definition;
  return sqlStep({
    ...definition,
    file: `money/${name}`,
    // These are what makes the converted tables: they read the ledger as it came.
    asItCame: true,
    adapt: (sql, { money }) =>
      money && isNeeded(money) ? sql : `SELECT * FROM (${sql}) AS none LIMIT 0`,
  });
}

const ofDay = ({ settings, asOf }: RunContext): Parameters => ({
  as_of: asOf,
  currency: settings.currency,
  basis: settings.basis,
  country: settings.country ?? null,
  rate_days: settings.exchangeRateDays,
});
const pick =
  (...names: string[]) =>
  (context: RunContext): Parameters =>
    Object.fromEntries(names.map((name) => [name, ofDay(context)[name] ?? null]));

const currencyRate = moneyStep(
  {
    name: "currency_rate",
    reads: ["orders"],
    parameters: pick("currency"),
    checks: { "a rate is positive": "rate <= 0", "a quote lasts": "until_day <= day" },
  },
  ({ hasRates }) => hasRates,
);

const orderMoney = moneyStep(
  {
    name: "order_money",
    reads: ["orders", "return_link", "vat_rate", "currency_rate"],
    parameters: pick("currency", "basis", "country", "rate_days"),
    checks: {
      "what has a rate is converted": "exchange_rate IS NOT NULL AND own_currency IS NULL",
    },
  },
  ({ tables }) => tables.includes("orders"),
);

const subscriptionMoney = moneyStep(
  {
    name: "subscription_money",
    reads: ["orders", "vat_rate", "currency_rate"],
    parameters: pick("as_of", "currency", "basis", "country", "rate_days"),
    checks: {},
  },
  ({ tables }) => tables.includes("subscriptions"),
);

const costMoney = moneyStep(
  {
    name: "cost_money",
    reads: ["orders", "currency_rate"],
    parameters: pick("currency", "rate_days"),
    checks: {},
  },
  ({ tables }) => tables.includes("costs"),
);

/** From the ledger's amounts to those that count: tables without rows where nothing differs. */
export const moneySteps: readonly Step[] = [
  vatTable,
  currencyRate,
  orderMoney,
  subscriptionMoney,
  costMoney,
];
