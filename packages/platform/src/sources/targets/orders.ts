import type { Guess } from "../guess-mapping.ts";
import type { LedgerTarget, ReadPlan, RowKey } from "../ledger-target.ts";
import { orderChecks } from "../orders-checks.ts";
import { ORDER_COLUMNS, orderColumns } from "../orders-columns.ts";
import { CURRENCY_NAMES, CUSTOMER_NAMES, normalizeName } from "../role-names.ts";
import type { Basis, Role } from "../roles.ts";
import { ONLY } from "../row-checks.ts";

const GROSS = [
  /^(gross|brutto)$/,
  /(^|_)(gross|brutto)(_|betrag|umsatz|wert|preis)/,
  /_(gross|brutto)$/,
];
const NET = [
  /^(line_|total_|order_)?(net|netto)_?(amount|amt|betrag|umsatz|value|wert|total|revenue|sales|sum|summe)$/,
  /^(amount|amt|betrag|umsatz|total|revenue|sales|sum|summe|value|wert|invoice_amount)_?(net|netto)$/,
  /^(net|netto|netwr|nettobetrag|nettoumsatz|nettowert)$/,
];
const PLAIN = [
  /^(total|order|line|gesamt|position|positions|rechnungs|bestell|waren|invoice)_?(amount|amt|betrag|wert|value|umsatz|revenue|sum|summe)$/,
  /^(amount|amt|betrag|umsatz|revenue|sales_value|sales_amount|tran_amount|trans_amount|transaction_amount|purchase_amount|erloes|order_total|total_price|gesamtpreis|line_total|spend|spent)$/,
  /^(sales|total|sum|summe|value|wert|monetary_value|payment|m)$/,
];
/** A price is what was paid where no quantity makes it the price of one. */
const PRICE: readonly RegExp[] = [/^(price|preis)$/];

const PRODUCT = [
  /^(product|produkt|article|artikel|art|item|material|stock)_?(id|no|nr|number|nummer|code|key)$/,
  /^(sku|matnr|ean|gtin|stock_code|product|produkt|article|artikel)$/,
];
const QUANTITY = [/^(quantity|qty|menge|anzahl|stueckzahl|stueck|units|pieces|kwmeng|order_qty)$/];
const UNIT_PRICE = [
  /^(unit|item|single|stueck|einzel|e)_?(price|preis)(_net|_netto)?$/,
  /^(price|preis)_?(per|pro|je)_?(unit|piece|stueck|item)$/,
];
const LINE = [
  /^(order_|invoice_|bestell_|rechnungs_|auftrags_)?(line|line_item|position|positions|pos|zeilen)_?(id|no|nr|number|nummer)$/,
  /^(order|invoice|bestell|rechnungs|auftrags)_?(item|detail)_?(id|no|nr|number|nummer)$/,
  /^(line|position|pos|zeile|posnr|order_line|order_item)$/,
];

