import { CUSTOMER } from "../customer-role.ts";
import { defineTarget } from "../define-target.ts";
import type { LedgerTarget } from "../ledger-target.ts";
import { MONEY, readRole } from "../read-column.ts";
import { TIME_NAMES } from "../role-names.ts";
import { literal, plainText } from "../sql-text.ts";

const ID = /^(campaign|kampagnen?|aktions?|mailing)_?(id|no|nr|number|nummer|key)?$/;
const START =
  /^(start(ed)?|begin|beginn|campaign_?start|kampagnenstart|von)_?(at|on|am|date|datum|day|tag)?$/;
const END = /^(end(ed)?|ende|campaign_?end|kampagnenende|bis)_?(at|on|am|date|datum|day|tag)?$/;

/** Campaigns. */
export const CAMPAIGNS: LedgerTarget = defineTarget({
  table: "campaigns",
  mayNameCustomers: false,
  columns: {
    campaign_id: "VARCHAR",
    name: "VARCHAR",
    channel: "VARCHAR",
    started_on: "DATE",
    ended_on: "DATE",
    cost: MONEY,
  },
  key: ["campaign_id"],
  keyed: { sure: true, by: ["campaign"] },
  clock: "started_on",
  roles: {
    campaign: {
      kind: "id",
      required: true,
      needed: true,
      column: "campaign_id",
      names: [ID, /^id$/],
    },
    name: {
      kind: "text",
      column: "name",
      names: [
        /^(campaign_?|kampagnen_?)?(name|title|titel|bezeichnung)$/,
        /^(campaign_?)?(type|typ|description|beschreibung)$/,
      ],
    },
    channel: { kind: "text", column: "channel", names: [/^(campaign_)?(channel|kanal|medium)$/] },
    start: { kind: "day", column: "started_on", names: [START] },
    end: { kind: "day", column: "ended_on", names: [END] },
    cost: {
      kind: "money",
      column: "cost",
      names: [/^(total_|fixed_|gesamt)?(cost|costs|kosten|budget)$/, /^fixkosten$/],
    },
  },
  signs: [
    [ID, 2],
    [START, 1],
    [END, 1],
    [
      /^(campaign_?(name|type|typ)|series|serie|target|zielgruppe|discount(_percent)?|rabatt|budget|fixed_cost|contact_cost|control_share|description)$/,
      1,
    ],
  ],
});

const SENT =
  /^(sent|contacted|send|mailed|exposed|assigned|versendet|versand|kontaktiert|angeschrieben)_?(at|on|am|date|datum|time|zeit)?$/;
const GROUP =
  /^(group|gruppe|allotment|arm|variant|variante|test_?group|testgruppe|treatment|segment_?group|cell|version)$/;
const RESPONDED =
  /^(responded|response|reagiert|reaktion|converted|conversion|konvertiert|redeemed|eingeloest|accepted)$/;

/** Customers in campaigns: treated, or held back. */
export const CAMPAIGN_MEMBERS: LedgerTarget = defineTarget({
  table: "campaign_members",
  columns: {
    campaign_id: "VARCHAR",
    customer_id: "VARCHAR",
    allotment: "VARCHAR",
    contacted_at: "TIMESTAMP",
    responded: "BOOLEAN",
  },
  key: ["campaign_id", "customer_id"],
  keyed: { sure: false, by: ["campaign", "customer"] },
  clock: "contacted_at",
  roles: {
    customer: CUSTOMER,
    campaign: { kind: "id", required: true, needed: true, column: "campaign_id", names: [ID] },
    group: { kind: "text", shows: "allotment", names: [GROUP] },
    time: { kind: "time", column: "contacted_at", names: [SENT, ...TIME_NAMES] },
    responded: { kind: "flag", column: "responded", names: [RESPONDED] },
  },
  signs: [
    [ID, 3],
    [GROUP, 2],
    [SENT, 2],
    [RESPONDED, 2],
  ],
  derive: (plan) => ({ allotment: groupSql(readRole(plan, "group", "text") && plan.cells.group) }),
});

/** treatment or control; any other word as it stands. */
function groupSql(cell: string | undefined): string | undefined {
  if (!cell) return undefined;
  const word = `lower(${plainText(cell)})`;
  const oneOf = (words: readonly string[]) => `${word} IN (${words.map(literal).join(", ")})`;
  return `CASE
    WHEN ${oneOf(["control", "kontrolle", "kontrollgruppe", "holdout", "hold out", "c", "k", "0", "no e-mail"])} THEN 'control'
    WHEN ${oneOf(["treatment", "treated", "test", "testgruppe", "behandlung", "t", "1"])} THEN 'treatment'
    ELSE ${plainText(cell)} END`;
}
