import { CUSTOMER } from "../customer-role.ts";
import { defineTarget } from "../define-target.ts";
import type { LedgerTarget, ReadPlan } from "../ledger-target.ts";
import { FACTOR, MONEY, numberOf, readRole, timeOf } from "../read-column.ts";
import { CURRENCY_NAMES } from "../role-names.ts";
import { plainText } from "../sql-text.ts";

const ID =
  /^(subscription|sub|abo|abonnement|contract|vertrags?|police|policen)_?(id|no|nr|number|nummer)$/;
const START =
  /^(start(ed)?|begin|contract_?start|subscription_?start|vertragsbeginn|vertrags_?start|beginn|abo_?start|laufzeit_?(ab|von)|current_period_start)_?(at|on|am|date|datum|day|tag)?$/;
const END =
  /^(end(ed)?|contract_?end|subscription_?end|vertragsende|ende|abo_?ende|laufzeit_?(bis)|kuendigung_zum|gekuendigt_zum)_?(at|on|am|date|datum|day|tag)?$/;
const FEE =
  /^(monthly_?(fee|charges?|amount|price|rate)|mrr(_amount)?|monats_?(beitrag|preis|gebuehr|betrag|rate)|grundgebuehr|monthly_recurring_revenue)$/;
const YEARLY =
  /^(arr(_amount)?|(annual|yearly)_?(fee|charges?|amount|price)|jahres_?(beitrag|preis|gebuehr|betrag))$/;
const INTERVAL =
  /^(billing_?(frequency|interval|period|cycle)|interval|zahlweise|zahlungsintervall|abrechnungszeitraum)$/;
const PLAN =
  /^(plan(_?(tier|name|id|type))?|tarif(_?name)?|abo_?typ|subscription_?(plan|type)|contract_?type|paket|produkt|product|price_?id)$/;

/** Phases of contracts: a plan at a fee from start to end. */
export const SUBSCRIPTIONS: LedgerTarget = defineTarget({
  table: "subscriptions",
  columns: {
    subscription_id: "VARCHAR",
    customer_id: "VARCHAR",
    plan: "VARCHAR",
    started_on: "DATE",
    ended_on: "DATE",
    monthly_fee: MONEY,
    currency: "VARCHAR",
    state: "VARCHAR",
  },
  key: ["subscription_id", "started_on"],
  keyed: { sure: false, by: ["subscription"] },
  clock: "started_on",
  roles: {
    customer: CUSTOMER,
    subscription: { kind: "id", column: "subscription_id", names: [ID, /^id$/] },
    plan: { kind: "text", column: "plan", names: [PLAN, /^(contract|type|typ|art|offer)$/] },
    start: {
      kind: "day",
      required: true,
      needed: true,
      column: "started_on",
      names: [START, /^(created(_at|_on)?|start|von|ab|from|valid_from|gueltig_(ab|von))$/],
    },
    end: {
      kind: "time",
      open: true,
      shows: "ended_on",
      names: [END, /^(bis|to|until|valid_to|gueltig_bis|cancelled_at|churn_date)$/],
    },
    fee: { kind: "money", shows: "monthly_fee", names: [FEE] },
    yearlyFee: { kind: "money", shows: "monthly_fee", names: [YEARLY] },
    price: {
      kind: "factor",
      shows: "monthly_fee",
      names: [/^(price|preis|amount|betrag|unit_amount|fee|gebuehr)$/],
    },
    quantity: { kind: "factor", names: [/^(quantity|qty|menge|anzahl)$/] },
    interval: { kind: "text", names: [INTERVAL] },
    intervalCount: { kind: "whole", names: [/^interval_?count$/] },
    trial: { kind: "flag", names: [/^(is_)?(trial|probe(abo|monat|phase)?|test(abo|phase)?)$/] },
    state: {
      kind: "text",
      shows: "state",
      names: [/^(subscription_|abo_|contract_|vertrags_?)?(state|status|zustand)$/],
    },
    currency: { kind: "text", column: "currency", names: CURRENCY_NAMES },
  },
  signs: [
    [ID, 3],
    [START, 3],
    [END, 2],
    [FEE, 4],
    [YEARLY, 3],
    [INTERVAL, 2],
    [PLAN, 2],
    [/^(is_)?(trial|probeabo)$|^(cancel|kuendig|churn_flag|auto_renew)/, 1],
  ],
  settle(guess) {
    // A price counts only where no fee of a month or year is there.
    if (!guess.has("fee") && !guess.has("yearlyFee")) return;
    guess.drop("price");
    guess.drop("quantity");
    if (guess.has("fee")) guess.drop("yearlyFee");
  },
  derive: (plan) => ({
    ended_on: endSql(plan),
    monthly_fee: feeSql(plan),
    state: stateSql(plan),
  }),
});

