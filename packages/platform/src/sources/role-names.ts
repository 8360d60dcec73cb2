import type { Basis, Role } from "./roles.ts";

/**
 * Names of columns by role, German and English, the surest pattern first. They are matched
 * against names in lower case with words parted by "_" and without a currency at the end.
 */
const NAMES: Readonly<Record<Role, readonly RegExp[]>> = {
  customer: [
    /^(customer|cust|client|kunden?|kd|buyer|debitor(en)?|household|member)_?(id|no|nr|number|nummer|key|code)$/,
    /^(customer|cust|kunde|client|kunnr|debitor|household|buyer|member)$/,
    /^(account|user|contact|shopper|mitglied|konto|person)(en|s|er)?_?(id|no|nr|number|nummer|key)$/,
    /^(customer_|kunden_)?(e_?mail(_address|_adresse)?)$/,
    /^(user|account|shopper|person)$/,
  ],
  time: [
    /^(order|invoice|transaction|trans|purchase|bestell|rechnungs|auftrags|kauf|umsatz|sale|sales|beleg|posting|buchungs)_?(date|datum|day|tag|time|timestamp|zeit|zeitpunkt|at|am)(_?time)?$/,
    /^(ordered|occurred|purchased|bought|bestellt)_?(at|on|am)$/,
    /^(date|datum|timestamp|time_?stamp|zeitpunkt|zeitstempel|datetime|date_time)$/,
    /^(date_created|created(_at|_on)?|erstellt(_am)?|audat|fkdat|t_dat|day|tag|time|zeit)$/,
  ],
  amount: [],
  order: [
    /^(order|bestell|auftrags?|purchase)_?(id|no|nr|number|nummer)$/,
    /^(invoice|rechnungs?|beleg|basket|transaction|trans|receipt|bon|document|sale|sales|warenkorb)_?(id|no|nr|number|nummer)$/,
    /^(order|auftrag|bestellung|invoice|rechnung|vbeln|beleg|basket|receipt|bon)$/,
    /^id$/,
  ],
  line: [
    /^(order_|invoice_|bestell_|rechnungs_|auftrags_)?(line|line_item|position|positions|pos|zeilen)_?(id|no|nr|number|nummer)$/,
    /^(order|invoice|bestell|rechnungs|auftrags)_?(item|detail)_?(id|no|nr|number|nummer)$/,
    /^(line|position|pos|zeile|posnr|order_line|order_item)$/,
  ],
  product: [
    /^(product|produkt|article|artikel|art|item|material|stock)_?(id|no|nr|number|nummer|code|key)$/,
    /^(sku|matnr|ean|gtin|stock_code|product|produkt|article|artikel)$/,
  ],
  category: [
    /^(product_|produkt_|artikel_)?(category|kategorie|group|gruppe)$/,
    /^(warengruppe|produktgruppe|artikelgruppe|sortiment|department|commodity)$/,
  ],
  quantity: [/^(quantity|qty|menge|anzahl|stueckzahl|stueck|units|pieces|kwmeng|order_qty)$/],
  unitPrice: [
    /^(unit|item|single|stueck|einzel|e)_?(price|preis)(_net|_netto)?$/,
    /^(price|preis)_?(per|pro|je)_?(unit|piece|stueck|item)$/,
  ],
  cost: [/^(line_|total_|gesamt)?(cost|costs|kosten|cogs)$/, /^(wareneinsatz|einstandswert)$/],
  unitCost: [
    /^(unit|item|stueck)_?(cost|costs|kosten)$/,
    /^(einstandspreis|einkaufspreis|ek|ek_preis|cost_price|purchase_price|cost_per_unit)$/,
  ],
  tax: [/^(tax|vat|mwst|ust|steuer|mehrwertsteuer|umsatzsteuer)(_?(amount|betrag|total|sum))?$/],
  gross: [
    /^(gross|brutto)$/,
    /(^|_)(gross|brutto)(_|betrag|umsatz|wert|preis)/,
    /_(gross|brutto)$/,
  ],
  currency: [/^(currency|waehrung|waehrungs)_?(code|iso|id|kuerzel)?$/, /^(waerk|wkz|waers)$/],
  channel: [/^(sales_|order_|verkaufs|vertriebs_?)?(channel|kanal|weg)$/, /^(vtweg)$/],
  returnOf: [
    /^(return|refund|storno|retoure|gutschrift)_?(of|zu|for|fuer|von)(_.*)?$/,
    /^(original|returned|refunded|urspruengliche)_?(order|bestellung|bestell)(_?(id|no|nr|nummer))?$/,
    /^parent_id$/,
  ],
};

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
export const PRICE_PATTERNS: readonly RegExp[] = [/^(price|preis)$/];

/** The patterns of a role; which amounts count depends on the basis. */
export function patternsOf(role: Role, basis: Basis): readonly RegExp[] {
  if (role !== "amount") return NAMES[role];
  return basis === "gross" ? [...NAMES.gross, ...PLAIN] : [...NET, ...PLAIN];
}

/** Column names in one spelling: "CustomerID" and "Kunden-Nr." as customer_id and kunden_nr. */
export function normalizeName(name: string): string {
  return name
    .replace(/(Mw|U)St/g, "$1st")
    .replace(/([a-zß-ÿ0-9])([A-ZÄÖÜ])/g, "$1_$2")
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .replace(/(_in)?_(eur|usd|chf|gbp|euro)$/, "");
}

/** The currency that a column's name ends in, such as USD in total_amt_usd. */
export function currencyInName(name: string): string | undefined {
  const word = /(?:^|[^a-z])(eur|usd|chf|gbp)$/i.exec(name.trim())?.[1];
  return word?.toUpperCase();
}

/** Whether a name sounds like money. */
export function isAmountLike(name: string): boolean {
  return /(^|_)(amount|amt|betrag|umsatz|revenue|sales|total|price|preis|wert|value|net|netto|gross|brutto|erloes|summe)(_|$)|(betrag|umsatz|preis|wert|summe)$/.test(
    normalizeName(name),
  );
}
