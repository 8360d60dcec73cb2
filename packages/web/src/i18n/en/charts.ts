/** What all charts and tables say. */
export const charts = {
  "figure.keys": "Chart: the left and right arrow keys read out its values",
  "file.rfc4180": "CSV",
  "file.excel-de": "CSV for German Excel",
  "file.xlsx": "Excel (.xlsx)",
  "file.parquet": "Parquet",
  "segments.rules": "Rules of the micro-segments as a file:",
  "backtest.predictions": "Predictions of each customer as a file:",
  "timeline.files": "Whole history as a file:",
  "equity.curve": "Curve of the distribution as a file:",
  "equity.classes": "Value classes as a file:",
  "equity.allHorizons": "All horizons as a file:",
  "file.working": "The file is being written …",
  "file.taken": "{{rows}} rows, SHA-256 {{sum}}…",
  suppressed_one:
    "One value is left out: it rests on fewer than {{least}} persons, or would give such a one away.",
  suppressed_other:
    "{{n}} values are left out: they rest on fewer than {{least}} persons, or would give such away.",
  "made.asImported": "as imported",
} as const;
