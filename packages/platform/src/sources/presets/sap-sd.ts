import { made, noSale, type Preset, signedText, withoutZeros } from "./preset.ts";

/** Kinds of billing documents (VBTYP) by the sign their positive values have in sales. */
const SIGNS: Readonly<Record<string, 1 | -1>> = { M: 1, P: 1, S: 1, "5": 1, O: -1, N: -1, "6": -1 };

/**
 * SAP SD billing, VBRK joined to VBRP: a row a position. NETWR is net. Credit memos (O) and
 * cancellations of invoices (N) have positive values and count negative; the cancellation of a
 * credit memo (S) counts positive. Pro forma invoices (U) and orders are no sales. Numbers lose
 * the zeros that fill them up.
 */
export const SAP_SD: Preset = {
  name: "sap-sd",
  kind: "csv",
  table: "orders",
  basis: "net",
  header: ["vbeln", "fkdat", "netwr"],
  oneOf: ["kunag", "kunrg", "kunnr"],
  amounts: ["NETWR"],
  roles: [
    "order",
    "line",
    "customer",
    "time",
    "product",
    "category",
    "quantity",
    "amount",
    "tax",
    "cost",
    "currency",
    "channel",
    "returnOf",
  ],
  open: ({ decimal }) => ({
    take(row) {
      const kind = row.text("VBTYP") || "M";
      const sign = SIGNS[kind];
      if (!sign) return [noSale(row)];
      const value = (column: string) => signedText(row.text(column), decimal, sign);
      return [
        made(row, {
          order: withoutZeros(row.text("VBELN")),
          line: withoutZeros(row.text("POSNR")),
          customer: withoutZeros(row.text("KUNAG") || row.text("KUNRG") || row.text("KUNNR")),
          time: row.text("FKDAT"),
          product: withoutZeros(row.text("MATNR")),
          category: row.text("MATKL"),
          quantity: value("FKIMG"),
          amount: value("NETWR"),
          tax: value("MWSBP"),
          cost: value("WAVWR"),
          currency: row.text("WAERK"),
          channel: row.text("VTWEG"),
          returnOf: sign < 0 ? withoutZeros(row.text("SFAKN") || row.text("VGBEL")) : "",
        }),
      ];
    },
  }),
};
