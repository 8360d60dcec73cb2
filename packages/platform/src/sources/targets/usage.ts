import { defineTarget } from "../define-target.ts";
import type { LedgerTarget } from "../ledger-target.ts";
import { CUSTOMER_NAMES, TIME_NAMES } from "../role-names.ts";

const ID = /^(usage|nutzungs?|event|session|log)_?(id|no|nr|number|nummer)$/;
const TIME =
  /^(usage|nutzungs|event|session|login|used)_?(date|datum|at|on|am|day|tag|time|timestamp|zeit|zeitpunkt)$/;
const FEATURE =
  /^(feature|funktion|modul|module|event|action|aktion|service)_?(name|type|typ|id)?$/;
const QUANTITY =
  /^(usage|nutzungs?|event|login|session)s?_?(count|anzahl|amount|menge|quantity|volume|minutes|minuten)?$|^(logins|sessions|data_(gb|mb)|gb|mb|kwh|calls|minutes_used)$/;

/** Use of what was bought: events, or counters for a day. */
export const USAGE: LedgerTarget = defineTarget({
  table: "usage",
  columns: {
    usage_id: "VARCHAR",
    customer_id: "VARCHAR",
    subscription_id: "VARCHAR",
    used_at: "TIMESTAMP",
    feature: "VARCHAR",
    quantity: "DOUBLE",
  },
  key: ["usage_id"],
  keyed: { sure: false, by: ["usage"] },
  clock: "used_at",
  roles: {
    customer: { kind: "id", column: "customer_id", names: CUSTOMER_NAMES },
    subscription: {
      kind: "id",
      column: "subscription_id",
      names: [/^(subscription|abo|abonnement|contract|vertrags?)_?(id|no|nr|number|nummer)$/],
    },
    time: {
      kind: "time",
      required: true,
      needed: true,
      column: "used_at",
      names: [TIME, ...TIME_NAMES],
    },
    usage: { kind: "id", column: "usage_id", names: [ID, /^id$/] },
    feature: { kind: "text", column: "feature", names: [FEATURE] },
    quantity: {
      kind: "number",
      column: "quantity",
      names: [QUANTITY, /^(quantity|qty|count|anzahl|menge|value|wert)$/],
    },
  },
  signs: [
    [ID, 4],
    [TIME, 4],
    [FEATURE, 3],
    [QUANTITY, 3],
    [/^(usage_duration(_secs)?|error_count|is_beta_feature)$/, 1],
  ],
  missing: ({ customer, subscription }) => (customer || subscription ? [] : ["customer"]),
});
