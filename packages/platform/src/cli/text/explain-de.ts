import type { explainTexts as english } from "./explain-en.ts";

/** Was `explain` über die Kette hinaus sagt. */
export const explainTexts: typeof english = {
  method: (n) =>
    `${n.customer}: ${n.total} über die nächsten ${n.months} Monate und bisher, nach ${n.method}.`,
  extrapolated:
    "Der Zeitraum ist länger als die Vergangenheit: Die Vorhersage ist fortgeschrieben.",
  noServiceCost: "Betreuungskosten der Kunden sind nicht bekannt: Es werden keine abgezogen.",
  BUYS_TODAY: (n) => `Ein weiterer Kauf heute: Die Vorhersage ändert sich um ${n.change}.`,
  STAYS_SILENT: (n) =>
    `Kein Kauf in den nächsten ${n.days} Tagen: Die Vorhersage ändert sich um ${n.change}.`,
  notCausal:
    "Das sagt das Modell über Kunden mit solchem Verlauf, nicht, was eine Kampagne bewirkt.",
  noValue: "Es gibt keinen Wert zu erklären.",
};
