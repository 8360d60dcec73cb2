import {
  date,
  decimal,
  euros,
  type Format,
  flag,
  moment,
  optional,
  prose,
  whole,
  word,
} from "./format.ts";

/** The files, their columns in order, and how each column is written. */
export const tables = {
  kunden: {
    customer_id: word,
    registered_on: date,
    birth_year: optional(whole),
    gender: word,
    postcode: word,
    city: prose,
    state: word,
    country: word,
    acquisition_channel: word,
    acquisition_cost: euros,
    referred_by: word,
    newsletter_consent: flag,
    is_business: flag,
  },
  bestellungen: {
    order_id: word,
    line_no: whole,
    customer_id: word,
    ordered_at: moment,
    product_id: word,
    category: word,
    quantity: whole,
    net_amount: euros,
    tax_amount: euros,
    gross_amount: euros,
    unit_cost: euros,
    cost: euros,
    discount: euros,
    currency: word,
    channel: word,
    campaign_id: word,
    return_of: word,
  },
  produkte: {
    product_id: word,
    name: prose,
    category: word,
    price: euros,
    net_price: euros,
    unit_cost: euros,
    margin: decimal,
    tax_class: word,
  },
  kontakte: {
    interaction_id: word,
    customer_id: word,
    at: moment,
    channel: word,
    kind: word,
    duration_minutes: optional(whole),
    cost: euros,
    outcome: word,
    first_response_minutes: optional(whole),
    resolved_at: optional(moment),
  },
  feedback: {
    feedback_id: word,
    customer_id: word,
    given_at: moment,
    kind: word,
    score: whole,
    comment: prose,
    order_id: word,
    product_id: word,
    interaction_id: word,
  },
  kampagnen: {
    campaign_id: word,
    name: prose,
    series: word,
    channel: word,
    target: prose,
    started_on: date,
    ended_on: date,
    discount_percent: whole,
    control_share: decimal,
    contact_cost: euros,
    fixed_cost: euros,
  },
  kampagnen_mitglieder: {
    customer_id: word,
    campaign_id: word,
    group: word,
    sent_at: optional(moment),
    responded: flag,
  },
  kosten: {
    month: date,
    channel: word,
    kind: word,
    amount: euros,
    currency: word,
  },
  wahrheit: {
    customer_id: word,
    purchase_rate: decimal,
    dropout_date: optional(date),
  },
} as const;

/** The name of a file, without `.csv`. */
export type TableName = keyof typeof tables;

/**
 * A row of a file, with the file's column names. Amounts are whole cents, dates are days since
 * 1970-01-01, moments are seconds since then on the clock of Berlin. Without a value, words are
 * empty and numbers undefined.
 */
export type Row<T extends TableName> = {
  readonly [C in keyof (typeof tables)[T]]: (typeof tables)[T][C] extends Format<infer V>
    ? V
    : never;
};

export type CustomerRow = Row<"kunden">;
export type OrderLine = Row<"bestellungen">;
export type ProductRow = Row<"produkte">;
export type Interaction = Row<"kontakte">;
export type Feedback = Row<"feedback">;
export type CampaignRow = Row<"kampagnen">;
export type Membership = Row<"kampagnen_mitglieder">;
export type CostRow = Row<"kosten">;
export type Truth = Row<"wahrheit">;

/** One row of one file. */
export type DemoRecord = {
  readonly [T in TableName]: { readonly table: T; readonly row: Row<T> };
}[TableName];

/** @returns the header line of a file, without a line break. */
export function headerOf(table: TableName): string {
  return Object.keys(tables[table]).join(",");
}

type Cells = Readonly<Record<string, unknown>>;
const columns = new Map(
  Object.entries(tables).map(([table, formats]) => [
    table as TableName,
    Object.entries(formats) as readonly (readonly [string, Format<unknown>])[],
  ]),
);

/** @returns the CSV line of a record, without a line break. */
export function lineOf(record: DemoRecord): string {
  const row: Cells = record.row;
  let line = "";
  let separator = "";
  for (const [name, format] of columns.get(record.table) ?? []) {
    line += separator + format(row[name]);
    separator = ",";
  }
  return line;
}
