import { amountText, made, noSale, type Preset, parseNumber, type SourceRow } from "./preset.ts";

/** Personal accounts of customers are one digit longer than others and begin with 1 to 6. */
const CUSTOMER = /^[1-6]\d{4,8}$/;
/** Revenue accounts of SKR 03 (8…) and SKR 04 (4…). */
const REVENUE = /^[48]\d{3,7}$/;

/**
 * DATEV, EXTF batch of postings: two lines of header, semicolons, decimal commas. What is posted
 * between a customer's account and a revenue account is a sale, gross of tax: Soll on the customer
 * counts positive, Haben negative. Payments are none. Days come without their year, which the
 * first line holds.
 */
export const DATEV: Preset = {
  name: "datev",
  kind: "csv",
  table: "orders",
  header: ["soll_haben_kennzeichen", "konto", "belegdatum"],
  decimal: "comma",
  roles: ["order", "customer", "time", "gross", "currency"],
  open({ decimal, above }) {
    const year = yearOf(above);
    return {
      take(row) {
        const account = row.text("Konto");
        const contra = row.text("Gegenkonto (ohne BU-Schlüssel)") || row.text("Gegenkonto");
        const isDirect = CUSTOMER.test(account) && REVENUE.test(contra);
        if (!isDirect && !(CUSTOMER.test(contra) && REVENUE.test(account))) return [noSale(row)];
        const isDebit = row.text("Soll/Haben-Kennzeichen").toUpperCase() === "S";
        const text = row.text("Umsatz (ohne Soll/Haben-Kz)") || row.text("Umsatz");
        const value = parseNumber(text, decimal);
        return [
          made(row, {
            order: row.text("Belegfeld 1"),
            customer: isDirect ? account : contra,
            time: dayOf(row, year),
            gross: Number.isNaN(value) ? text : amountText(isDebit === isDirect ? value : -value),
            currency: row.text("WKZ Umsatz"),
          }),
        ];
      },
    };
  },
};

/** The first day of the fiscal year and of the batch: fields 13 and 15 of the first line. */
function yearOf(above: string): { year: number; month: number } {
  const fields = above.split(/\r?\n/)[0]?.split(";") ?? [];
  const day =
    /^"?(\d{4})(\d{2})\d{2}/.exec(fields[12] ?? "") ??
    /^"?(\d{4})(\d{2})\d{2}/.exec(fields[14] ?? "");
  return { year: Number(day?.[1] ?? Number.NaN), month: Number(day?.[2] ?? 1) };
}

/** TTMM, the zero in front often lost. A fiscal year that begins in July ends in the next year. */
function dayOf(row: SourceRow, { year, month: first }: { year: number; month: number }): string {
  const text = row.text("Belegdatum");
  const parts = /^(\d{1,2})(\d{2})$/.exec(text);
  if (!parts || Number.isNaN(year)) return text;
  const month = Number(parts[2]);
  const day = (parts[1] ?? "").padStart(2, "0");
  return `${month < first ? year + 1 : year}-${parts[2]}-${day}`;
}
