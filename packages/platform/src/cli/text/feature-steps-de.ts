import type { featureStepsEn } from "./feature-steps-en.ts";

/** Was ein Lauf sagt, während er die Kunden zu jedem Monatsende betrachtet. */
export const featureStepsDe: Readonly<Record<keyof typeof featureStepsEn, string>> = {
  known_customer: "wer Kunde ist, und seit wann",
  purchase_activity: "Käufe je Monat, wie damals bekannt",
  range_activity: "Breite der Einkäufe",
  contract_phase: "Vertragsabschnitte",
  usage_activity: "Nutzung je Monat",
  interaction_activity: "Kontakte je Monat",
  resolution_activity: "Antworten und Lösungen je Monat",
  feedback_activity: "Antworten je Monat",
  campaign_activity: "Kampagnenkontakte je Monat",
  consent_phase: "Einwilligungen und ihre Dauer",
  referral_activity: "Empfehlungen je Monat",
  master_phase: "Stammdaten im Zeitverlauf",
  attribute_phase: "Merkmale und ihre Dauer",
  snapshot: "Kundenbilder zu Monatsenden",
  lifecycle_stage: "Lebensphasen zu Monatsenden",
  lifecycle_month: "Wechsel zwischen Lebensphasen",
  customer_class: "Wertklasse und Absicht",
  value_intent: "Wert × Absicht",
  rank_phase: "Phasen der Verträge zu Monatsenden",
  customer_rank: "Ränge und was sie bewegt hat",
  equity_bridge: "Wertbrücke von Monat zu Monat",
  value_histogram: "Kunden nach Wertklassen",
  feature_report: "was jedes Merkmal beiträgt",
};
