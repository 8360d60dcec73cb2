import { defineTarget } from "../define-target.ts";
import type { LedgerTarget, ReadPlan, Side } from "../ledger-target.ts";
import { MONEY, readRole } from "../read-column.ts";
import { CUSTOMER_NAMES, normalizeName } from "../role-names.ts";
import type { RoleSpec } from "../roles.ts";
import { literal } from "../sql-text.ts";

/** What names a person; kept as attributes under these names, so that features can leave it out. */
const IDENTIFYING_ATTRIBUTES = [
  "name",
  "first_name",
  "last_name",
  "company_name",
  "email",
  "phone",
  "street",
] as const;

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

const identifying: Readonly<Record<string, RoleSpec>> = {
  email: { kind: "text", names: [/^(customer_|kunden_)?e_?mail(_address|_adresse)?$/] },
  phone: {
    kind: "text",
    names: [
      /^(customer_|kunden_)?(phone|telephone|mobile|telefon|handy|mobil)(_?(number|nummer|nr|no))?$/,
    ],
  },
  firstName: { kind: "text", names: [/^(first_?name|given_?name|vorname)$/] },
  lastName: { kind: "text", names: [/^(last_?name|family_?name|surname|nachname|familienname)$/] },
  name: {
    kind: "text",
    names: [/^(customer_?|client_?|kunden_?)?(name|full_?name|name1)$/, /^primary_poc$/],
  },
  companyName: { kind: "text", names: [/^(company|account|firmen?)_?(name)?$/] },
  street: {
    kind: "text",
    names: [/^(street(_address)?|address(_1|_line_1)?|strasse|anschrift|adresse|stras)$/],
  },
};

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
    customer: {
      kind: "id",
      required: true,
      needed: true,
      column: "customer_id",
      names: [...CUSTOMER_NAMES, /^id$/],
    },
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
    ...identifying,
  },
  signs: [
    ...[REGISTERED, SINCE, BIRTH_YEAR, BIRTH_DATE, GENDER, CHANNEL, COST, REFERRED].map(
      (name) => [name, 3] as const,
    ),
    ...[POSTCODE, CITY, CONSENT, BUSINESS].map((name) => [name, 2] as const),
    ...Object.values(identifying).flatMap(({ names }) => names.map((name) => [name, 2] as const)),
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
  derive,
  keepsAttributes: true,
  sides,
  sideTables: ["customer_attributes", "consents", "referrals"],
});

/** Customers' attributes in a file of their own: every column but the customer is one. */
export const CUSTOMER_ATTRIBUTES: LedgerTarget = defineTarget({
  table: "customer_attributes",
  columns: { customer_id: "VARCHAR" },
  key: ["customer_id"],
  clock: "valid_from",
  roles: {
    customer: {
      kind: "id",
      required: true,
      needed: true,
      column: "customer_id",
      names: [...CUSTOMER_NAMES, /^id$/],
    },
    attributesSince: CUSTOMERS.roles.attributesSince as RoleSpec,
  },
  // A register holds attributes, too: only the user can say that a file is none.
  signs: [],
  derive: (plan) => derive({ ...plan, cells: pick(plan.cells, "customer", "attributesSince") }),
  keepsAttributes: true,
  sidesOnly: true,
  sides: (plan) => (plan.attributes.length > 0 ? [attributeSide(plan, attributesOf(plan))] : []),
  sideTables: ["customer_attributes"],
});

function pick(cells: ReadPlan["cells"], ...roles: string[]): ReadPlan["cells"] {
  return Object.fromEntries(Object.entries(cells).filter(([role]) => roles.includes(role)));
}

/** Names of what `sides` reads from the staged rows. */
const attributeColumn = (index: number) => `attribute_${index}`;
const identifyingColumn = (role: string) => `identifying_${normalizeName(role)}`;

function derive(plan: ReadPlan): Record<string, string | undefined> {
  const birth = plan.cells.birthDate && readRole(plan, "birthDate", "day");
  const year = readRole(plan, "birthYear", "whole");
  const attributes = plan.attributes.map(({ cell }, index) => [
    attributeColumn(index),
    `nullif(trim(${cell}), '')`,
  ]);
  const names = Object.keys(identifying).map((role) => [
    identifyingColumn(role),
    readRole(plan, role, "text"),
  ]);
  return {
    birth_year: year ?? (birth && `CAST(date_part('year', ${birth}) AS INTEGER)`),
    consent: readRole(plan, "consent", "flag"),
    consent_at: readRole(plan, "consentTime", "time"),
    attributes_since: readRole(plan, "attributesSince", "day"),
    ...Object.fromEntries(attributes),
    ...Object.fromEntries(names),
  };
}

