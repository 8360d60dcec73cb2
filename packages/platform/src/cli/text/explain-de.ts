import type { explainTexts as english } from "./explain-en.ts";

/** Was `explain` über die Kette hinaus sagt. */
export const explainTexts: typeof english = {
  method: (n) =>
    `${n.customer}: ${n.total} über die nächsten ${n.months} Monate und bisher, nach ${n.method}.`,
  extrapolated:
    "Der Zeitraum ist länger als die Vergangenheit: Die Vorhersage ist fortgeschrieben.",
  customerId: "der Kunde; ohne ihn die Regeln, die Vorhersagen korrigieren",
  correction: (n) =>
    `Kunden wie dieser (${n.rule}): Es kam ${n.observed} gegenüber der Vorhersage (80-%-Intervall ${n.interval}; n = ${n.seen} Kunden × frühere Zeiträume). Gesucht wurden Regeln, bei denen Vorhersagen am weitesten danebenlagen: Äußerste Werte sind überzeichnet.`,
  corrections: (months) => `Wie das Übergangsmodell Vorhersagen über ${months} Monate korrigiert:`,
  noCorrections:
    "Keine Vorhersage wird korrigiert: Eine andere Methode bewertet die Kunden, oder es gab zu wenig zu lernen.",
  rule: "Kunden mit",
  observed: "gekommen gegen vorhergesagt",
  interval: "80-%-Intervall",
  seen: "n (Kunden × Zeiträume)",
  customers: "Kunden heute",
  applied: "Korrektur heute",
  correctionNote:
    "Gesucht wurden Regeln, bei denen Vorhersagen am weitesten danebenlagen, die äußersten sind also überzeichnet; die Korrektur von heute ist gedämpft und enthält weitere Regeln und den letzten Zeitraum.",
  noServiceCost: "Betreuungskosten der Kunden sind nicht bekannt: Es werden keine abgezogen.",
  BUYS_TODAY: (n) => `Ein weiterer Kauf heute: Die Vorhersage ändert sich um ${n.change}.`,
  STAYS_SILENT: (n) =>
    `Kein Kauf in den nächsten ${n.days} Tagen: Die Vorhersage ändert sich um ${n.change}.`,
  notCausal:
    "Das sagt das Modell über Kunden mit solchem Verlauf, nicht, was eine Kampagne bewirkt.",
  noValue: "Es gibt keinen Wert zu erklären.",
};
