import {
  amountText,
  made,
  noSale,
  type Preset,
  parseNumber,
  type SourceRow,
  signedText,
} from "./preset.ts";

/** Cancelled by the shop, and baskets that never became an order. */
const CANCELLED = ["-1", "4"];

/**
 * Shopware 5, import/export of orders: a row a position, with the order's totals on each, or a row
 * an order. `price` is gross unless the order is net.
 */
export const SHOPWARE_5: Preset = {
  name: "shopware-5",
  kind: "csv",
  table: "orders",
  basis: "net",
  header: ["order_id", "customer_id", "invoice_amount", "invoice_amount_net"],
  oneOf: ["order_time", "ordertime"],
  amounts: ["invoiceAmountNet", "invoiceAmount"],
  roles: ["order", "line", "customer", "time", "product", "quantity", "amount", "currency"],
  open: ({ decimal }) => ({
    take(row) {
      if (CANCELLED.includes(row.text("status"))) return [noSale(row)];
      const base = {
        order: row.text("number") || row.text("orderId"),
        customer: row.text("customerId"),
        time: row.text("orderTime") || row.text("ordertime"),
        currency: row.text("currency"),
      };
      const detail = row.text("orderDetailId");
      const price = parseNumber(row.text("price"), decimal);
      if (detail === "" || Number.isNaN(price)) {
        // The line is the order itself: a new total of it replaces the old one.
        const amount = signedText(row.text("invoiceAmountNet"), decimal);
        return [made(row, { ...base, line: "0", amount })];
      }
      const quantity = parseNumber(row.text("quantity"), decimal);
      const isNet = row.text("net") === "1" || row.text("taxFree") === "1";
      const tax = isNet ? 0 : parseNumber(row.text("taxRate") || row.text("tax"), decimal);
      const net =
        (price * quantity) / (1 + (Number.isNaN(tax) ? shareOfTax(row, decimal) : tax / 100));
      return [
        made(row, {
          ...base,
          line: detail,
          product: row.text("articleNumber") || row.text("articleordernumber"),
          quantity: row.text("quantity"),
          amount: Number.isNaN(net) ? row.text("price") : amountText(net),
        }),
      ];
    },
  }),
};

/** The mean rate of tax of an order whose positions name none. */
function shareOfTax(row: SourceRow, decimal: "comma" | "point"): number {
  const gross = parseNumber(row.text("invoiceAmount"), decimal);
  const net = parseNumber(row.text("invoiceAmountNet"), decimal);
  return gross > 0 && net > 0 ? gross / net - 1 : 0;
}

/**
 * Shopware 6, import/export profile of orders: a row an order; semicolons, decimal points. Whether
 * the total holds tax depends on the customer's group: only the net amount tells what it is.
 */
export const SHOPWARE_6: Preset = {
  name: "shopware-6",
  kind: "csv",
  table: "orders",
  header: ["order_number", "amount_total"],
  oneOf: ["order_date_time", "order_customer_customer_number", "order_customer_email"],
  decimal: "point",
  basis: (columns) => (columns.has("amount_net") ? "net" : undefined),
  roles: ["order", "customer", "time", "amount", "currency"],
  open: ({ decimal, columns }) => ({
    take(row) {
      const state = row.text("stateMachineState.technicalName") || row.text("order_state");
      if (state === "cancelled") return [noSale(row)];
      const column = (...names: string[]) =>
        names.map((name) => row.text(name)).find(Boolean) ?? "";
      return [
        made(row, {
          order: column("orderNumber", "order_number"),
          customer: column(
            "orderCustomer.customerNumber",
            "order_customer_customer_number",
            "orderCustomer.email",
            "order_customer_email",
          ),
          time: column("orderDateTime", "order_date_time"),
          amount: signedText(
            columns.has("amount_net")
              ? column("amountNet", "amount_net")
              : column("amountTotal", "amount_total"),
            decimal,
          ),
          currency: column("currency.isoCode", "currency_iso_code", "currency"),
        }),
      ];
    },
  }),
};
