import { defineTarget } from "../define-target.ts";
import type { LedgerTarget, ReadPlan } from "../ledger-target.ts";
import { MONEY, readRole } from "../read-column.ts";
import { CURRENCY_NAMES, normalizeName } from "../role-names.ts";

const PERIOD =
  /^(month|monat|period|periode|zeitraum|quarter|quartal|year|jahr|week|woche|kw|period_?start|von|from|start(_date)?)$/;
const AMOUNT =
  /^(ad_?)?(spend|spending|amount|betrag|cost|costs|kosten|summe|total|budget|ausgaben|werbeausgaben|werbekosten|umsatz)(_(net|netto))?$/;

/** Costs that are no costs of goods. */
export const COSTS: LedgerTarget = defineTarget({
  table: "costs",
  columns: {
    kind: "VARCHAR",
    period_start: "DATE",
    period_end: "DATE",
    channel: "VARCHAR",
    campaign_id: "VARCHAR",
    customer_id: "VARCHAR",
    amount: MONEY,
    currency: "VARCHAR",
  },
  key: [],
  clock: "period_start",
  roles: {
    period: {
      kind: "month",
      required: "unless said",
      shows: "period_start",
      names: [PERIOD, /^(date|datum|day|tag|belegdatum|buchungsdatum|posting_date)$/],
    },
    periodEnd: {
      kind: "day",
      shows: "period_end",
      names: [/^(period_?end|bis|to|until|end(_date)?)$/],
    },
    amount: { kind: "money", required: true, needed: true, column: "amount", names: [AMOUNT] },
    kind: {
      kind: "text",
      column: "kind",
      names: [/^(kind|type|typ|art|kostenart|cost_?type|category|kategorie)$/],
    },
    channel: {
      kind: "text",
      column: "channel",
      names: [/^(marketing_?|acquisition_?|werbe_?)?(channel|kanal|medium|source|quelle)$/],
    },
    campaign: {
      kind: "id",
      column: "campaign_id",
      names: [/^(campaign|kampagnen?)_?(id|no|nr|number|nummer)?$/],
    },
    customer: {
      kind: "id",
      column: "customer_id",
      names: [/^(customer|cust|client|kunden?|kd|account)_?(id|no|nr|number|nummer)$/],
    },
    currency: { kind: "text", column: "currency", names: CURRENCY_NAMES },
  },
  signs: [
    [PERIOD, 3],
    [AMOUNT, 2],
    [/^(ad_?spend|werbekosten|werbeausgaben|kostenart|cost_type)$/, 3],
    [/^(channel|kanal|kind|art|type|campaign(_id)?|kampagne|impressions|clicks|klicks)$/, 1],
  ],
  derive: (plan) => ({ period_start: startSql(plan), period_end: endSql(plan) }),
});

/** What a column's name says of how long its periods are; a day where it says nothing. */
function unitOf({ names, format }: ReadPlan): "month" | "quarter" | "year" | "week" | "day" {
  const column = names.period;
  const name = normalizeName(column ?? "");
  if (/month|monat|^period/.test(name)) return "month";
  if (/quarter|quartal/.test(name)) return "quarter";
  if (/year|jahr/.test(name)) return "year";
  if (/week|woche|^kw/.test(name)) return "week";
  return column && format.times[column]?.order === "month" ? "month" : "day";
}

function startSql(plan: ReadPlan): string | undefined {
  const day = readRole(plan, "period", "month");
  const unit = unitOf(plan);
  if (!day || unit === "day" || plan.cells.periodEnd) return day;
  return `CAST(date_trunc('${unit}', ${day}) AS DATE)`;
}

/** The last day of the period. */
function endSql(plan: ReadPlan): string | undefined {
  const day = readRole(plan, "period", "month");
  const told = readRole(plan, "periodEnd", "day");
  if (told || !day) return told;
  const unit = unitOf(plan);
  if (unit === "day") return day;
  const months = { month: "1 MONTH", quarter: "3 MONTH", year: "1 YEAR", week: "7 DAY" }[unit];
  return `CAST(date_trunc('${unit}', ${day}) + INTERVAL ${months} - INTERVAL 1 DAY AS DATE)`;
}
