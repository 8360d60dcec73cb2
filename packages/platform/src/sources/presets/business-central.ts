import { amountText, made, noSale, type Preset, parseNumber, signedText } from "./preset.ts";

/**
 * Dynamics 365 Business Central, customer ledger entries. Sales (LCY) is net and negative for
 * credit memos, while Amount includes tax; Profit (LCY) tells the cost. Payments are no sales.
 * Salesperson and user are employees: neither is kept.
 */
export const BUSINESS_CENTRAL: Preset = {
  name: "business-central",
  kind: "csv",
  table: "orders",
  basis: "net",
  header: ["entry_no", "customer_no", "posting_date", "document_type", "sales_lcy"],
  amounts: ["Sales (LCY)", "Amount (LCY)"],
  roles: ["order", "line", "customer", "time", "amount", "cost", "returnOf"],
  secret: ["Salesperson Code", "User ID"],
  open: ({ decimal }) => ({
    take(row) {
      const kind = row.text("Document Type").toLowerCase();
      if (!/^(invoice|credit memo|rechnung|gutschrift)$/.test(kind)) return [noSale(row)];
      const sales = parseNumber(row.text("Sales (LCY)"), decimal);
      const profit = parseNumber(row.text("Profit (LCY)"), decimal);
      const cost = sales - profit;
      return [
        made(row, {
          order: row.text("Document No."),
          line: row.text("Entry No."),
          customer: row.text("Customer No."),
          time: row.text("Posting Date"),
          amount: signedText(row.text("Sales (LCY)"), decimal),
          cost: Number.isNaN(cost) ? "" : amountText(cost),
          returnOf: row.text("Applies-to Doc. No."),
        }),
      ];
    },
  }),
};
