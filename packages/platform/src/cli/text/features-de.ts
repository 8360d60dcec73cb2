import type { featureTexts as en } from "./features-en.ts";

/** Was die Befehlszeile über Merkmale sagt. */
export const featureTexts: typeof en = {
  name: "Merkmal",
  family: "Bereich",
  unit: "Einheit",
  meaning: "Bedeutung",
  coverage: "bekannt",
  values: "Werte",
  gain: "Gewinn",
  interval: "95-%-Intervall",
  caption: (customers, periodEnd, count) =>
    `${count} Merkmale von ${customers} Kunden, Stand ${periodEnd}`,
  judged: (n) =>
    `Gewinn: Anteil der Poisson-Devianz der Käufe vom ${n.judged} bis ${n.until} (${n.purchases} Käufe, ${n.customers} Kunden), den das Merkmal dem jüngsten Kauftempo abnimmt, gelernt am ${n.learnt}. Von Merkmalen, die nichts beitragen, scheint etwa jedes vierzigste etwas beizutragen.`,
  tooLittle: "Kein Gewinn messbar: Dafür braucht es sieben Monatsenden und 50 Käufe im Quartal.",
  noGain: "keiner belegt",
  none: "Noch ist kein Monat vollständig; deshalb gibt es noch kein Kundenbild.",
  unused: "ungenutzte Spalten",
  reasons: {
    CONSTANT: "bei allen gleich",
    TOO_MANY_VALUES: "zu viele verschiedene Werte für Gruppen",
    EMPTY: "ohne Werte",
    NAMES_A_PERSON: "benennt eine Person und sagt nichts über ihr Kaufen",
    NOT_YET_VALID: "gilt erst nach dem letzten Kundenbild",
    NO_FEATURE: "kein Merkmal liest sie",
  },
  families: {
    demographic: "Demografie",
    behavioural: "Verhalten",
    usage: "Nutzung",
    service: "Service",
    satisfaction: "Zufriedenheit",
    marketing: "Marketing",
  },
  units: {
    count: "Anzahl",
    currency: "Währung",
    days: "Tage",
    "days squared": "Tage²",
    years: "Jahre",
    minutes: "Minuten",
    share: "Anteil",
    score: "Note",
    quantity: "Menge",
    text: "Text",
  },
};
