import type { healthTexts as en, healthStepsEn } from "./health-en.ts";

/** Was die Befehlszeile über die Gesundheit von Kunden sagt. */
export const healthTexts: typeof en = {
  none: "Noch ist kein Monat vollständig; deshalb gibt es noch keinen Gesundheitswert.",
  caption: (day) => `Kundengesundheit am ${day}`,
  kind: "Kunden",
  band: "Ampel",
  count: "Anzahl",
  score: "Wert im Mittel",
  kinds: { shop: "Käufer", contract: "Verträge" },
  bands: { red: "rot", yellow: "gelb", green: "grün", none: "kein Wert" },
  bounds: (red, green, coverage) =>
    `rot unter ${red}, grün ab ${green}; kein Wert, wo weniger als ${coverage} der Gewichte bekannt sind`,
  part: "Teil",
  from: "gemessen an",
  worst: "0 Punkte bei",
  best: "100 Punkte bei",
  weight: "Gewicht",
  value: "Messwert",
  points: "Punkte",
  share: "Anteil",
  missing: (parts) => `Ohne Daten in diesem Arbeitsbereich: ${parts}`,
  proof: (months) =>
    `Abwanderung in den ${months} Monaten nach dem Wert, an der eigenen Vergangenheit (95-%-Intervalle)`,
  origin: "Wert vom",
  customers: "Kunden",
  churned: "abgewandert",
  auc: "AUC des Werts",
  days: "AUC der Tage allein",
  verdict: "Urteil",
  verdicts: {
    foresees: "sieht Abwanderung voraus",
    "not-proven": "nicht belegt",
    "too-few": "zu wenige gingen oder blieben",
  },
  noProof: "Die Geschichte ist zu kurz, um den Wert an der späteren Abwanderung zu prüfen.",
  rate: "Anteil abgewandert",
  reading:
    "AUC: Wahrscheinlichkeit, dass ein gebliebener Kunde den höheren Wert hatte; 50 % ist Zufall. Tage allein: seit dem letzten Kauf, oder seit Vertragsbeginn.",
  customer: (band, score, day, coverage) =>
    `Gesundheit am ${day}: ${band}, ${score} von 100 (${coverage} der Gewichte bekannt)`,
  noScore: (day, coverage) =>
    `Gesundheit am ${day}: kein Wert, nur ${coverage} der Gewichte sind bekannt`,
  parts: {
    recency: "letzter Kauf",
    frequency: "Käufe in 12 Monaten",
    returns: "Retourenanteil",
    response: "Reaktion auf Kampagnen",
    usage_recency: "letzte Nutzung",
    usage_trend: "Nutzungstrend",
    tenure: "Vertragsdauer",
    pause: "Pause",
    nps: "NPS",
    csat: "CSAT",
    resolution: "Lösungszeit",
  },
};

/** Was ein Lauf dabei sagt. */
export const healthStepsDe: Readonly<Record<keyof typeof healthStepsEn, string>> = {
  customer_health: "Kundengesundheit zu Monatsenden",
  health_report: "Prüfung der Kundengesundheit an späterer Abwanderung",
};
