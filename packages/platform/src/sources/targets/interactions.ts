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
const UNIT =
  "(_?(in_)?(minutes?|mins?|minuten|hours?|hrs?|h|stunden|std|seconds?|secs?|sekunden|s|days?|tage))?";
const RESPONSE = new RegExp(
  `^(first_(response|reply|answer)(_time)?|(response|reply)_time|erste_(antwort|reaktion)|erst(antwort|reaktions?)_?(zeit|dauer)?|(antwort|reaktions)_?(zeit|dauer))${UNIT}$`,
);
const RESPONDED =
  /^(first_(response|reply|answer)|responded|answered|erste_(antwort|reaktion)|erst(antwort|reaktion)|beantwortet)_(at|on|am|date|datum)$/;
const RESOLVED =
  /^(resolved|closed|solved|completed|geloest|erledigt|geschlossen|abgeschlossen|beendet)_(at|on|am|date|datum)$|^(resolution|closing|close|loesungs?|abschluss|erledigungs?)_?(date|datum|zeitpunkt)$/;

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
    first_response_minutes: "DOUBLE",
    resolved_at: "TIMESTAMP",
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
    response: { kind: "number", shows: "first_response_minutes", names: [RESPONSE] },
    responded: { kind: "time", shows: "first_response_minutes", names: [RESPONDED] },
    resolved: { kind: "time", column: "resolved_at", names: [RESOLVED], open: true },
  },
  signs: [
    [ID, 4],
    [TIME, 2],
    [DURATION, 3],
    [OUTCOME, 2],
    [RESPONSE, 2],
    [RESPONDED, 2],
    [/^(priority|prioritaet|escalation(_flag)?|eskaliert|agent|bearbeiter)$/, 2],
    [/^(kind|type|typ|art|channel|kanal)$/, 1],
    [/(kontakt_?art|kontakt_?kanal|interaction_type)/, 2],
  ],
  settle(guess) {
    if (guess.has("response")) guess.drop("responded");
  },
  derive: (plan) => ({
    duration_minutes: minutesSql(plan, "duration"),
    first_response_minutes: minutesSql(plan, "response") ?? minutesUntil(plan, "responded"),
  }),
});

/** Minutes from the contact to another time of the row. */
function minutesUntil(plan: ReadPlan, role: string): string | undefined {
  const [from, until] = [readRole(plan, "time", "time"), readRole(plan, role, "time")];
  return from && until && `date_diff('second', ${from}, ${until}) / 60.0`;
}

/** Durations in minutes; the unit is part of the column's name. */
function minutesSql(plan: ReadPlan, role: string): string | undefined {
  const duration = readRole(plan, role, "number");
  const name = normalizeName(plan.names[role] ?? "");
  if (!duration) return undefined;
  if (/_(hours?|hrs?|h|stunden|std)$/.test(name)) return `${duration} * 60`;
  if (/_(seconds?|secs?|sekunden|s)$/.test(name)) return `${duration} / 60`;
  return /_(days?|tage)$/.test(name) ? `${duration} * 1440` : duration;
}