/** The attributes of a file: their names in the ledger, and the staged columns that hold them. */
function attributesOf({ attributes, cells }: ReadPlan): [name: string, column: string][] {
  const names = Object.keys(identifying).filter((role) => cells[role]);
  return [
    ...attributes.map(({ name }, index) => [name, attributeColumn(index)] as [string, string]),
    ...names.map((role) => [normalizeName(role), identifyingColumn(role)] as [string, string]),
  ];
}

function sides(plan: ReadPlan): readonly Side[] {
  const attributes = attributesOf(plan);
  return [
    ...(attributes.length > 0 ? [attributeSide(plan, attributes)] : []),
    ...(plan.cells.consent ? [consentSide(plan)] : []),
    ...(plan.cells.referredBy ? [REFERRAL_SIDE] : []),
  ];
}

/** Attributes hold from the day the file names, else from the day of the import. */
function attributeSide(plan: ReadPlan, attributes: readonly [string, string][]): Side {
  const today = `DATE ${literal(plan.today)}`;
  const since = plan.cells.attributesSince ? `coalesce(attributes_since, ${today})` : today;
  const columns = attributes.map(([, column]) => column);
  const named = attributes.map(([name, column]) => `WHEN ${literal(column)} THEN ${literal(name)}`);
  return {
    table: "customer_attributes",
    columns: ["customer_id", "attribute", "value", "valid_from"],
    select: (
      staged,
    ) => `SELECT line, customer_id, CASE staged_name ${named.join(" ")} END AS attribute,
        staged_value AS value, ${since} AS valid_from
      FROM ${staged} UNPIVOT INCLUDE NULLS (staged_value FOR staged_name IN (${columns.join(", ")}))`,
    subject: ["customer_id", "attribute"],
    value: "value",
    since: "valid_from",
  };
}

/** The first known decision holds from the registration on, another one from the import on. */
function consentSide(plan: ReadPlan): Side {
  const name = normalizeName(plan.names.consent ?? "consent");
  const told = plan.cells.consentTime ? "consent_at" : "CAST(NULL AS TIMESTAMP)";
  const today = `CAST(DATE ${literal(plan.today)} AS TIMESTAMP)`;
  return {
    table: "consents",
    columns: ["customer_id", "purpose", "channel", "granted", "decided_at", "basis"],
    select: (staged) => `SELECT line, customer_id, ${literal(purposeOf(name))} AS purpose,
        CAST(${channelOf(name)} AS VARCHAR) AS channel, consent AS granted,
        coalesce(${told}, CASE WHEN is_first THEN CAST(registered_on AS TIMESTAMP) END, ${today})
          AS decided_at,
        CAST(NULL AS VARCHAR) AS basis
      FROM (SELECT *, NOT EXISTS (SELECT 1 FROM consents
          WHERE consents.customer_id = staged.customer_id) AS is_first
        FROM ${staged} AS staged) AS decided
      WHERE consent IS NOT NULL`,
    subject: ["customer_id", "purpose", "channel"],
    value: "granted",
    since: "decided_at",
  };
}

function purposeOf(name: string): string {
  return name.includes("newsletter") ? "newsletter" : "marketing";
}

function channelOf(name: string): string {
  if (/mail|newsletter/.test(name)) return "'email'";
  if (name.includes("sms")) return "'sms'";
  return /phone|telefon/.test(name) ? "'phone'" : "NULL";
}

const REFERRAL_SIDE: Side = {
  table: "referrals",
  columns: ["referrer_id", "referred_id", "referred_on", "reward"],
  select: (staged) => `SELECT line, referred_by AS referrer_id, customer_id AS referred_id,
      registered_on AS referred_on, CAST(NULL AS ${MONEY}) AS reward
    FROM ${staged} WHERE referred_by IS NOT NULL`,
  subject: ["referred_id"],
  value: "referrer_id",
  since: "referred_on",
};
