import {
  amountText,
  type Made,
  made,
  noSale,
  type Preset,
  parseNumber,
  type RoleRow,
  type SourceRow,
} from "./preset.ts";

type Order = { readonly name: string; readonly head: SourceRow; readonly items: SourceRow[] };

/**
 * Shopify, export of orders: a row a line item; what concerns the order stands on its first row
 * only. An order's subtotal, after all discounts and before shipping, is spread over its items.
 */
export const SHOPIFY: Preset = {
  name: "shopify",
  kind: "csv",
  table: "orders",
  basis: "net",
  header: ["name", "financial_status", "lineitem_quantity", "lineitem_price", "created_at"],
  decimal: "point",
  roles: [
    "order",
    "line",
    "customer",
    "time",
    "product",
    "quantity",
    "amount",
    "tax",
    "currency",
    "channel",
    "returnOf",
  ],
  open() {
    let order: Order | undefined;
    const flush = () => (order ? rowsOf(order) : []);
    return {
      take(row) {
        const name = row.text("Name");
        // Rows of one order follow each other; only the first names the state of its payment.
        if (order?.name === name && row.text("Financial Status") === "") {
          order.items.push(row);
          return [];
        }
        const done = flush();
        order = { name, head: row, items: [row] };
        return done;
      },
      end: flush,
    };
  },
};

const UNPAID = ["pending", "expired"];

function rowsOf(order: Order): Made[] {
  const { name, head, items } = order;
  if (UNPAID.includes(head.text("Financial Status").toLowerCase())) return items.map(noSale);
  const money = moneyOf(head);
  const weights = items.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shared = (whole: number, at: number) =>
    total > 0 ? (whole * (weights[at] ?? 0)) / total : whole / items.length;
  const base = {
    order: name,
    customer: head.text("Email").toLowerCase(),
    time: head.text("Created at"),
    currency: head.text("Currency"),
    channel: head.text("Source"),
    returnOf: "",
  };
  const isKnown = !Number.isNaN(money.net);
  const rows = items.map((item, at) =>
    made(item, {
      ...base,
      line: String(at + 1),
      product: item.text("Lineitem sku") || item.text("Lineitem name"),
      quantity: item.text("Lineitem quantity"),
      // A subtotal that is no number is refused with its text.
      amount: isKnown ? amountText(shared(money.net, at)) : head.text("Subtotal"),
      tax: isKnown ? amountText(shared(money.tax, at)) : "",
    }),
  );
  return isKnown ? [...rows, ...refundOf(order, base, money)] : rows;
}

type Money = { readonly net: number; readonly tax: number; readonly share: number };

/** Net and tax of the goods. Where the total holds no tax beside them, prices include it. */
function moneyOf(head: SourceRow): Money {
  const of = (column: string) => parseNumber(head.text(column), "point");
  const subtotal = of("Subtotal");
  const shipping = of("Shipping") || 0;
  const taxes = of("Taxes") || 0;
  const total = of("Total");
  const onGoods = subtotal + shipping > 0 ? (taxes * subtotal) / (subtotal + shipping) : 0;
  const isIncluded = Math.abs(total - subtotal - shipping) < 0.005;
  const net = isIncluded ? subtotal - onGoods : subtotal;
  // The part of the total that is net value of goods: a refund is one of the total.
  return { net, tax: onGoods, share: total > 0 ? net / total : 0 };
}

function weightOf(item: SourceRow): number {
  const of = (column: string) => parseNumber(item.text(column), "point") || 0;
  return Math.max(0, of("Lineitem price") * of("Lineitem quantity") - of("Lineitem discount"));
}

/** What was given back, as one line of its own; a voided order gives all of it back. */
function refundOf({ name, head }: Order, base: RoleRow, { net, tax, share }: Money): Made[] {
  const isVoid = head.text("Financial Status").toLowerCase() === "voided";
  const refunded = isVoid ? net : (parseNumber(head.text("Refunded Amount"), "point") || 0) * share;
  if (!(refunded > 0)) return [];
  return [
    made(head, {
      ...base,
      order: `${name}-refund`,
      line: "1",
      time: head.text("Cancelled at") || head.text("Created at"),
      product: "",
      quantity: "",
      amount: amountText(-refunded),
      tax: amountText(net > 0 ? (-tax * refunded) / net : 0),
      returnOf: name,
    }),
  ];
}
