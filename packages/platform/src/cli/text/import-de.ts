import type { Texts } from "./en.ts";

/** Was die Befehlszeile zu Importen sagt. */
export const importTexts: Texts["import"] = {
  summary: (file, n) =>
    `${file}: ${n.read} Zeilen gelesen, ${n.added} neu, ${n.known} schon bekannt, ${n.superseded} ersetzt, ${n.rejected} abgewiesen`,
  already: (file, id) => `${file}: schon importiert (Import ${id}); nichts geändert`,
  period: (first, last) => `vom ${first} bis ${last}`,
  into: (table) => `in: ${table}`,
  tables: {
    orders: "Bestellungen",
    customers: "Kunden",
    customer_attributes: "Merkmale von Kunden",
    subscriptions: "Verträge",
    interactions: "Kontakte",
    usage: "Nutzung",
    feedback: "Antworten",
    costs: "Kosten",
    products: "Produkte",
    campaigns: "Kampagnen",
    campaign_members: "Kampagnenmitglieder",
    referrals: "Empfehlungen",
    consents: "Einwilligungen",
    exchange_rates: "Wechselkurse",
    identifiers: "Kennungen",
  },
  mapping: "Spalten",
  unused: "nicht genutzt",
  rejectsAre: (file) => `abgewiesene Zeilen stehen in ${file}`,
  rejectsHint: "mit --rejects DATEI erhalten Sie die abgewiesenen Zeilen samt Grund",
  undone: (id, removed, restored) =>
    `Import ${id} zurückgenommen: ${removed} Zeilen entfernt, ${restored} wiederhergestellt`,
  none: "noch nichts importiert",
  wouldBe: "gelesen als",
  raw: "in der Datei",
  line: "Zeile",
  nothingWritten: "Probelauf: nichts wurde importiert",
  answers: { net: "netto", gross: "brutto" },
  askBasis: (file, preset) =>
    `${file}: ${preset} sagt nicht, ob Beträge netto oder brutto sind. Was sind sie?`,
  warnings: {
    AMOUNT_LIKE_COLUMNS: (n) =>
      `mehrere Spalten sehen nach Beträgen aus; genommen wurde ${n.chosen}, nicht ${n.others}`,
    AMOUNT_IS_GROSS: (n) => `die Beträge in ${n.column} enthalten die Umsatzsteuer`,
    BASIS_ASSUMED: (n) =>
      `${n.preset} sagt nicht, ob Beträge netto (net) oder brutto (gross) sind; sie gelten als ${n.basis}. Wenn das nicht stimmt: noch einmal importieren mit --basis ${n.other} --replace, oder in kundenwert.yaml an der Quelle basis: ${n.other} eintragen`,
    CURRENCY_DIFFERS: (n) =>
      `einige Zeilen haben eine andere Währung als ${n.workspace} (${n.currencies}); sie zählen zu eingelesenen Wechselkursen oder gar nicht`,
    CURRENCY_IN_NAME: (n) =>
      `die Spalte ${n.column} spricht von ${n.currency}, vermerkt ist ${n.recorded}; setzen Sie --currency, und currency in kundenwert.yaml`,
    CUSTOMER_IDS_END_IN_POINT_ZERO: (n) =>
      `Kundennummern enden auf „.0“ (${n.value}): ein Programm hat sie für Zahlen gehalten`,
    HEADERS_DUPLICATE: (n) => `Spalten gleichen Namens: ${n.columns}`,
    LATER_IMPORTS_SKIPPED_ROWS: (n) =>
      `spätere Importe (${n.imports}) hatten Zeilen übersprungen, die jetzt fehlen; importieren Sie deren Dateien noch einmal`,
    NO_AMOUNT: () => "es gibt keine Betragsspalte: Käufe lassen sich vorhersagen, ihr Wert nicht",
    OTHER_SHEETS: (n) => `gelesen wurde das Blatt ${n.sheet}; es gibt noch: ${n.others}`,
    ORDER_IDS_ROUNDED: (n) =>
      `${n.count} Bestellnummern in ${n.column} hat eine Tabellenkalkulation gerundet (${n.value}): aus mehreren Bestellungen kann eine geworden sein; exportieren Sie sie als Text`,
  },
  reasons: {
    TIME_MISSING: "Zeitpunkt fehlt",
    TIME_UNREADABLE: "Zeitpunkt nicht lesbar",
    TIME_OUT_OF_RANGE: "Zeitpunkt unmöglich",
    AMOUNT_MISSING: "Betrag fehlt",
    AMOUNT_UNREADABLE: "Betrag nicht lesbar",
    AMOUNT_OUT_OF_RANGE: "Betrag unmöglich",
    QUANTITY_UNREADABLE: "Menge nicht lesbar",
    NUMBER_UNREADABLE: "Zahl nicht lesbar",
    NUMBER_OUT_OF_RANGE: "Zahl unmöglich",
    FLAG_UNREADABLE: "weder ja noch nein",
    VALUE_MISSING: "kein Wert",
    ID_MISSING: "keine Nummer",
    KIND_UNKNOWN: "unbekannte Art der Antwort",
    SCORE_OUT_OF_RANGE: "Note außerhalb der Skala",
    OF_ANOTHER_KIND:
      "nichts für diese Tabelle, etwa eine Zahlung oder eine nie bezahlte Bestellung",
    CUSTOMER_LOOKS_NUMERIC_ROUNDED: "Kundennummer von der Tabellenkalkulation gerundet",
    TOO_MANY_FIELDS: "zu viele Felder",
    TOO_FEW_FIELDS: "zu wenige Felder",
    ROW_TOO_LONG: "Zeile zu lang",
    QUOTE_NOT_CLOSED: "Anführungszeichen nie geschlossen",
    NUL_BYTE: "enthält ein NUL-Byte",
    ENCODING_BROKEN: "Zeichen nicht lesbar",
    JSON_UNREADABLE: "kein gültiges JSON",
  },
};
