import type { potentialTexts as en } from "./potential-en.ts";

/** Was die Befehlszeile über Ist- und Vergleichswert sagt. */
export const potentialTexts: typeof en = {
  caption: (basis) =>
    `Jahresumsatz (${basis}: letzte 12 Monate und 12 × Entgelte laufender Verträge) neben dem, was vier von fünf vergleichbaren Kunden nicht überschreiten. Ein Vergleich, kein Versprechen: vier Fünftel liegen immer darunter.`,
  none: "Niemand hat in den letzten zwölf Monaten gekauft oder zahlt für einen Vertrag.",
  kind: "Art",
  tenure: "Kunde seit",
  entry: "Einstieg",
  business: "Firma",
  customers: "Kunden",
  below: "darunter",
  actual: "Ist",
  reached: "vergleichbar",
  gap: "Abstand",
  wallet: "anderswo ausgegeben",
  customer: "Kunde",
  compared: "verglichen mit",
  all: "alle",
  unknown: "unbekannt",
  shown: (shown, all) => `${shown} von ${all} Gruppen, die größten Abstände zuerst`,
  kinds: { shop: "Käufer", contract: "Verträge" },
  tenures: {
    months_3: "bis 3 Monate",
    year_1: "bis 1 Jahr",
    years_2: "bis 2 Jahre",
    years_4: "bis 4 Jahre",
    longer: "über 4 Jahre",
  },
  businesses: { business: "Firma", private: "privat" },
  levels: {
    1: "gleich lange Beziehung, gleicher Einstieg, gleiche Kundenart",
    2: "gleich lange Beziehung, gleicher Einstieg",
    3: "gleich lange Beziehung",
    4: "alle dieser Art",
  },
  told: (actual, reached, gap, compared, level) =>
    `Neben vergleichbaren Kunden: ${actual} im Jahr, vier von fünf der ${compared} erreichen höchstens ${reached} (${level}); Abstand ${gap}. Ein Vergleich, kein Versprechen.`,
  tooFew: (actual) => `${actual} im Jahr; zu wenige Kunden für einen Vergleich.`,
  walletTold: (share, gap) =>
    `Laut Kundenstamm sind ${share} der Ausgaben des Kunden unsere; ${gap} im Jahr gehen anderswohin.`,
};
