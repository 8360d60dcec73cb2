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

/** Names of the column that says who the customer is. Every table has it under these. */
export const CUSTOMER_NAMES: readonly RegExp[] = [
  /^(customer|cust|client|kunden?|kd|buyer|debitor(en)?|household|member)_?(id|no|nr|number|nummer|key|code)$/,
  /^(customer|cust|kunde|client|kunnr|debitor|household|buyer|member)$/,
  /^(account|user|contact|shopper|mitglied|konto|person)(en|s|er)?_?(id|no|nr|number|nummer|key)$/,
  /^(customer_|kunden_)?(e_?mail(_address|_adresse)?)$/,
  /^(user|account|shopper|person)$/,
];

/** Names of columns that say when something happened, without saying what. */
export const TIME_NAMES: readonly RegExp[] = [
  /^(date|datum|timestamp|time_?stamp|zeitpunkt|zeitstempel|datetime|date_time)$/,
  /^(occurred|happened)_?(at|on)$/,
  /^(date_created|created(_at|_on|_date)?|erstellt(_am)?|day|tag|time|zeit|at|am)$/,
];

export const CURRENCY_NAMES: readonly RegExp[] = [
  /^(currency|waehrung|waehrungs)_?(code|iso|id|kuerzel)?$/,
  /^(waerk|wkz|waers)$/,
];

/** Whether a column names an employee of the company: there are no figures about single people. */
export function isOfEmployees(name: string): boolean {
  return /^(sales_?(rep|person|man)|salesperson|verkaeufer|vertreter|bearbeiter|mitarbeiter|sachbearbeiter|agent|employee|user|account_manager|betreuer)(_?(id|no|nr|code|name|email))?$/.test(
    normalizeName(name),
  );
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
