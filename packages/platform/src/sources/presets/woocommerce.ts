import {
  amountText,
  made,
  noSale,
  type Preset,
  parseNumber,
  type RoleRow,
  signedText,
  textOf,
} from "./preset.ts";

/** Orders that were paid, or will be; the others are no sales. */
const SOLD = ["completed", "processing", "refunded", "on-hold", ""];
const ROLES = [
  "order",
  "line",
  "customer",
  "time",
  "product",
  "quantity",
  "amount",
  "tax",
  "currency",
  "returnOf",
];

type Fields = Readonly<Record<string, unknown>>;

const listOf = (value: unknown) => (Array.isArray(value) ? (value as Fields[]) : []);
const numberOf = (value: unknown) => parseNumber(textOf(value), "point");
/** 0 is a guest. */
const customerOf = (id: string) => (id === "0" ? "" : id);

/**
 * WooCommerce, orders of the REST API, one a line. A line item's total is net and after discounts.
 * date_created is the shop's own clock; date_created_gmt is left alone.
 */
export const WOOCOMMERCE_JSON: Preset = {
  name: "woocommerce",
  kind: "jsonl",
  table: "orders",
  basis: "net",
  header: ["line_items", "date_created", "customer_id", "total_tax"],
  roles: ROLES,
  open: () => ({
    take(row) {
      const { document = {} } = row;
      if (!SOLD.includes(textOf(document.status))) return [noSale(row)];
      const id = textOf(document.id);
      const base = {
        order: id,
        customer: customerOf(textOf(document.customer_id)),
        time: textOf(document.date_created),
        currency: textOf(document.currency),
        returnOf: "",
      };
      const items = listOf(document.line_items).map((item) => itemRow(item, base));
      const refunds = listOf(document.refunds).map((one) => refundRow(one, base, document));
      return [...items, ...refunds].map((one) => made(row, one));
    },
  }),
};

function itemRow(item: Fields, base: RoleRow): RoleRow {
  return {
    ...base,
    line: textOf(item.id),
    product: textOf(item.sku) || textOf(item.product_id),
    quantity: textOf(item.quantity),
    amount: signedText(textOf(item.total), "point"),
    tax: signedText(textOf(item.total_tax), "point"),
  };
}

/** A refund is one of the total, tax and shipping included: its net part is that of the order. */
function refundRow(refund: Fields, base: RoleRow, order: Fields): RoleRow {
  const total = numberOf(order.total);
  const net = listOf(order.line_items).reduce((sum, item) => sum + (numberOf(item.total) || 0), 0);
  const given = Math.abs(numberOf(refund.total ?? refund.amount));
  return {
    ...base,
    order: `${base.order}-refund`,
    line: textOf(refund.id),
    time: textOf(refund.date_created) || (base.time ?? ""),
    product: "",
    quantity: "",
    amount: amountText(total > 0 ? (-given * net) / total : -given),
    tax: "",
    returnOf: base.order ?? "",
  };
}

/** The same orders as a table, one row an order. */
export const WOOCOMMERCE_CSV: Preset = {
  name: "woocommerce-csv",
  kind: "csv",
  table: "orders",
  basis: "net",
  header: ["status", "date_created", "customer_id", "total", "total_tax"],
  decimal: "point",
  roles: ROLES,
  open: () => ({
    take(row) {
      if (!SOLD.includes(row.text("status").replace(/^wc-/, ""))) return [noSale(row)];
      const parent = row.text("parent_id");
      const isRefund = parent !== "" && parent !== "0";
      const total = parseNumber(row.text("total"), "point");
      const tax = parseNumber(row.text("total_tax"), "point") || 0;
      return [
        made(row, {
          order: row.text("id") || row.text("order_id"),
          line: "0",
          customer: customerOf(row.text("customer_id")),
          time: row.text("date_created"),
          product: "",
          quantity: "",
          amount: Number.isNaN(total) ? row.text("total") : amountText(total - tax),
          tax: amountText(tax),
          currency: row.text("currency"),
          returnOf: isRefund ? parent : "",
        }),
      ];
    },
  }),
};
