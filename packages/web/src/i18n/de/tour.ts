import type { tour as english } from "../en/tour.ts";

export const tour: Record<keyof typeof english, string> = {
  "help.label": "Hilfe",
  "help.tour": "Rundgang",
  "help.glossary": "Was bedeuten die Zahlen?",
  "help.doctor": "Wie sind die Daten?",
  "tour.step": "Schritt {{step}} von {{steps}}",
  "tour.next": "Weiter",
  "tour.back": "Zurück",
  "tour.done": "Fertig",
  "tour.end": "Rundgang beenden",
  "tour.shop": "Was jeder Kunde wert ist",
  "tour.shop.text":
    "Sie sehen einen erfundenen Händler: Niemanden darin gibt es. Die Startseite sagt, was alle Kunden zusammen wert sein werden, was sich verändert hat und auf wen es ankommt.",
  "tour.shop.own":
    "Die Startseite sagt, was alle Kunden zusammen wert sein werden, was sich verändert hat und auf wen es ankommt.",
  "tour.equity": "Eine Zahl mit ihrem Intervall",
  "tour.equity.text":
    "Jeder Wert nennt seine Basis, seinen Zeitraum und wie sicher er ist. Die Brücke darunter zeigt, warum er anders ist als zuvor; die Summen stimmen auf den Cent.",
  "tour.customers": "Von der Summe zum Kunden",
  "tour.customers.text":
    "Jeder Kunde der Liste führt zu den Gründen: welche Käufe, welche Wahrscheinlichkeit, welche Marge den Wert ausmachen. Jede Tabelle gibt es als Excel-Datei.",
  "tour.warnings": "Wer bald geht",
  "tour.warnings.text":
    "Die Liste ist danach sortiert, was auf dem Spiel steht, und sagt warum. Darunter steht, wie oft solche Warnungen richtig waren.",
  "tour.trust": "Kann man das glauben?",
  "tour.trust.text":
    "Alle Methoden mussten einen Zeitraum vorhersagen, den sie nicht kannten. Die beste bewertet die Kunden; die Tabelle zeigt, um wie viel sie besser war.",
  "tour.own": "Jetzt Ihre eigenen Daten",
  "tour.own.text":
    "Legen Sie hier eine Datei mit Bestellungen ab: wer wann für wie viel gekauft hat. Am besten in einem leeren Arbeitsbereich, damit sie sich nicht mit dem erfundenen Händler mischt. Diesen Rundgang gibt es oben unter Hilfe wieder.",
};
