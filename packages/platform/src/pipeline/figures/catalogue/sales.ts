import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "sales",
  unit: "money",
  basis: "revenue",
  dimensions: [...CUSTOMER_DIMENSIONS, "channel", "category"],
  periods: ["week", "month", "quarter", "year", "total"],
};
const counted: Family = { ...family, unit: "count", basis: "none" };

/** What was sold: sql/figures/figure_sales.sql. */
export const sales: readonly Figure[] = [
  defineFigure(
    "revenue",
    family,
    [
      "revenue",
      "What customers paid, less what they sent back. A return counts in the period of its purchase; orders without a customer or an exchange rate are left out",
      "sum of all order lines and their returns",
      "60 + 40 + 50 bought, 20 of it sent back later: 130",
    ],
    [
      "Umsatz",
      "Was Kunden bezahlt haben, abzüglich dessen, was sie zurückgaben. Eine Rückgabe zählt in der Periode ihres Kaufs; Bestellungen ohne Kunden oder ohne Wechselkurs bleiben außen vor",
      "Summe aller Bestellzeilen und ihrer Rückgaben",
      "60 + 40 + 50 gekauft, später 20 davon zurückgegeben: 130",
    ],
  ),
  defineFigure(
    "orders",
    { ...counted, dimensions: [...CUSTOMER_DIMENSIONS, "channel"] },
    [
      "orders",
      "Orders of which something was kept",
      "number of orders on days with a purchase",
      "two orders on one day and one on another: 3",
    ],
    [
      "Bestellungen",
      "Bestellungen, von denen etwas behalten wurde",
      "Zahl der Bestellungen an Tagen mit einem Kauf",
      "zwei Bestellungen an einem Tag, eine an einem anderen: 3",
    ],
  ),
  defineFigure(
    "purchases",
    counted,
    [
      "purchases",
      "Days on which a customer bought something and kept it",
      "number of pairs of customer and day",
      "two orders on one day and one on another: 2",
    ],
    [
      "Käufe",
      "Tage, an denen ein Kunde etwas kaufte und behielt",
      "Zahl der Paare aus Kunde und Tag",
      "zwei Bestellungen an einem Tag, eine an einem anderen: 2",
    ],
  ),
  defineFigure(
    "buyers",
    counted,
    [
      "buyers",
      "Customers with at least one purchase in the period",
      "number of customers",
      "Ann bought in January and February: one buyer of the quarter",
    ],
    [
      "Käufer",
      "Kunden mit mindestens einem Kauf in der Periode",
      "Zahl der Kunden",
      "Anna kaufte im Januar und im Februar: eine Käuferin des Quartals",
    ],
  ),
  defineFigure(
    "average_order_value",
    { ...family, dimensions: [...CUSTOMER_DIMENSIONS, "channel"] },
    [
      "average order value (AOV)",
      "Revenue of an order, returns taken off",
      "revenue of days with a purchase ÷ orders",
      "130 ÷ 3 orders = 43.33",
    ],
    [
      "durchschnittlicher Bestellwert",
      "Umsatz je Bestellung nach Rückgaben",
      "Umsatz der Tage mit einem Kauf ÷ Bestellungen",
      "130 ÷ 3 Bestellungen = 43,33",
    ],
  ),
  defineFigure(
    "contribution",
    { ...family, basis: "contribution" },
    [
      "contribution (DB I)",
      "Revenue less the cost of goods; where a day's cost is not known, its revenue times the margin rate",
      "revenue − cost",
      "100 − 60, and 50 × 30 %: 55",
    ],
    [
      "Deckungsbeitrag I",
      "Umsatz abzüglich der Warenkosten; wo die Kosten eines Tages fehlen, sein Umsatz mal Deckungsbeitragsquote",
      "Umsatz − Kosten",
      "100 − 60 und 50 × 30 %: 55",
    ],
  ),
  defineFigure(
    "margin",
    { ...family, unit: "share", basis: "contribution" },
    [
      "contribution margin",
      "Share of revenue that is contribution",
      "contribution ÷ revenue",
      "55 ÷ 150 = 36.7 %",
    ],
    [
      "Deckungsbeitragsquote",
      "Anteil des Umsatzes, der Deckungsbeitrag ist",
      "Deckungsbeitrag ÷ Umsatz",
      "55 ÷ 150 = 36,7 %",
    ],
  ),
];
