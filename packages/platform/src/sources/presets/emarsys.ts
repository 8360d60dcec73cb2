import { made, type Preset, signedText, utcText } from "./preset.ts";

/** Emarsys, sales data: a row an item of an order; the price is that of all pieces. Times are UTC. */
export const EMARSYS: Preset = {
  name: "emarsys",
  kind: "csv",
  table: "orders",
  header: ["item", "price", "order", "timestamp"],
  oneOf: ["customer", "email"],
  decimal: "point",
  roles: ["order", "customer", "time", "product", "quantity", "amount"],
  open: ({ decimal }) => ({
    take: (row) => [
      made(row, {
        order: row.text("order"),
        customer: row.text("customer") || row.text("email").toLowerCase(),
        time: utcText(row.text("timestamp")),
        product: row.text("item"),
        quantity: row.text("quantity"),
        amount: signedText(row.text("price"), decimal),
      }),
    ],
  }),
};
