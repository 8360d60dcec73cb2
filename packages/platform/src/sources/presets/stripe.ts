import {
  amountText,
  made,
  type Preset,
  parseNumber,
  type RoleRow,
  textOf,
  utcText,
} from "./preset.ts";

const ROLES = [
  "subscription",
  "customer",
  "plan",
  "start",
  "end",
  "price",
  "quantity",
  "interval",
  "intervalCount",
  "currency",
  "state",
];
/** Currencies without a hundredth: Stripe counts them in whole units. */
const WHOLE = [
  "bif",
  "clp",
  "djf",
  "gnf",
  "jpy",
  "kmf",
  "krw",
  "mga",
  "pyg",
  "rwf",
  "ugx",
  "vnd",
  "vuv",
  "xaf",
  "xof",
  "xpf",
];

type Fields = Readonly<Record<string, unknown>>;
type Subscription = Readonly<Record<string, string>>;

const fieldsOf = (value: unknown) =>
  (typeof value === "object" && value !== null ? value : {}) as Fields;

/** Stripe, subscriptions of the API, one a line. Each item of a subscription is a row. */
export const STRIPE_JSON: Preset = {
  name: "stripe",
  kind: "jsonl",
  table: "subscriptions",
  header: ["customer", "status", "canceled_at", "ended_at"],
  oneOf: ["items_data", "plan_id", "items_object"],
  roles: ROLES,
  open: () => ({
    take(row) {
      const { document = {} } = row;
      const data = fieldsOf(document.items).data;
      const items = Array.isArray(data) ? (data as Fields[]) : [document];
      return items.map((item, at) => {
        const price = fieldsOf(item.price ?? item.plan);
        const recurring = { ...price, ...fieldsOf(price.recurring) };
        const fields = {
          ...textsOf(document),
          id: at === 0 ? textOf(document.id) : `${textOf(document.id)}/${textOf(item.id)}`,
          plan: textOf(price.nickname) || textOf(price.id),
          amount: textOf(price.unit_amount ?? price.amount),
          quantity: textOf(item.quantity),
          interval: textOf(recurring.interval),
          interval_count: textOf(recurring.interval_count),
        };
        return made(row, rowOf(fields));
      });
    },
  }),
};

function textsOf(document: Fields): Subscription {
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, textOf(value)]));
}

/** The same as a table, with the names of the API; amounts in cents. */
export const STRIPE_CSV: Preset = {
  name: "stripe-csv",
  kind: "csv",
  table: "subscriptions",
  header: ["customer", "interval", "status", "canceled_at", "ended_at"],
  oneOf: ["amount", "unit_amount", "plan_amount"],
  decimal: "point",
  roles: ROLES,
  open: () => ({
    take(row) {
      const names = [
        "id",
        "customer",
        "plan",
        "price",
        "quantity",
        "interval",
        "interval_count",
        "currency",
        "status",
        "created",
        "start_date",
        "current_period_end",
        "cancel_at_period_end",
        "ended_at",
      ];
      const fields = Object.fromEntries(names.map((name) => [name, row.text(name)]));
      const amount = row.text("unit_amount") || row.text("amount") || row.text("plan_amount");
      return [made(row, rowOf({ ...fields, plan: fields.plan || fields.price || "", amount }))];
    },
  }),
};

/**
 * A contract ends at ended_at. canceled_at is the day on which somebody asked for it; until the
 * paid period is over the contract runs.
 */
function rowOf(of: Subscription): RoleRow {
  const currency = of.currency ?? "";
  const cents = parseNumber(of.amount ?? "", "point");
  const unit = WHOLE.includes(currency.toLowerCase()) ? 1 : 100;
  const isEnding = of.cancel_at_period_end === "true";
  return {
    subscription: of.id ?? "",
    customer: of.customer ?? "",
    plan: of.plan ?? "",
    start: utcText(of.start_date || of.created || ""),
    end: utcText(of.ended_at || (isEnding ? (of.current_period_end ?? "") : "")),
    price: Number.isNaN(cents) ? "" : amountText(cents / unit),
    quantity: of.quantity || "1",
    interval: of.interval ?? "",
    intervalCount: of.interval_count || "1",
    currency: currency.toUpperCase(),
    state: of.status ?? "",
  };
}
