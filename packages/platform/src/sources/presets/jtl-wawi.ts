import { amountText, made, type Preset, parseNumber, signedText } from "./preset.ts";

const first = (text: (column: string) => string, ...names: string[]) =>
  names.map(text).find((value) => value !== "") ?? "";

/**
 * JTL-Ameise: a row a position of orders, invoices or corrections of invoices. The user chooses
 * the fields; these are their names. Corrections come in a file of their own and count negative.
 */
export const JTL_WAWI: Preset = {
  name: "jtl-wawi",
  kind: "csv",
  table: "orders",
  basis: "net",
  header: ["kundennummer", "artikelnummer"],
  oneOf: ["vk_netto", "einzelpreis_netto", "vk_brutto", "vk_preis_netto", "preis_netto"],
  amounts: ["VK Netto", "VK Brutto", "Einzelpreis Netto", "Preis Netto"],
  roles: [
    "order",
    "customer",
    "time",
    "product",
    "quantity",
    "amount",
    "currency",
    "cost",
    "returnOf",
  ],
  open: ({ decimal }) => ({
    take(row) {
      const text = (column: string) => row.text(column);
      const correction = first(text, "Rechnungskorrekturnummer", "Gutschriftnummer");
      const sign = correction === "" ? 1 : -1;
      const order = first(text, "Rechnungsnummer", "Auftragsnummer", "Bestellnummer");
      const quantity = parseNumber(first(text, "Menge", "Anzahl"), decimal);
      const tax = parseNumber(first(text, "Steuersatz", "MwSt", "USt"), decimal);
      const net = first(text, "VK Netto", "Einzelpreis Netto", "VK-Preis Netto", "Preis Netto");
      const gross = parseNumber(text("VK Brutto"), decimal);
      const price = net === "" ? gross / (1 + tax / 100) : parseNumber(net, decimal);
      const unitCost = parseNumber(
        first(text, "EK Netto", "EK-Preis Netto", "Einkaufspreis"),
        decimal,
      );
      const amount = price * quantity * sign;
      const times = (value: number) => (Number.isNaN(value) ? "" : amountText(value));
      return [
        made(row, {
          order: correction || order,
          customer: text("Kundennummer"),
          time: first(
            text,
            "Rechnungskorrekturdatum",
            "Gutschriftdatum",
            "Rechnungsdatum",
            "Auftragsdatum",
            "Bestelldatum",
            "Erstelldatum",
            "Datum",
          ),
          product: text("Artikelnummer"),
          quantity: signedText(first(text, "Menge", "Anzahl"), decimal, sign),
          // What is no number is refused with its text.
          amount: Number.isNaN(amount) ? net || text("VK Brutto") : amountText(amount),
          currency: first(text, "Währung", "Waehrung"),
          cost: times(unitCost * quantity * sign),
          returnOf: correction === "" ? "" : order,
        }),
      ];
    },
  }),
};
