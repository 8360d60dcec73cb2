import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "acquisition",
  unit: "money",
  basis: "costs",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["month", "quarter", "year", "total"],
};
const worth: Family = { ...family, family: "worth", basis: "contribution" };

/** What it costs to win customers, and what they are worth: figure_acquisition, figure_worth. */
export const acquisition: readonly Figure[] = [
  defineFigure(
    "new_customers",
    { ...family, unit: "count", basis: "none" },
    [
      "new customers",
      "Customers with their first purchase, or the first paid day of their first contract, in the period",
      "number of customers",
      "registered in January, bought in March: new in March",
    ],
    [
      "Neukunden",
      "Kunden, deren erster Kauf oder erster bezahlter Vertragstag in der Periode liegt",
      "Zahl der Kunden",
      "im Januar angemeldet, im März gekauft: neu im März",
    ],
  ),
  defineFigure(
    "acquisition_cost",
    family,
    [
      "acquisition cost",
      "What was spent to win customers, each cost once: costs of kind acquisition by their days, in equal parts to the new customers of their month and channel; the cost in a customer's own record only where nothing was spent in that month on that channel",
      "sum of the costs",
      "90 for SEA (2 customers), 12 in the record of an organic one: 102",
    ],
    [
      "Akquisitionskosten",
      "Was ausgegeben wurde, um Kunden zu gewinnen, jede Ausgabe einmal: Kosten der Art Akquise nach ihren Tagen, zu gleichen Teilen auf die Neukunden ihres Monats und Kanals; die Kosten im Kundenstamm nur, wo in dem Monat für den Kanal nichts ausgegeben wurde",
      "Summe der Kosten",
      "90 für SEA (2 Kunden), 12 im Stamm eines organischen: 102",
    ],
  ),
  defineFigure(
    "cac",
    family,
    [
      "customer acquisition cost (CAC)",
      "What it cost to win a customer",
      "acquisition cost ÷ new customers",
      "112 ÷ 3 = 37.33",
    ],
    [
      "Akquisitionskosten je Neukunde (CAC)",
      "Was es kostete, einen Kunden zu gewinnen",
      "Akquisitionskosten ÷ Neukunden",
      "112 ÷ 3 = 37,33",
    ],
  ),
  defineFigure(
    "clv_revenue",
    { ...worth, basis: "revenue", interval: 0.8 },
    [
      "total value, revenue",
      "Mean of what the customers won in the period have spent so far, and of the present value of what they are foreseen to spend within the longest horizon; in total, of all customers. By the method of the run, before acquisition cost",
      "(revenue so far + discounted forecast) ÷ customers",
      "100 so far and 160 ahead: 260",
    ],
    [
      "Gesamtwert, Umsatz",
      "Mittel dessen, was die in der Periode gewonnenen Kunden bisher ausgaben, und des Barwerts dessen, was sie im längsten Horizont ausgeben dürften; insgesamt über alle Kunden. Nach der Methode des Laufs, vor Akquisitionskosten",
      "(bisheriger Umsatz + abgezinste Prognose) ÷ Kunden",
      "bisher 100 und künftig 160: 260",
    ],
  ),
  defineFigure(
    "clv_contribution",
    { ...worth, interval: 0.8 },
    [
      "total value, contribution",
      "The same in contribution",
      "(contribution so far + discounted forecast) ÷ customers",
      "40 so far and 80 ahead: 120",
    ],
    [
      "Gesamtwert, Deckungsbeitrag",
      "Dasselbe als Deckungsbeitrag",
      "(bisheriger Deckungsbeitrag + abgezinste Prognose) ÷ Kunden",
      "bisher 40 und künftig 80: 120",
    ],
  ),
  defineFigure(
    "clv_cac",
    { ...worth, unit: "ratio", interval: 0.8 },
    [
      "CLV : CAC",
      "What customers bring for each unit of money it cost to win them. Below 1 they are a loss (alert); the setting clvCacTarget, 3 by default, is what it should reach",
      "total value in contribution ÷ CAC",
      "120 ÷ 30 = 4",
    ],
    [
      "CLV : CAC",
      "Was Kunden für jede Geldeinheit bringen, die ihre Gewinnung kostete. Unter 1 sind sie ein Verlust (Alarm); die Einstellung clvCacTarget, sonst 3, ist das Ziel",
      "Gesamtwert als Deckungsbeitrag ÷ CAC",
      "120 ÷ 30 = 4",
    ],
  ),
  defineFigure(
    "payback_month",
    { ...worth, unit: "months", periods: ["month", "quarter", "year"] },
    [
      "payback month",
      "Months after the first purchase until the customers won in the period had brought what they cost; 0 is the month of the purchase. Not told while they have not",
      "first month with cumulative contribution per customer ≥ CAC",
      "CAC 40; 35 a customer in month 0, 40 in month 1: 1",
    ],
    [
      "Amortisationsmonat",
      "Monate nach dem ersten Kauf, bis die in der Periode gewonnenen Kunden brachten, was sie kosteten; 0 ist der Monat des Kaufs. Fehlt, solange es nicht so weit ist",
      "erster Monat mit kumuliertem Deckungsbeitrag je Kunde ≥ CAC",
      "CAC 40; 35 je Kunde im Monat 0, 40 im Monat 1: 1",
    ],
  ),
];
