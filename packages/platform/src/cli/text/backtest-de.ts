import type { backtestTexts as english } from "./backtest-en.ts";

/** Was die Befehlszeile zu einem Backtest sagt. */
export const backtestTexts: typeof english = {
  caption: (n) =>
    `${n.customers} Kunden bekannt bis ${n.calibrationEnd} (${n.repeaters} mit Wiederkauf); vorherzusagen bis ${n.holdoutEnd}: ${n.purchases} Käufe, ${n.revenue}`,
  target: { purchases: "Käufe", revenue: "Umsatz" },
  method: "Methode",
  deviance: "Devianz",
  interval: "95-%-Intervall",
  calibration: "Zehntelfehler",
  reading: (n) =>
    `${n.winner} hat die kleinste Poisson-Devianz beim ${n.target}: ${n.difference} gegenüber ${n.runnerUp} (95-%-Intervall ${n.low} bis ${n.high}).`,
  maeWarning: (zero, winner) =>
    `Nicht am MAE messen: wer allen nichts zutraut, hat MAE ${zero}, der Sieger ${winner}.`,
  sampled: (n) => `gemessen an einer gleichmäßigen Stichprobe von ${n} Kunden`,
  refused: (method, reason) => `${method} ließ sich nicht anpassen: ${reason}`,
  written: (file, rows) => `${rows} Vorhersagen in ${file} geschrieben`,
  tooLittle:
    "Für einen Backtest ist die Historie zu kurz: nötig sind mindestens 90 Tage, 50 Kunden und 10 Wiederkäufer vor dem zurückgehaltenen Zeitraum.",
};

/** Wie jede Methode heißt. */
export const methodTexts: Readonly<Record<string, string>> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
  formula: "Formel (Bestellwert × Häufigkeit × Zeit)",
  "formula-retention": "Formel mit Bindungsrate",
  "repeat-rate": "Wiederkaufrate",
  "last-window": "wie im letzten Zeitraum",
  transition: "Übergangsmodell",
  zero: "null für alle",
  mean: "Mittelwert für alle",
};

/** Warum eine Methode genommen wurde. */
export const reasonTexts: Readonly<Record<string, string>> = {
  LOWEST_DEVIANCE: "sie hat den zurückgehaltenen Umsatz am besten vorhergesagt",
  ONLY_PURCHASES:
    "sie hat die zurückgehaltenen Käufe am besten vorhergesagt; Beträge gibt es nicht",
  TOO_LITTLE_HISTORY: "die Historie ist zu kurz, um Methoden zu vergleichen",
  CHOSEN_BY_USER: "Sie haben sie gewählt",
};
