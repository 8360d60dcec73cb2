import type { transitions as english } from "../en/transitions.ts";

export const transitions: Record<keyof typeof english, string> = {
  "flows.intro":
    "Woher Kunden kommen und wohin sie gehen, Periode für Periode. Ein Weg zurück ist ein Weg wie jeder andere.",
  "flows.show": "Wege",
  "flows.show.all": "alle",
  "flows.show.moves": "nur wer wechselte",
  "flows.title": "Zwischen welchen Segmenten wechseln Kunden?",
  "flows.rest": "seltene Wechsel",
  "flows.from": "von",
  "flows.to": "nach",
  "flows.before": "vor {{period}}",
  "flows.basis": "Basis: Makrosegmente zu den Periodenenden",
  "flows.note":
    "die {{top}} häufigsten Wechsel jeder Periode einzeln, alle anderen zusammengefasst",
  "flows.reading":
    "{{period}}: {{up}} Kunden wechselten in erwünschter Richtung, die meisten {{mostUp}}; {{down}} in unerwünschter, die meisten {{mostDown}}.",
  "transitions.intro":
    "Von der Zeile in die Spalte: wie wahrscheinlich jeder Wechsel ist, wie sicher das ist, wie viele ihn machten und was er am Wert änderte. ▲ ist erwünscht, ▼ unerwünscht.",
  "transitions.view": "In den Zellen",
  "transitions.view.probability": "Wahrscheinlichkeit",
  "transitions.view.count": "Anzahl",
  "transitions.view.euros": "Wert",
  "transitions.view.change": "gegen das Vorjahr",
  "transitions.from": "von",
  "transitions.months": "Monate voraus",
  "transitions.months.1": "1 Monat",
  "transitions.months.3": "3 Monate",
  "transitions.none": "Noch keine Übergänge",
  "transitions.none.text":
    "Dafür braucht es zwei vergleichbare Monatsenden. Importieren Sie Bestellungen über mehrere Monate, und starten Sie eine Berechnung.",
  "transitions.title_one": "Wie wahrscheinlich ist jeder Wechsel binnen einem Monat?",
  "transitions.title_other": "Wie wahrscheinlich ist jeder Wechsel binnen {{count}} Monaten?",
  "transitions.period_one": "alle Monate, späte zählen mehr; einen Monat voraus",
  "transitions.period_other": "alle Monate, späte zählen mehr; {{count}} Monate voraus",
  "transitions.n": "n = {{n}} Kunden × Monate",
  "transitions.basis.macro": "Basis: Makrosegmente",
  "transitions.basis.micro": "Basis: von Mikrosegmenten in Makrosegmente",
  "transitions.method":
    "Methode: Anteile, geschrumpft; 80-%-Intervalle, so breit, wie Monate sich unterscheiden",
  "transitions.learntAt": "gelernt zum {{day}}",
  "transitions.way": "{{from}} → {{to}} mit {{share}} ({{low}} bis {{high}}, n = {{n}})",
  "transitions.reading_one":
    "Binnen einem Monat ist der wahrscheinlichste unerwünschte Wechsel {{down}}, der wahrscheinlichste erwünschte {{up}}.",
  "transitions.reading_other":
    "Binnen {{count}} Monaten ist der wahrscheinlichste unerwünschte Wechsel {{down}}, der wahrscheinlichste erwünschte {{up}}.",
  "transitions.ofAll": "alle von dort",
  "transitions.moves.count": "Wie viele machten jeden Wechsel?",
  "transitions.moves.count.reading":
    "{{period}}: Der häufigste Wechsel ist {{from}} → {{to}}, von {{n}} Kunden ({{amount}} an Wert).",
  "transitions.moves.euros": "Um wie viel änderte jeder Wechsel den Wert?",
  "transitions.moves.euros.reading":
    "{{period}}: Am meisten an Wert änderte der Wechsel {{from}} → {{to}}, um {{amount}} bei {{n}} Kunden.",
  "transitions.moves.basis": "Basis: im ersten Vorhersagezeitraum erwarteter Umsatz",
  "transitions.moves.method":
    "Methode: Wert nach dem Monat weniger Wert davor, derer, die wechselten",
  "transitions.change.title": "Was ist wahrscheinlicher als vor einem Jahr?",
  "transitions.change.none":
    "Es gibt keinen gleichen Monat im Vorjahr. Diese Ansicht braucht dreizehn Monate.",
  "transitions.change.reading":
    "{{now}} gegen {{before}}: Unter den Wechseln mit getrennten Intervallen änderte sich {{from}} → {{to}} am meisten, von {{was}} auf {{is}}.",
  "transitions.change.still":
    "{{now}} gegen {{before}}: Bei keinem Wechsel liegen die Intervalle getrennt; alle Unterschiede können Zufall sein.",
  "transitions.change.period": "{{now}} gegen {{before}}",
  "transitions.change.method":
    "Methode: gezählt; „!“ und Töne, wo die 80-%-Intervalle getrennt liegen",
  "transitions.sure": "Intervalle getrennt",
  "transitions.unsure": "kann Zufall sein",
  "stocks.title": "Wo sind die Kunden von heute am {{day}}?",
  "stocks.reading":
    "Am meisten ändert sich der Bestand von „{{segment}}“: heute {{today}}, erwartet {{expected}}.",
  "stocks.period": "Prognose für den {{day}}",
  "stocks.basis": "Basis: die Kunden von heute, ohne neue",
  "stocks.method": "Methode: Übergangsmodell, Kunde für Kunde",
  "stocks.kept": "ein älteres Modell sah den letzten Monat besser voraus und blieb",
  "stocks.expected": "erwartet",
  "stocks.today": "wie heute",
  "stocks.proof":
    "Vorhergesagt, bevor er kam: Im Monat bis {{day}} lag die Prognose bei {{error}} der Kunden im falschen Segment, „wie heute“ bei {{asToday}}; Log-Verlust {{change}} ({{low}} bis {{high}}) gegenüber den Wechseln des Vormonats.",
  "stocks.noProof": "Noch ist kein Monat beurteilt: Die Prognose ist ungeprüft.",
  "stocks.none": "Noch keine Prognose der Bestände",
  "stocks.none.text":
    "Starten Sie eine Berechnung: Sie lernt, wie Kunden zwischen Segmenten wechseln.",
  "stocks.reason.TOO_LITTLE_HISTORY":
    "Es gibt noch keine zwei vergleichbaren Monatsenden. Importieren Sie ältere Bestellungen, oder warten Sie einen Monat.",
  "stocks.reason.ONE_SEGMENT":
    "Alle Kunden sind in einem Segment und bleiben dort: Es gibt keinen Wechsel vorherzusagen.",
};
