import { CUSTOMER } from "../customer-role.ts";
import { defineTarget } from "../define-target.ts";
import type { LedgerTarget, ReadPlan } from "../ledger-target.ts";
import { MONEY } from "../read-column.ts";
import { CUSTOMER_NAMES } from "../role-names.ts";
import type { RoleSpec } from "../roles.ts";
import { attributeSide, attributesOf, customerSides, deriveCustomer } from "./customer-sides.ts";
import { IDENTIFYING } from "./identifying.ts";

const REGISTERED =
  /^(registered|registration|signed_?up|sign_?up|joined|angemeldet|registriert|anmelde|registrierungs|erstkontakt|eintritts?)_?(at|on|am|date|datum|day|tag)?$/;
const SINCE =
  /^((customer|member|client|kunde|mitglied)_?(since|seit)|dt_customer|first_seen|aufnahme(datum)?|kundenanlage|angelegt_am)$/;
const BIRTH_YEAR = /^(birth_?year|year_?of_?birth|year_?birth|geburtsjahr|jahrgang|yob)$/;
const BIRTH_DATE =
  /^(birth_?(date|day)|date_?of_?birth|dob|geburts_?(datum|tag)|geb_?(datum|tag|dat))$/;
const GENDER = /^(gender|sex|geschlecht|anrede|salutation)$/;
const POSTCODE =
  /^(customer_|kunden_|billing_|rechnungs_)?(post_?code|postal_?code|zip|zip_?code|plz|postleitzahl|pstlz)$/;
const CITY = /^(customer_|kunden_|billing_|rechnungs_)?(city|town|ort|stadt|wohnort|ort01)$/;
const REGION =
  /^(customer_|kunden_|billing_)?(state|region|bundesland|province|kanton|land_kreis|regio)$/;
const COUNTRY =
  /^(customer_|kunden_|billing_|rechnungs_)?(country(_code)?|land|land1|laendercode|staat)$/;
const CHANNEL =
  /^(acquisition|acq|akquise|akquisitions|signup|referral|marketing|lead|gewinnungs|herkunfts?)_?(channel|kanal|source|quelle)$/;
const COST =
  /^(acquisition|acq|akquise|akquisitions|gewinnungs|werbe)_?(cost|costs|exp|expense|kosten)$|^cac$/;
const REFERRED =
  /^(referred_by|referrer(_id)?|geworben_(von|durch)|empfohlen_von|werber(_id|_nr)?)$/;
const CONSENT =
  /^(newsletter|marketing|e_?mail|werbe|sms|phone|telefon)_?(consent|opt_?in|einwilligung|permission|anmeldung|erlaubnis|ok)$|^(accepts_(email_)?marketing|newsletter|consent|opt_?in|einwilligung|werbeeinwilligung)$/;
const BUSINESS = /^(is_)?(business|b2b|company|firmenkunde|geschaeftskunde|gewerblich)$/;

const COLUMNS = {
  customer_id: "VARCHAR",
  registered_on: "DATE",
  birth_year: "INTEGER",
  gender: "VARCHAR",
  postcode: "VARCHAR",
  city: "VARCHAR",
  region: "VARCHAR",
  country: "VARCHAR",
  acquisition_channel: "VARCHAR",
  acquisition_cost: MONEY,
  referred_by: "VARCHAR",
  is_business: "BOOLEAN",
  account_id: "VARCHAR",
  group_id: "VARCHAR",
};

