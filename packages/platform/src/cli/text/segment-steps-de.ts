import type { segmentStepsEn } from "./segment-steps-en.ts";

/** Was ein Lauf sagt, während er Kunden in Segmente einteilt. */
export const segmentStepsDe: Readonly<Record<keyof typeof segmentStepsEn, string>> = {
  segment_rule: "Schwellen der Makrosegmente",
  segment_macro: "Makrosegmente zu Monatsenden",
  segment_model: "Mikrosegmente lernen",
  segment_definition: "Regeln der Mikrosegmente",
  segment_micro: "Mikrosegmente zu Monatsenden",
  segment_week: "Wechsel zwischen Segmenten je Woche",
  micro_flow: "Wechsel zwischen Segmenten",
  segment_move: "wer wohin gewechselt ist",
  segment_period: "Segmente je Periode",
  transition_model: "Wechsel zwischen Segmenten lernen",
  transition_report: "wie gut Wechsel vorhergesehen wurden",
  transition_cell: "Übergangswahrscheinlichkeiten",
};
