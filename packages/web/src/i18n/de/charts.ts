import type { charts as english } from "../en/charts.ts";

export const charts: Record<keyof typeof english, string> = {
  "figure.keys": "Diagramm: Pfeiltasten links und rechts lesen die Werte vor",
  "file.rfc4180": "CSV",
  "file.excel-de": "CSV für Excel",
  "file.xlsx": "Excel (.xlsx)",
  "file.parquet": "Parquet",
  "segments.rules": "Regeln der Micro-Segmente als Datei:",
  "backtest.predictions": "Vorhersagen je Kunde als Datei:",
  "timeline.files": "Ganzer Verlauf als Datei:",
  "equity.curve": "Kurve der Verteilung als Datei:",
  "equity.classes": "Wertklassen als Datei:",
  "equity.allHorizons": "Alle Vorhersagezeiträume als Datei:",
  "file.working": "Die Datei wird geschrieben …",
  "file.taken": "{{rows}} Zeilen, SHA-256 {{sum}}…",
  suppressed_one:
    "Ein Wert ist ausgeblendet: Er beruht auf weniger als {{least}} Personen, oder er verriete einen solchen.",
  suppressed_other:
    "{{n}} Werte sind ausgeblendet: Sie beruhen auf weniger als {{least}} Personen, oder sie verrieten solche.",
  "made.asImported": "wie importiert",
};
