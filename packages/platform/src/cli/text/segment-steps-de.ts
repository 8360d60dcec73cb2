import type { segmentStepsEn } from "./segment-steps-en.ts";

/** Was ein Lauf sagt, während er Kunden in Segmente einteilt. */
export const segmentStepsDe: Readonly<Record<keyof typeof segmentStepsEn, string>> = {
  segment_rule: "Schwellen der Makrosegmente",
  segment_macro: "Makrosegmente zu Monatsenden",
};