/** Ends such as 31.12.9999 say that none is known. */
function endSql(plan: ReadPlan): string | undefined {
  const time = timeOf(plan, "end");
  return time && `CASE WHEN ${time} < TIMESTAMP '2100-01-01' THEN CAST(${time} AS DATE) END`;
}

function feeSql(plan: ReadPlan): string | undefined {
  const fee = numberOf(plan, "fee", MONEY);
  if (fee) return fee;
  const yearly = numberOf(plan, "yearlyFee", MONEY);
  if (yearly) return `CAST(${yearly} / CAST(12 AS DOUBLE) AS ${MONEY})`;
  const price = numberOf(plan, "price", FACTOR);
  if (!price) return undefined;
  const quantity = numberOf(plan, "quantity", FACTOR);
  const amount = quantity ? `${price} * coalesce(${quantity}, 1)` : price;
  return `try_cast(${amount} / ${monthsSql(plan)} AS ${MONEY})`;
}

/** How many months one price is for; a mean month has 365.25 / 12 days. */
function monthsSql(plan: ReadPlan): string {
  const cell = plan.cells.interval;
  if (!cell) return "CAST(1 AS DOUBLE)";
  const word = `lower(trim(${cell}))`;
  const months = `CASE
    WHEN ${word} IN ('year', 'yearly', 'annual', 'annually', 'jahr', 'jährlich', 'jaehrlich') THEN 12
    WHEN ${word} IN ('quarter', 'quarterly', 'quartal', 'vierteljährlich', 'vierteljaehrlich') THEN 3
    WHEN ${word} IN ('half_year', 'semiannual', 'halbjahr', 'halbjährlich', 'halbjaehrlich') THEN 6
    WHEN ${word} IN ('week', 'weekly', 'woche', 'wöchentlich') THEN 84 / CAST(365.25 AS DOUBLE)
    WHEN ${word} IN ('day', 'daily', 'tag', 'täglich') THEN 12 / CAST(365.25 AS DOUBLE)
    ELSE 1 END`;
  const count = readRole(plan, "intervalCount", "whole");
  const times = count ? `greatest(coalesce(${count}, 1), 1)` : "1";
  return `(CAST(${months} AS DOUBLE) * ${times})`;
}

/** active, paused or trial; any other word as it stands. */
function stateSql(plan: ReadPlan): string | undefined {
  const { state } = plan.cells;
  const trial = readRole(plan, "trial", "flag");
  if (!state && !trial) return undefined;
  const word = state ? `lower(${plainText(state)})` : "CAST(NULL AS VARCHAR)";
  const told = `CASE
    WHEN ${word} IN ('trialing', 'trial', 'probe', 'test') THEN 'trial'
    WHEN ${word} IN ('paused', 'pausiert', 'pause', 'ruhend') THEN 'paused'
    WHEN ${word} IS NULL OR ${word} IN ('active', 'aktiv', 'running', 'laufend', 'past_due',
      'canceled', 'cancelled', 'ended', 'expired', 'gekündigt', 'beendet') THEN 'active'
    ELSE ${word} END`;
  return trial ? `CASE WHEN ${trial} THEN 'trial' ELSE ${told} END` : told;
}
