import type { backtest as english } from "../en/backtest.ts";

export const backtest: Record<keyof typeof english, string> = {
  "backtest.intro":
    "Jede Methode lernt aus dem ersten Teil der Historie und sagt den zweiten voraus, den sie nicht kennt. Es zählt, wer ihm am nächsten kommt.",
  "backtest.none": "Noch nichts zu vergleichen",
  "backtest.none.text":
    "Die Historie ist zu kurz, um sie zu teilen, oder der Vergleich wurde ausgelassen. Importieren Sie weitere Monate und berechnen Sie neu; bis dahin gelten die Werte als ungeprüft.",
  "backtest.winner": "„{{winner}}“ bewertet die Kunden",
  "backtest.target": "Was vorhergesagt wird",
  "backtest.learned": "Gelernt aus",
  "backtest.judged": "Geprüft an",
  "backtest.customers": "{{n}} Kunden, davon {{repeaters}} mit Wiederkäufen",
  "backtest.evaluated": "{{n}} Kunden geprüft",
  "backtest.purchases": "Käufe im Prüfzeitraum",
  "backtest.revenue": "Umsatz im Prüfzeitraum",
  "backtest.flattered":
    "Vorsicht beim mittleren absoluten Fehler (MAE): „Null für alle“ kommt auf {{zero}}, der Sieger auf {{own}}. Der MAE belohnt, nichts vorherzusagen, weil die meisten Kunden nichts kaufen; deshalb entscheidet er hier nicht.",
  "backtest.notFlattered":
    "Der mittlere absolute Fehler (MAE) von „Null für alle“ beträgt {{zero}}, der des Siegers {{own}}. Der MAE schmeichelt niedrigen Prognosen, weil die meisten Kunden wenig kaufen; deshalb entscheidet er hier nicht.",
  "reason.LOWEST_DEVIANCE":
    "„{{winner}}“ hat die niedrigste Poisson-Devianz, das Maß, das entscheidet.",
  "reason.ONLY_PURCHASES":
    "Die Daten enthalten keine Beträge, also haben die Käufe entschieden: „{{winner}}“ hat die niedrigste Poisson-Devianz.",
  "reason.TOO_LITTLE_HISTORY":
    "Die Historie ist zu kurz für einen Vergleich; „{{winner}}“ ist die Vorgabe und bleibt ungeprüft.",
  "reason.CHOSEN_BY_USER": "„{{winner}}“ wurde von Hand gewählt, unabhängig vom Vergleich.",
  "reason.clear":
    "Sie liegt {{difference}} unter der von „{{runnerUp}}“ (95-%-Intervall des Unterschieds: {{low}} bis {{high}}), ein echter Vorsprung.",
  "reason.close":
    "Der Vorsprung vor „{{runnerUp}}“ beträgt {{difference}} (95-%-Intervall des Unterschieds: {{low}} bis {{high}}) und kann Zufall sein: Beide sind etwa gleich gut.",
  "reason.total.revenue":
    "Über alle Kunden hat die Methode {{bias}} des tatsächlichen Umsatzes vorhergesagt.",
  "reason.total.purchases":
    "Über alle Kunden hat die Methode {{bias}} der tatsächlichen Käufe vorhergesagt.",
  "score.title": "Alle Methoden im Vergleich: {{target}}",
  "score.made":
    "n = {{n}} Kunden · {{from}} – {{to}} · kleine Zahlen: 95-%-Intervall aus wiederholten Stichproben der Kunden · „Null“ und „Mittelwert“ sind Vergleichsmaßstäbe, keine Methoden",
  "score.method": "Methode",
  "score.winner": "Sieger",
  "score.yardstick": "(Maßstab)",
  "score.deviance": "Poisson-Devianz",
  "score.deviance.hint":
    "Abstand von Prognose und Ergebnis je Kunde; niedriger ist besser. Sie entscheidet.",
  "score.bias": "Summe",
  "score.bias.hint": "Vorhergesagte Summe / eingetretene Summe; 100 % ist in der Summe richtig.",
  "score.gini": "Gini",
  "score.gini.hint":
    "Wie gut die Kunden nach Wert geordnet werden; 1 ist vollkommen, 0 ist Zufall.",
  "score.top10": "Beste 10 %",
  "score.top10.hint": "Anteil am Eingetretenen, den die 10 % mit der höchsten Prognose brachten.",
  "score.top20": "Beste 20 %",
  "score.top20.hint": "Anteil am Eingetretenen, den die 20 % mit der höchsten Prognose brachten.",
  "score.rmse": "RMSE",
  "score.rmse.hint":
    "Wurzel des mittleren quadratischen Fehlers je Kunde; niedriger ist besser, große Fehler wiegen am meisten.",
  "score.mae": "MAE",
  "score.mae.hint": "Mittlerer absoluter Fehler je Kunde; schmeichelt niedrigen Prognosen.",
  "score.spearman": "Spearman",
  "score.spearman.hint": "Korrelation der Ränge; 1 ist vollkommen.",
  "score.calibrationError": "Kalibr.-Fehler",
  "score.calibrationError.hint":
    "Mittlerer Abstand von Prognose und Ergebnis über die Zehntel; niedriger ist besser.",
  "calibration.title": "Prognose und Ergebnis nach Zehnteln: {{target}}",
  "calibration.method": "Kalibrierung zeigen von",
  "calibration.reading":
    "{{method}} hat je Kunde des obersten Zehntels im Mittel {{predicted}} vorhergesagt, eingetreten sind {{actual}}; über alle Zehntel beträgt der Abstand {{error}}.",
  "calibration.predicted": "Prognose je Kunde",
  "calibration.actual": "Ergebnis je Kunde",
  "calibration.forecast": "Prognose",
  "calibration.outcome": "Ergebnis",
  "calibration.axis": "Zehntel der Kunden (1 = höchste Prognose)",
  "fits.title": "Angepasste Modelle",
  "fits.intro": "Parameter nach Maximum-Likelihood aus der Historie bis {{day}}; Zeiten in Tagen.",
  "fits.parameter": "Parameter",
  "fits.value": "Schätzwert",
  "fits.error": "Standardfehler",
  "fits.likelihood": "Log-Likelihood {{value}}",
  "fits.converged": "konvergiert",
  "fits.notConverged": "nicht konvergiert",
  "fitWarning.PARAMETER_AT_BOUND":
    "Ein Parameter liegt am Rand des Suchbereichs: Die Daten legen ihn nicht fest.",
  "fitWarning.FLAT_RIDGE":
    "Die Daten trennen manche Parameter kaum: Die Prognosen gelten, die einzelnen Parameter nicht.",
  "fitWarning.STARTS_DISAGREE": "Suchen von verschiedenen Startpunkten endeten verschieden.",
  "fitWarning.NOT_CONVERGED": "Die Suche nach den besten Parametern kam zu keinem Ende.",
  "fitWarning.TOO_FEW_REPEATERS":
    "Sehr wenige Kunden haben wieder gekauft: Das Modell steht auf schmaler Grundlage.",
  "fitWarning.SPEND_DEPENDS_ON_FREQUENCY":
    "Die Beträge hängen von der Zahl der Käufe ab, was das Modell ausschließt.",
};
