import { defineTarget } from "../define-target.ts";
import type { LedgerTarget, ReadPlan } from "../ledger-target.ts";
import { MONEY, readRole } from "../read-column.ts";
import { CUSTOMER_NAMES, normalizeName, TIME_NAMES } from "../role-names.ts";

const ID =
  /^(interaction|interaktions?|ticket|case|call|kontakt|anfrage|vorgangs?|fall|aktivitaets?|activity|touch_?point|redemption|visit|besuchs?)_?(id|no|nr|number|nummer)$/;
const TIME =
  /^(interaction|ticket|call|kontakt|submitted|opened|reported|received|eingang|eingegangen|contacted|redemption|visit|visited)_?(at|on|am|date|datum|time|zeit|zeitpunkt)?$/;
const DURATION =
  /^(duration|dauer|handling_?time|bearbeitungs_?(zeit|dauer)|gespraechs_?dauer|resolution_?time|talk_?time)(_?(in_)?(minutes?|mins?|minuten|hours?|hrs?|h|stunden|std|seconds?|secs?|sekunden|s|days?|tage))?$/;
const OUTCOME =
  /^(outcome|ergebnis|result|resolution|disposition|loesung|erledigung|closing_code)$/;

/** Contacts between customer and company. */
export const INTERACTIONS: LedgerTarget = defineTarget({
  table: "interactions",
  columns: {
    interaction_id: "VARCHAR",
    customer_id: "VARCHAR",
    happened_at: "TIMESTAMP",
    channel: "VARCHAR",
    kind: "VARCHAR",
    duration_minutes: "DOUBLE",
    cost: MONEY,
    outcome: "VARCHAR",
  },
  key: ["interaction_id"],
  keyed: { sure: false, by: ["interaction"] },
  clock: "happened_at",
  roles: {
    customer: { kind: "id", required: "unless said", column: "customer_id", names: CUSTOMER_NAMES },
    time: {
      kind: "time",
      required: true,
      needed: true,
      column: "happened_at",
      names: [TIME, ...TIME_NAMES],
    },
    interaction: { kind: "id", column: "interaction_id", names: [ID, /^id$/] },
    channel: {
      kind: "text",
      column: "channel",
      names: [/^(contact_|kontakt_?|interaction_)?(channel|kanal|weg|medium)$/],
    },
    kind: {
      kind: "text",
      column: "kind",
      names: [
        /^(kind|type|typ|art|interaction_?(type|kind)|kontakt_?(art|typ)|ticket_?type|anlass|betreff|topic|thema|reason(_code)?|grund)$/,
        /^(category|kategorie)$/,
      ],
    },
    duration: { kind: "number", shows: "duration_minutes", names: [DURATION] },
    cost: {
      kind: "money",
      column: "cost",
      names: [/^(cost|costs|kosten|service_?cost|servicekosten)$/],
    },
    outcome: { kind: "text", column: "outcome", names: [OUTCOME, /^(status|state)$/] },
  },
  signs: [
    [ID, 4],
    [TIME, 2],
    [DURATION, 3],
    [OUTCOME, 2],
    [
      /^(priority|prioritaet|escalation(_flag)?|eskaliert|first_response_time(_minutes)?|agent|bearbeiter)$/,
      2,
    ],
    [/^(kind|type|typ|art|channel|kanal)$/, 1],
    [/(kontakt_?art|kontakt_?kanal|interaction_type)/, 2],
  ],
  derive: (plan) => ({ duration_minutes: minutesSql(plan) }),
});

/** Durations in minutes; the unit is part of the column's name. */
function minutesSql(plan: ReadPlan): string | undefined {
  const duration = readRole(plan, "duration", "number");
  const name = normalizeName(plan.names.duration ?? "");
  if (!duration) return undefined;
  if (/_(hours?|hrs?|h|stunden|std)$/.test(name)) return `${duration} * 60`;
  if (/_(seconds?|secs?|sekunden|s)$/.test(name)) return `${duration} / 60`;
  return /_(days?|tage)$/.test(name) ? `${duration} * 1440` : duration;
}
