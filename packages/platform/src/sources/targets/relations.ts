import { CUSTOMER } from "../customer-role.ts";
import { defineTarget } from "../define-target.ts";
import type { LedgerTarget } from "../ledger-target.ts";
import { MONEY } from "../read-column.ts";
import { CUSTOMER_NAMES, TIME_NAMES } from "../role-names.ts";

const REFERRER =
  /^(referrer|referring|werber|empfehler|referred_by|geworben_(von|durch))(_?(customer|kunden?))?(_?(id|no|nr|number|nummer))?$/;
const REFERRED =
  /^(referred|referee|invitee|geworbener?|empfohlener?|neukunde)(_?(customer|kunden?))?(_?(id|no|nr|number|nummer))?$/;

/** Customers won by other customers. */
export const REFERRALS: LedgerTarget = defineTarget({
  table: "referrals",
  columns: {
    referrer_id: "VARCHAR",
    referred_id: "VARCHAR",
    referred_on: "DATE",
    reward: MONEY,
  },
  key: ["referrer_id", "referred_id"],
  keyed: { sure: false, by: ["referrer", "referred"] },
  clock: "referred_on",
  roles: {
    referrer: {
      kind: "id",
      required: true,
      needed: true,
      column: "referrer_id",
      names: [REFERRER],
    },
    referred: {
      kind: "id",
      required: true,
      needed: true,
      column: "referred_id",
      names: [REFERRED, ...CUSTOMER_NAMES],
    },
    time: {
      kind: "day",
      column: "referred_on",
      names: [/^(referral|referred|empfehlungs|geworben)_?(date|datum|on|at|am)$/, ...TIME_NAMES],
    },
    reward: {
      kind: "money",
      column: "reward",
      names: [/^(reward|bonus|praemie|provision|gutschrift|credit)$/],
    },
  },
  signs: [
    [/^(referrer|referring|werber|empfehler)/, 3],
    [REFERRED, 4],
    [/^(reward|bonus|praemie)$/, 2],
  ],
});

const GRANTED =
  /^(granted|consent(ed)?|opt_?in|einwilligung|erteilt|zustimmung|permission|erlaubt)(_(given|status|flag))?$/;
const PURPOSE = /^(purpose|zweck|verwendungszweck|consent_?(type|purpose))$/;
const DECIDED =
  /^(decided|consent(ed)?|opt_?in|einwilligungs?|granted|erteilt|zustimmungs?)_?(at|on|am|date|datum|time|zeit|zeitpunkt)$/;

/** Decisions of customers on what their data may be used for. */
export const CONSENTS: LedgerTarget = defineTarget({
  table: "consents",
  columns: {
    customer_id: "VARCHAR",
    purpose: "VARCHAR",
    channel: "VARCHAR",
    granted: "BOOLEAN",
    decided_at: "TIMESTAMP",
    basis: "VARCHAR",
  },
  key: [],
  clock: "decided_at",
  roles: {
    customer: CUSTOMER,
    granted: {
      kind: "flag",
      required: true,
      needed: true,
      column: "granted",
      names: [GRANTED, /^(status|state)$/],
    },
    time: {
      kind: "time",
      required: true,
      needed: true,
      column: "decided_at",
      names: [DECIDED, ...TIME_NAMES],
    },
    purpose: { kind: "text", column: "purpose", names: [PURPOSE] },
    channel: { kind: "text", column: "channel", names: [/^(channel|kanal|medium|weg)$/] },
    basis: {
      kind: "text",
      column: "basis",
      names: [/^(legal_)?basis$|^rechtsgrundlage$|^(source|quelle|proof|nachweis)$/],
    },
  },
  signs: [
    [GRANTED, 4],
    [PURPOSE, 3],
    [DECIDED, 3],
    [/^(legal_basis|rechtsgrundlage|double_opt_in|doi)$/, 2],
  ],
});
