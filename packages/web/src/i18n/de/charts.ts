import type { charts as english } from "../en/charts.ts";

export const charts: Record<keyof typeof english, string> = {
  "figure.keys": "Diagramm: Pfeiltasten links und rechts lesen die Werte vor",
  "file.rfc4180": "CSV",
  "file.excel-de": "Excel (Deutsch)",
  "made.asImported": "wie importiert",
};
