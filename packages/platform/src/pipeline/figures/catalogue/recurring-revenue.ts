import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";
import { mrrMovements } from "./mrr-movements.ts";

const family: Family = {
  family: "recurring-revenue",
  unit: "money",
  basis: "fees",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["month", "quarter", "year"],
};
const rate: Family = { ...family, unit: "share" };

/** What contracts bring each month, and how it moves: sql/figures/figure_recurring.sql. */
export const recurringRevenue: readonly Figure[] = [
  defineFigure(
    "mrr",
    family,
    [
      "monthly recurring revenue (MRR)",
      "Monthly fees of the contracts that run at the end of the period; pauses and trials count nothing",
      "sum of monthly fees",
      "100 customers at 100 a month: 10 000, and 120 000 in twelve months",
    ],
    [
      "monatlich wiederkehrender Umsatz (MRR)",
      "Monatsbeiträge der Verträge, die am Ende der Periode laufen; Pausen und Probezeiten zählen nichts",
      "Summe der Monatsbeiträge",
      "100 Kunden mit 100 im Monat: 10 000, in zwölf Monaten 120 000",
    ],
  ),
  defineFigure(
    "mrr_opening",
    family,
    [
      "MRR at the beginning",
      "MRR at the end of the period before",
      "MRR − all movements",
      "closing 240 with +60 and −200: opened at 380",
    ],
    [
      "MRR zu Beginn",
      "MRR am Ende der Vorperiode",
      "MRR − alle Bewegungen",
      "Ende 240 mit +60 und −200: Beginn 380",
    ],
  ),
  ...mrrMovements(family),
  defineFigure(
    "subscribers",
    { ...family, unit: "count", basis: "none" },
    [
      "paying customers",
      "Customers with a fee at the end of the period",
      "number of customers",
      "A, D and E pay: 3",
    ],
    [
      "zahlende Kunden",
      "Kunden mit einem Beitrag am Ende der Periode",
      "Zahl der Kunden",
      "A, D und E zahlen: 3",
    ],
  ),
  defineFigure(
    "arpa",
    family,
    [
      "revenue per account (ARPA)",
      "MRR of a paying customer",
      "MRR ÷ paying customers",
      "240 ÷ 3 = 80",
    ],
    [
      "Umsatz je Kunde (ARPA)",
      "MRR eines zahlenden Kunden",
      "MRR ÷ zahlende Kunden",
      "240 ÷ 3 = 80",
    ],
  ),
  defineFigure(
    "nrr",
    rate,
    [
      "net revenue retention (NRR, 12 months)",
      "What those who paid 12 months ago pay now, rises included. New customers are left out",
      "their MRR now ÷ their MRR then",
      "100, 100, 50 then; 130, 0, 40 now: 170 ÷ 250 = 68 %",
    ],
    [
      "Netto-Umsatzbindung (NRR, 12 Monate)",
      "Was die heute zahlen, die vor 12 Monaten zahlten, samt Erhöhungen. Neue Kunden bleiben außen vor",
      "ihr MRR jetzt ÷ ihr MRR damals",
      "damals 100, 100, 50; jetzt 130, 0, 40: 170 ÷ 250 = 68 %",
    ],
  ),
  defineFigure(
    "grr",
    rate,
    [
      "gross revenue retention (GRR, 12 months)",
      "The same without rises: nobody counts for more than 12 months ago",
      "sum of the lesser of MRR now and then ÷ MRR then",
      "100, 100, 50 then; 130, 0, 40 now: 140 ÷ 250 = 56 %",
    ],
    [
      "Brutto-Umsatzbindung (GRR, 12 Monate)",
      "Dasselbe ohne Erhöhungen: niemand zählt mehr als vor 12 Monaten",
      "Summe des kleineren aus MRR jetzt und damals ÷ MRR damals",
      "damals 100, 100, 50; jetzt 130, 0, 40: 140 ÷ 250 = 56 %",
    ],
  ),
  defineFigure(
    "revenue_churn_rate",
    rate,
    [
      "revenue churn",
      "Share of the MRR at the beginning of the period that was lost by churn and contraction",
      "−(churn + contraction) ÷ MRR at the beginning",
      "200 ÷ 380 = 52.6 %",
    ],
    [
      "Umsatzabwanderung",
      "Anteil des MRR zu Beginn der Periode, der durch Abwanderung und Rückgang verloren ging",
      "−(Abwanderung + Rückgang) ÷ MRR zu Beginn",
      "200 ÷ 380 = 52,6 %",
    ],
  ),
  defineFigure(
    "subscriber_loss_rate",
    rate,
    [
      "contractual churn in the period",
      "Share of those who paid at the beginning of the period and pay nothing at its end",
      "paying customers lost ÷ paying customers at the beginning",
      "1 of 3: 33.3 %",
    ],
    [
      "vertragliche Abwanderung der Periode",
      "Anteil derer, die zu Beginn der Periode zahlten und am Ende nichts mehr",
      "verlorene zahlende Kunden ÷ zahlende Kunden zu Beginn",
      "1 von 3: 33,3 %",
    ],
  ),
  defineFigure(
    "subscriber_churn_rate",
    rate,
    [
      "contractual churn rate (12 months)",
      "The churn rate of 12 months for contracts, by the same rule of averaging",
      "paying customers lost in 12 months ÷ mean of 13 month-end counts",
      "1 lost, mean 43 ÷ 13: 30.2 %",
    ],
    [
      "vertragliche Abwanderungsrate (12 Monate)",
      "Die Abwanderungsrate über 12 Monate für Verträge, mit derselben Regel des Mittelns",
      "in 12 Monaten verlorene zahlende Kunden ÷ Mittel der 13 Monatsend-Bestände",
      "1 verloren, Mittel 43 ÷ 13: 30,2 %",
    ],
  ),
];