/** Master data. Every column without a role is kept as an attribute of the customer. */
export const CUSTOMERS: LedgerTarget = defineTarget({
  table: "customers",
  columns: COLUMNS,
  key: ["customer_id"],
  keyed: { sure: true, by: ["customer"] },
  clock: "registered_on",
  roles: {
    customer: { ...CUSTOMER, names: [...CUSTOMER_NAMES, /^id$/] },
    registered: {
      kind: "day",
      column: "registered_on",
      names: [REGISTERED, SINCE, /^(created(_at|_on|_date)?|erstellt(_am)?|date_created)$/],
    },
    birthYear: { kind: "whole", column: "birth_year", names: [BIRTH_YEAR] },
    birthDate: { kind: "day", shows: "birth_year", names: [BIRTH_DATE] },
    gender: { kind: "text", column: "gender", names: [GENDER] },
    postcode: { kind: "text", column: "postcode", names: [POSTCODE] },
    city: { kind: "text", column: "city", names: [CITY] },
    region: { kind: "text", column: "region", names: [REGION] },
    country: { kind: "text", column: "country", names: [COUNTRY] },
    channel: { kind: "text", column: "acquisition_channel", names: [CHANNEL] },
    cost: { kind: "money", column: "acquisition_cost", names: [COST] },
    referredBy: { kind: "id", column: "referred_by", names: [REFERRED] },
    business: { kind: "flag", column: "is_business", names: [BUSINESS] },
    account: {
      kind: "id",
      column: "account_id",
      names: [/^(account|company|firmen?|konto|parent_?account)_?(id|no|nr|number|nummer)$/],
    },
    group: {
      kind: "id",
      column: "group_id",
      names: [/^(group|konzern|company_group|parent_company)_?(id|no|nr|number|nummer)$/],
    },
    consent: { kind: "flag", shows: "consent", names: [CONSENT] },
    consentTime: {
      kind: "time",
      names: [/^(consent|opt_?in|einwilligungs?|newsletter)_?(date|datum|at|on|am|time)$/],
    },
    attributesSince: { kind: "day", names: [/^(valid_from|gueltig_(ab|von)|stand(_vom)?|as_of)$/] },
    ...IDENTIFYING,
  },
  signs: [
    ...[REGISTERED, SINCE, BIRTH_YEAR, BIRTH_DATE, GENDER, CHANNEL, COST, REFERRED].map(
      (name) => [name, 3] as const,
    ),
    ...[POSTCODE, CITY, CONSENT, BUSINESS].map((name) => [name, 2] as const),
    ...Object.values(IDENTIFYING).flatMap(({ names }) => names.map((name) => [name, 2] as const)),
    [
      /^(income|einkommen|education|bildung|marital(_status)?|familienstand|married|industry|branche|employees|age|alter|age_desc)$/,
      2,
    ],
    [
      /^(household_?size|haushaltsgroesse|kids_?count|children|kinder|dependents|partner|senior_?citizen|home_?ownership|under_30|tenure)$/,
      2,
    ],
    [REGION, 1],
    [COUNTRY, 1],
  ],
  settle(guess) {
    if (guess.has("birthYear")) guess.drop("birthDate");
  },
  derive: deriveCustomer,
  keepsAttributes: true,
  sides: customerSides,
  sideTables: ["customer_attributes", "consents", "referrals"],
});

/** Customers' attributes in a file of their own: every column but the customer is one. */
export const CUSTOMER_ATTRIBUTES: LedgerTarget = defineTarget({
  table: "customer_attributes",
  columns: { customer_id: "VARCHAR" },
  key: ["customer_id"],
  clock: "valid_from",
  roles: {
    customer: CUSTOMERS.roles.customer as RoleSpec,
    attributesSince: CUSTOMERS.roles.attributesSince as RoleSpec,
  },
  // A register holds attributes, too: only the user can say that a file is none.
  signs: [],
  derive: (plan) =>
    deriveCustomer({ ...plan, cells: pick(plan.cells, "customer", "attributesSince") }),
  keepsAttributes: true,
  sidesOnly: true,
  sides: (plan) => (plan.attributes.length > 0 ? [attributeSide(plan, attributesOf(plan))] : []),
  sideTables: ["customer_attributes"],
});

function pick(cells: ReadPlan["cells"], ...roles: string[]): ReadPlan["cells"] {
  return Object.fromEntries(Object.entries(cells).filter(([role]) => roles.includes(role)));
}
