import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family: Family = {
  family: "potential",
  unit: "money",
  basis: "revenue",
  dimensions: CUSTOMER_DIMENSIONS,
  periods: ["total"],
};

/** What customers bring beside what comparable customers bring: sql/potential. */
export const potential: readonly Figure[] = [
  defineFigure(
    "actual_value",
    family,
    [
      "annual revenue of today's customers",
      "Revenue of the last twelve months and twelve times the fees of contracts that run, of all customers who can be compared with at least 30 others",
      "revenue of 12 months + 12 × monthly fees",
      "300 € bought and a contract at 10 €: 300 + 120 = 420 €",
    ],
    [
      "Jahresumsatz heutiger Kunden",
      "Umsatz der letzten zwölf Monate und das Zwölffache der Entgelte laufender Verträge, von allen Kunden, die mit mindestens 30 anderen vergleichbar sind",
      "Umsatz aus 12 Monaten + 12 × Monatsentgelte",
      "300 € gekauft und ein Vertrag zu 10 €: 300 + 120 = 420 €",
    ],
  ),
  defineFigure(
    "potential_gap",
    family,
    [
      "gap to comparable customers",
      "Sum of what is missing to the annual revenue that four of five comparable customers do not exceed: same length of relationship, same entry category or plan, business or private. A comparison, no promise: four fifths will always lie below",
      "Σ max(0, 80th percentile of the group − actual)",
      "a group of 10, 20, 30, 40 and 100 €: its 80th percentile is 40; 30 + 20 + 10 + 0 + 0 = 60 €",
    ],
    [
      "Abstand zu vergleichbaren Kunden",
      "Summe dessen, was zum Jahresumsatz fehlt, den vier von fünf vergleichbaren Kunden nicht überschreiten: gleich lange Beziehung, gleiche Einstiegskategorie oder gleicher Tarif, Firma oder privat. Ein Vergleich, kein Versprechen: vier Fünftel liegen immer darunter",
      "Σ max(0, 80. Perzentil der Gruppe − Ist)",
      "eine Gruppe mit 10, 20, 30, 40 und 100 €: 80. Perzentil 40; 30 + 20 + 10 + 0 + 0 = 60 €",
    ],
  ),
  defineFigure(
    "potential_gap_share",
    { ...family, unit: "share" },
    [
      "gap as a share of what is comparable",
      "The gap to comparable customers as a share of actual value and gap together",
      "gap ÷ (actual + gap)",
      "200 € actual and 60 € gap: 60 ÷ 260 = 23 %",
    ],
    [
      "Abstand als Anteil des Vergleichbaren",
      "Der Abstand zu vergleichbaren Kunden als Anteil von Istwert und Abstand zusammen",
      "Abstand ÷ (Ist + Abstand)",
      "200 € Ist und 60 € Abstand: 60 ÷ 260 = 23 %",
    ],
  ),
];
