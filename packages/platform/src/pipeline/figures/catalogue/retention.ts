import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "retention",
  unit: "share",
  basis: "none",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["month", "quarter", "year"],
};
const counted: Family = { ...family, family: "customers", unit: "count" };

/** Who is a customer, who came back and who left: sql/figures/figure_customers.sql. */
export const retention: readonly Figure[] = [
  defineFigure(
    "active_customers",
    counted,
    [
      "active customers",
      "Customers with a purchase in the 12 months before the end of the period (setting inactiveMonths). Told after 12 months of history, for complete periods",
      "number of customers",
      "bought on 1 March 2025: active at every month end until February 2026",
    ],
    [
      "Bestandskunden",
      "Kunden mit einem Kauf in den 12 Monaten vor dem Ende der Periode (Einstellung inactiveMonths). Ab 12 Monaten Geschichte, für volle Perioden",
      "Zahl der Kunden",
      "kaufte am 1. März 2025: Bestandskunde an jedem Monatsende bis Februar 2026",
    ],
  ),
  defineFigure(
    "lost_customers",
    counted,
    [
      "lost customers",
      "Customers who stopped being active in the period",
      "active at a month end, not at the next",
      "last purchase in March 2025: lost in March 2026",
    ],
    [
      "verlorene Kunden",
      "Kunden, die in der Periode aufhörten, Bestandskunden zu sein",
      "an einem Monatsende Bestandskunde, am nächsten nicht",
      "letzter Kauf im März 2025: verloren im März 2026",
    ],
  ),
  defineFigure(
    "reactivated_customers",
    counted,
    [
      "reactivated customers",
      "Customers who had been lost and bought again in the period",
      "number of customers",
      "lost in March 2026, bought in May 2026: reactivated in May",
    ],
    [
      "zurückgewonnene Kunden",
      "Kunden, die verloren waren und in der Periode wieder kauften",
      "Zahl der Kunden",
      "verloren im März 2026, Kauf im Mai 2026: im Mai zurückgewonnen",
    ],
  ),
  defineFigure(
    "churn_rate",
    family,
    [
      "churn rate (12 months)",
      "Customers lost in the 12 months to the end of the period, by the mean of the 13 counts at month ends from a year ago until now (setting churnAverage: or the mean of the first and the last). Needs 24 months of history, for before that nobody knows who had been a customer",
      "lost in 12 months ÷ mean of 13 month-end counts of active customers",
      "3 lost; counts 5 4 3 3 3 4 3 3 4 4 4 4 4, mean 48 ÷ 13: 3 ÷ 3.69 = 81.3 %",
    ],
    [
      "Abwanderungsrate (12 Monate)",
      "Verlorene Kunden der 12 Monate bis zum Ende der Periode, bezogen auf das Mittel der 13 Bestände an den Monatsenden von vor einem Jahr bis jetzt (Einstellung churnAverage: oder das Mittel aus erstem und letztem). Braucht 24 Monate Geschichte, denn vorher weiß niemand, wer schon Kunde war",
      "verloren in 12 Monaten ÷ Mittel der 13 Monatsend-Bestände",
      "3 verloren; Bestände 5 4 3 3 3 4 3 3 4 4 4 4 4, Mittel 48 ÷ 13: 3 ÷ 3,69 = 81,3 %",
    ],
  ),
  defineFigure(
    "retention_rate",
    family,
    [
      "retention rate (12 months)",
      "Of those who were active a year ago, who is active now; who left and came back in between counts as kept. Not one less the churn rate: that one also counts customers won and lost within the year, and has another denominator",
      "active then and now ÷ active 12 months ago",
      "5 were active, 3 of them are: 60 %",
    ],
    [
      "Kundenbindungsrate (12 Monate)",
      "Wer von den Bestandskunden von vor einem Jahr es heute ist; wer dazwischen ging und wiederkam, gilt als gehalten. Nicht eins weniger Abwanderungsrate: die zählt auch Kunden, die im Jahr kamen und gingen, und hat einen anderen Nenner",
      "Bestandskunden damals und jetzt ÷ Bestandskunden vor 12 Monaten",
      "5 waren es, 3 davon sind es: 60 %",
    ],
  ),
  defineFigure(
    "repeat_rate",
    family,
    [
      "repeat rate",
      "Of the buyers of the last 12 months, who bought on at least two days",
      "customers with two or more purchases ÷ customers with one or more",
      "4 buyers, one of them twice: 25 %",
    ],
    [
      "Wiederkaufrate",
      "Wer von den Käufern der letzten 12 Monate an mindestens zwei Tagen kaufte",
      "Kunden mit zwei oder mehr Käufen ÷ Kunden mit mindestens einem",
      "4 Käufer, einer davon zweimal: 25 %",
    ],
  ),
  defineFigure(
    "purchase_frequency",
    { ...family, unit: "number" },
    [
      "purchase frequency",
      "Purchases of a buyer in the last 12 months",
      "purchases ÷ customers with a purchase",
      "5 purchases of 4 buyers: 1.25",
    ],
    [
      "Kaufhäufigkeit",
      "Käufe eines Käufers in den letzten 12 Monaten",
      "Käufe ÷ Kunden mit einem Kauf",
      "5 Käufe von 4 Käufern: 1,25",
    ],
  ),
  defineFigure(
    "order_frequency",
    { ...family, unit: "number" },
    [
      "order frequency",
      "Orders of a buyer in the last 12 months; times the average order value it is what a buyer spends a year",
      "orders ÷ customers with a purchase",
      "6 orders of 4 buyers: 1.5",
    ],
    [
      "Bestellhäufigkeit",
      "Bestellungen eines Käufers in den letzten 12 Monaten; mal Bestellwert ergibt sie, was ein Käufer im Jahr ausgibt",
      "Bestellungen ÷ Kunden mit einem Kauf",
      "6 Bestellungen von 4 Käufern: 1,5",
    ],
  ),
];
