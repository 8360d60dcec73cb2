import type { charts as english } from "../en/charts.ts";

export const charts: Record<keyof typeof english, string> = {
  "figure.keys": "Diagramm: Pfeiltasten links und rechts lesen die Werte vor",
  "file.rfc4180": "CSV",
  "file.excel-de": "Excel (Deutsch)",
  "file.parquet": "Parquet",
  "file.working": "Die Datei wird geschrieben …",
  "file.taken": "{{rows}} Zeilen, SHA-256 {{sum}}…",
  "made.asImported": "wie importiert",
};