/** Lines of orders: what customers bought, when and for how much. */
export const ORDERS: LedgerTarget = {
  table: "orders",
  columns: ORDER_COLUMNS,
  key: ["order_id", "line_id"],
  clock: "ordered_at",
  mayNameCustomers: true,
  roles: {
    customer: { kind: "id", required: true, column: "customer_id", names: CUSTOMER_NAMES },
    time: {
      kind: "time",
      required: true,
      column: "ordered_at",
      names: [
        /^(order|invoice|transaction|trans|purchase|bestell|rechnungs|auftrags|kauf|umsatz|sale|sales|beleg|posting|buchungs)_?(date|datum|day|tag|time|timestamp|zeit|zeitpunkt|at|am)(_?time)?$/,
        /^(ordered|occurred|purchased|bought|bestellt)_?(at|on|am)$/,
        /^(date|datum|timestamp|time_?stamp|zeitpunkt|zeitstempel|datetime|date_time)$/,
        /^(date_created|created(_at|_on)?|erstellt(_am)?|audat|fkdat|t_dat|day|tag|time|zeit)$/,
      ],
    },
    amount: { kind: "money", column: "amount", names: [] },
    order: {
      kind: "id",
      column: "order_id",
      names: [
        /^(order|bestell|auftrags?|purchase)_?(id|no|nr|number|nummer)$/,
        /^(invoice|rechnungs?|beleg|basket|transaction|trans|receipt|bon|document|sale|sales|warenkorb)_?(id|no|nr|number|nummer)$/,
        /^(order|auftrag|bestellung|invoice|rechnung|vbeln|beleg|basket|receipt|bon)$/,
        /^id$/,
      ],
    },
    line: { kind: "id", column: "line_id", names: LINE },
    product: { kind: "text", column: "product_id", names: PRODUCT },
    category: {
      kind: "text",
      column: "category",
      names: [
        /^(product_|produkt_|artikel_)?(category|kategorie|group|gruppe)$/,
        /^(warengruppe|produktgruppe|artikelgruppe|sortiment|department|commodity)$/,
      ],
    },
    quantity: { kind: "factor", column: "quantity", names: QUANTITY },
    unitPrice: { kind: "factor", names: UNIT_PRICE },
    cost: {
      kind: "money",
      column: "cost",
      names: [/^(line_|total_|gesamt)?(cost|costs|kosten|cogs)$/, /^(wareneinsatz|einstandswert)$/],
    },
    unitCost: {
      kind: "factor",
      names: [
        /^(unit|item|stueck)_?(cost|costs|kosten)$/,
        /^(einstandspreis|einkaufspreis|ek|ek_preis|cost_price|purchase_price|cost_per_unit)$/,
      ],
    },
    tax: {
      kind: "money",
      column: "tax_amount",
      names: [
        /^(tax|vat|mwst|ust|steuer|mehrwertsteuer|umsatzsteuer)(_?(amount|betrag|total|sum))?$/,
      ],
    },
    taxRate: {
      kind: "factor",
      column: "tax_rate",
      names: [
        /^(tax|vat|mwst|ust|steuer)_?(rate|satz|percent|percentage|prozent)$/,
        /^(mehrwertsteuer|umsatzsteuer)_?(satz|prozent)$/,
      ],
    },
    gross: { kind: "money", names: GROSS },
    currency: { kind: "text", column: "currency", names: CURRENCY_NAMES },
    channel: {
      kind: "text",
      column: "channel",
      names: [/^(sales_|order_|verkaufs|vertriebs_?)?(channel|kanal|weg)$/, /^(vtweg)$/],
    },
    country: {
      kind: "text",
      column: "country",
      names: [
        /^(ship(ping|_to)?|delivery|liefer|versand)_?(country|land)(_?(code|iso))?$/,
        /^(order_|bestell)?(country|land)_?(code|iso)?$|^laender_?(code|kuerzel)$/,
      ],
    },
    returnOf: {
      kind: "id",
      column: "return_of",
      names: [
        /^(return|refund|storno|retoure|gutschrift)_?(of|zu|for|fuer|von)(_.*)?$/,
        /^(original|returned|refunded|urspruengliche)_?(order|bestellung|bestell)(_?(id|no|nr|nummer))?$/,
        /^parent_id$/,
      ],
    },
    only: ONLY,
  },
  signs: [
    [
      /^(order|bestell|auftrags?|purchase|invoice|rechnungs?|beleg|basket|receipt|bon|transaction|trans|sale|sales|warenkorb|kauf)_?(id|no|nr|number|nummer|date|datum|time|timestamp|at)$/,
      2,
    ],
    [/^(ordered|purchased|bought|bestellt)_?(at|on|am)$/, 2],
    ...[...NET, ...PLAIN, ...GROSS].map((name) => [name, 2] as const),
    ...[...PRODUCT, ...QUANTITY].map((name) => [name, 1] as const),
    ...[...UNIT_PRICE, ...LINE].map((name) => [name, 2] as const),
  ],
  patterns,
  settle,
  keyOf,
  read: orderColumns,
  checks: orderChecks,
};

/** Which amounts count depends on the basis. */
function patterns(role: Role, basis: Basis): readonly RegExp[] {
  if (role !== "amount") return ORDERS.roles[role]?.names ?? [];
  return basis === "gross" ? [...GROSS, ...PLAIN] : [...NET, ...PLAIN];
}

/** A line id names a row in any case; an order id where each order is one row. */
function keyOf({ cells }: ReadPlan): RowKey | undefined {
  if (cells.line)
    return { columns: cells.order ? ["order_id", "line_id"] : ["line_id"], sure: true };
  return cells.order ? { columns: ["order_id"], sure: false } : undefined;
}

function settle(guess: Guess): void {
  takePrice(guess);
  takeIdAsCustomer(guess);
  dropUnused(guess);
}

/** A price beside a quantity is the price of one; alone it is the amount. */
function takePrice(guess: Guess): void {
  if (guess.has("amount") || guess.has("unitPrice") || guess.has("gross")) return;
  guess.take(guess.has("quantity") ? "unitPrice" : "amount", PRICE);
}

/** Where nothing else names the customer, a column "id" does. */
function takeIdAsCustomer(guess: Guess): void {
  if (guess.has("customer")) return;
  const order = guess.guessed("order");
  if (order !== undefined && normalizeName(order) === "id") guess.drop("order");
  guess.take("customer", [/^id$/]);
}

/** What is guessed must also count: a price of one does not where the amount itself is there. */
function dropUnused(guess: Guess): void {
  const hasPrice = guess.has("unitPrice") && guess.has("quantity");
  if (guess.has("amount") || !hasPrice) guess.drop("unitPrice");
  if (guess.has("amount") || guess.has("unitPrice")) guess.drop("gross");
  if (guess.has("cost")) guess.drop("unitCost");
}
