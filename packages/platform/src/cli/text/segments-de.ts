import type { segmentTexts as english } from "./segments-en.ts";

/** Was die Befehlszeile über Segmente und die Wechsel zwischen ihnen sagt. */
export const segmentTexts: typeof english = {
  command: "Segmente zeigen, Zu- und Abgänge und ihre Regeln",
  transitionsCommand:
    "Übergangswahrscheinlichkeiten zwischen Segmenten und die Bestände des nächsten Monats zeigen",
  level: "Segmente",
  grain: "Periode",
  months: "Monate voraus",
  last: "so viele der letzten Perioden",
  periodEnd: "Wechsel der Periode, die an diesem Tag endet, etwa 2026-06-30; sonst die letzte",
  learntOn: "Wechsel des Monats, der an diesem Tag endet, etwa 2026-06-30; sonst alle Monate",
  segment: "Segment",
  customers: "Kunden",
  came: "Zugänge",
  went: "Abgänge",
  byTime: "nur durch Zeit",
  stayRate: "geblieben",
  revenue: "Umsatz",
  worth: "erwartet",
  rule: "wer",
  caption: (day) => `Segmente am Ende der Periode bis ${day}`,
  timeNote: "nur durch Zeit: gewechselt, ohne inzwischen etwas zu kaufen",
  moves: "Wechsel",
  move: (from, to, count, aged, mark) =>
    `  ${from} → ${to}: ${count} (${aged} nur durch Zeit), ${mark}`,
  stability: (day, agreement, shift) =>
    `gelernt zum ${day}; Übereinstimmung neu gezogener Kunden ${agreement} (1 ist gleich); Verschiebung seither ${shift} (über 0,25 neu lernen)`,
  none: "Es gibt noch keinen vollständigen Monat und daher keine Segmente.",
  noTransitions: "Es gibt noch keine Übergangswahrscheinlichkeiten.",
  transitions: (months) => `wo Kunden ${months} Monat(e) später sind`,
  from: "von",
  to: "nach",
  n: "n",
  probability: "Wahrscheinlichkeit",
  interval: "80-%-Intervall",
  mark: "Bewertung",
  share: (n, all) => `${n} von ${all}`,
  range: (low, high) => `${low} – ${high}`,
  intervalNote:
    "Späte Monate zählen mehr; Intervalle sind so breit, wie Monate sich unterscheiden.",
  stocks: (day) => `die Kunden von heute am ${day}`,
  today: "heute",
  expected: "erwartet",
  judged: (day, change, low, high) =>
    `Monat bis ${day}, vorhergesagt, bevor er kam: Log-Verlust ${change} gegenüber den Wechseln des Vormonats (95 %: ${low} bis ${high}).`,
  calibration: (error, off, today) =>
    `Kalibrierungsfehler ${error}; Bestände um ${off} der Kunden daneben, „wie heute“ um ${today}.`,
  reasons: {
    TOO_LITTLE_HISTORY:
      "Es gibt noch keine zwei vergleichbaren Monatsenden: nur Makrosegmente, keine Vorhersage von Wechseln.",
    ONE_SEGMENT:
      "Alle Kunden sind in einem Segment und bleiben dort: Es gibt keinen Wechsel vorherzusagen.",
  },
  marks: { desired: "erwünscht", undesired: "unerwünscht", neutral: "neutral" },
  macros: {
    prospect: "Interessent",
    new: "neu",
    active_high: "aktiv hoch",
    active_mid: "aktiv mittel",
    active_low: "aktiv niedrig",
    cooling_valuable: "abkühlend wertvoll",
    cooling_low: "abkühlend niedrig",
    inactive_valuable: "inaktiv wertvoll",
    inactive_low: "inaktiv niedrig",
    cancelled: "gekündigt",
    "": "keines",
  },
};
