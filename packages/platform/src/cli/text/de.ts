import { accountTexts } from "./account-de.ts";
import { backtestTexts, methodTexts, reasonTexts } from "./backtest-de.ts";
import { contractSteps, contractTexts } from "./contract-de.ts";
import { customerTexts } from "./customer-de.ts";
import { doctorTexts } from "./doctor-de.ts";
import type { Texts } from "./en.ts";
import { explainTexts } from "./explain-de.ts";
import { featureStepsDe } from "./feature-steps-de.ts";
import { featureTexts } from "./features-de.ts";
import { feedbackTexts } from "./feedback-de.ts";
import { feedbackStepsDe } from "./feedback-steps-de.ts";
import { figureStepsDe, figureTexts } from "./figures-de.ts";
import { formulaTexts } from "./formula-de.ts";
import { healthStepsDe, healthTexts } from "./health-de.ts";
import { identityTexts } from "./identity-de.ts";
import { importTexts } from "./import-de.ts";
import { migrateTexts } from "./migrate-de.ts";
import { moneyStepsDe } from "./money-steps-de.ts";
import { newCustomerTexts } from "./new-customers-de.ts";
import { postgresTexts } from "./postgres-de.ts";
import { potentialTexts } from "./potential-de.ts";
import { segmentStepsDe } from "./segment-steps-de.ts";
import { segmentTexts } from "./segments-de.ts";
import { settingTexts } from "./settings-de.ts";
import { stageTexts } from "./stages-de.ts";
import { commandTexts, optionTexts } from "./usage-de.ts";
import { valueStepsDe } from "./value-steps-de.ts";
import { warningStepsDe, warningTexts } from "./warnings-de.ts";

/** Was die Befehlszeile sagt; der Typ macht einen fehlenden Text zum Übersetzungsfehler. */
export const de: Texts = {
  program: "Was jeder Kunde wert ist, wohin sich Kunden bewegen und was zu tun ist.",
  options: optionTexts,
  commands: commandTexts,
  examples: "Beispiele:",
  help: {
    help: "Hilfe anzeigen",
    version: "Version anzeigen",
    standard: "(Standard:",
    titles: {
      "Usage:": "Aufruf:",
      "Options:": "Optionen:",
      "Commands:": "Befehle:",
    },
  },
  progress: {
    extract: "wird abgeholt",
    detect: "Datei ansehen",
    decode: "umwandeln",
    read: "lesen",
    write: "schreiben",
    demo: "Händler simulieren",
  },
  steps: {
    ...valueStepsDe,
    ...featureStepsDe,
    ...feedbackStepsDe,
    ...warningStepsDe,
    ...moneyStepsDe,
    ...segmentStepsDe,
    ...healthStepsDe,
    ...contractSteps,
    ...figureStepsDe,
  },
  unchanged: "unverändert",
  import: importTexts,
  postgres: postgresTexts,
  value: {
    customer: "Kunde",
    purchases: "Käufe",
    last: "letzter Kauf",
    historic: "Umsatz bisher",
    expected: "erwartete Käufe",
    alive: "P(aktiv)",
    none: "P(kein Kauf)",
    predicted: "erwarteter Umsatz",
    discounted: "Barwert",
    contribution: "Deckungsbeitrag",
    total: "Gesamtwert",
    class: "Klasse",
    caption: (n) =>
      `${n.shown} von ${n.all} Kunden, Stand ${n.asOf}, nächste ${n.months} Monate, ${n.basis}, abgezinst mit ${n.rate} im Jahr, Methode ${n.method} (${n.verified})`,
    noAmounts:
      "Die Bestellungen haben keine Beträge: vorhergesagt werden nur Käufe, und nach ihnen ist gereiht.",
    more: "mehr mit --limit, alle mit --format csv",
  },
  account: accountTexts,
  customer: customerTexts,
  explain: explainTexts,
  identity: identityTexts,
  equity: {
    table: "die Summe, wie sie sich von Monat zu Monat bewegte, oder wie sie verteilt ist",
    nothing: "Dieser Lauf fand hier nichts zu zeigen.",
    horizon: "Zeitraum",
    until: "bis",
    customers: "Kunden",
    purchases: "erwartete Käufe",
    revenue: "erwarteter Umsatz",
    discounted: "Barwert",
    interval: "80-%-Intervall",
    contribution: "Deckungsbeitrag",
    total: "mit bisherigem Umsatz",
    caption: (asOf, method, verified) =>
      `Wert des Kundenstamms, Stand ${asOf}, Methode ${method} (${verified})`,
    basis: (basis, rate) => `Umsatz ${basis}, abgezinst mit ${rate} im Jahr`,
    margin: (rate) => `der Deckungsbeitrag ist ${rate} vom Umsatz`,
    noMargin:
      "Kosten sind nicht bekannt: kein Deckungsbeitrag (marginRate in kundenwert.yaml setzen)",
  },
  basis: { net: "netto", gross: "brutto" },
  verified: "geprüft",
  unverified: "ungeprüft",
  backtest: backtestTexts,
  methods: methodTexts,
  reasons: reasonTexts,
  run: {
    done: (customers, method, reason) =>
      `${customers} Kunden bewertet. Methode: ${method}; ${reason}.`,
    next: "weiter: kundenwert value · kundenwert equity · kundenwert serve",
    unvalued:
      "Kennzahlen und Themen der Antworten und Kontakte sind gerechnet. Für Werte, Segmente und Warnungen fehlen Bestellungen oder Verträge.",
    nextUnvalued:
      "weiter: kundenwert figures · kundenwert feedback · kundenwert import BESTELLUNGEN",
  },
  contract: contractTexts,
  doctor: doctorTexts,
  figures: figureTexts,
  features: featureTexts,
  stages: stageTexts,
  segments: segmentTexts,
  warnings: warningTexts,
  health: healthTexts,
  feedback: feedbackTexts,
  newCustomers: newCustomerTexts,
  settings: settingTexts,
  potential: potentialTexts,
  migrate: migrateTexts,
  demo: {
    written: (directory) => `Der Beispielhändler steht in ${directory}.`,
    next: (directory) => `weiter: kundenwert -w ${directory} refresh`,
    why: "Noch kein Arbeitsbereich: es entsteht einer mit den Daten eines simulierten Händlers.",
  },
  serve: {
    listening: (url) => `Kundenwert ist unter ${url} erreichbar (beenden mit Strg+C)`,
    stopped: "beendet",
  },
  formula: formulaTexts,
  written: (file, rows) => `${rows} Zeilen in ${file} geschrieben`,
  checksum: (sha256) => `SHA-256 ${sha256}`,
  warning: "Warnung",
  error: "Fehler",
  wayOut: "Abhilfe",
};
