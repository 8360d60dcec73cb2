import type { stageTexts as en } from "./stages-en.ts";

/** Was die Befehlszeile über Lebensphasen, Absicht und Ränge sagt. */
export const stageTexts: typeof en = {
  month: "Monatsende",
  stage: "Phase",
  rank: "Rang",
  decile: "Zehntel",
  worth: "Wert",
  change: "Änderung",
  purchases: "durch Käufe",
  spend: "durch Ausgabe",
  margin: "durch Marge",
  reason: "bewegt durch",
  class: "Klasse",
  customers: "Kunden",
  caption: "Kunden nach Lebensphase zu Monatsenden",
  moves: (month) => `Wechsel im Monat bis ${month}`,
  move: (from, to, count) => `  ${from} → ${to}: ${count}`,
  intentCaption: (asOf, months) =>
    `Kunden nach Wertklasse und Absicht, Stand ${asOf}, nächste ${months} Monate`,
  customerCaption: (id, valueClass, intent) =>
    `Kunde ${id}: Klasse ${valueClass}, Absicht ${intent}`,
  basis: "Wert = erwartete Käufe × erwartete Ausgabe × Marge der nächsten Monate, nicht abgezinst",
  none: "Noch ist kein Monat vollständig; deshalb gibt es noch keine Lebensphasen.",
  names: {
    prospect: "Interessent",
    new: "neu",
    active: "aktiv",
    loyal: "treu",
    cooling: "abkühlend",
    inactive: "inaktiv",
    lost: "verloren",
    won_back: "zurückgewonnen",
    other: "sonstige",
    "": "vorher unbekannt",
  },
  intents: {
    purchase: "Kauf",
    renewal: "Verlängerung",
    churn: "Abwanderung",
    open: "offen",
    unknown: "unbekannt",
  },
  reasons: {
    purchases: "Käufe",
    spend: "Ausgabe",
    margin: "Marge",
    others: "andere",
    new: "erster Rang",
    unchanged: "–",
  },
  noClass: "keine",
};
