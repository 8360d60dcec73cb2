import type { LedgerTarget } from "../ledger-target.ts";
import { CAMPAIGN_MEMBERS, CAMPAIGNS } from "./campaigns.ts";
import { COSTS } from "./costs.ts";
import { CUSTOMER_ATTRIBUTES, CUSTOMERS } from "./customers.ts";
import { EXCHANGE_RATES } from "./exchange-rates.ts";
import { FEEDBACK } from "./feedback.ts";
import { IDENTIFIERS } from "./identifiers.ts";
import { INTERACTIONS } from "./interactions.ts";
import { ORDERS } from "./orders.ts";
import { PRODUCTS } from "./products.ts";
import { CONSENTS, REFERRALS } from "./relations.ts";
import { SUBSCRIPTIONS } from "./subscriptions.ts";
import { USAGE } from "./usage.ts";

/** Every table that files can be imported into. */
export const TARGETS: readonly LedgerTarget[] = [
  ORDERS,
  CUSTOMERS,
  CUSTOMER_ATTRIBUTES,
  SUBSCRIPTIONS,
  INTERACTIONS,
  USAGE,
  FEEDBACK,
  COSTS,
  PRODUCTS,
  CAMPAIGNS,
  CAMPAIGN_MEMBERS,
  REFERRALS,
  CONSENTS,
  IDENTIFIERS,
  EXCHANGE_RATES,
];

export const TARGET_NAMES: readonly string[] = TARGETS.map(({ table }) => table);

/** The target of a table's name, as the ledger holds it. */
export function targetOf(table: string): LedgerTarget {
  const target = TARGETS.find((one) => one.table === table);
  if (!target) throw new TypeError(`${table} is no table that files are imported into`);
  return target;
}
