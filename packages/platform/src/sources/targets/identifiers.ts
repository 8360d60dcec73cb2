import { CUSTOMER } from "../customer-role.ts";
import { defineTarget } from "../define-target.ts";
import type { LedgerTarget } from "../ledger-target.ts";
import { CUSTOMER_NAMES } from "../role-names.ts";

const KIND =
  /^(identifier|identifikator|kennungs?|merkmals?|id|mark)_?(kind|type|typ|art|name)$|^(kind|type|typ|art)$/;
const VALUE =
  /^(identifier|identifikator|kennung|merkmal|mark)(_?(value|wert|number|nummer|nr|no))?$|^(value|wert)$/;
const SOURCE =
  /^(source|quelle|system|herkunft|issuer|aussteller|given_by|vergeben_von)(_?(system|name))?$/;

/** What names a customer in other systems: e-mail, phone, loyalty card, number, device, address. */
export const IDENTIFIERS: LedgerTarget = defineTarget({
  table: "identifiers",
  columns: { customer_id: "VARCHAR", kind: "VARCHAR", value: "VARCHAR", source: "VARCHAR" },
  key: [],
  clock: undefined,
  roles: {
    // An e-mail address here is what identifies, not who is identified.
    customer: { ...CUSTOMER, names: CUSTOMER_NAMES.slice(0, 3) },
    kind: { kind: "text", required: true, needed: true, column: "kind", names: [KIND] },
    value: { kind: "text", required: true, needed: true, column: "value", names: [VALUE] },
    source: { kind: "text", column: "source", names: [SOURCE] },
  },
  signs: [
    [/^(identifier|identifikator|kennungs?|merkmals?)(_|$)/, 4],
    [SOURCE, 1],
  ],
});
