import type { cockpit as english } from "../en/cockpit.ts";

export const cockpit: Record<keyof typeof english, string> = {
  "start.figures": "Kennzahlen des letzten vollen Quartals",
  "start.allFigures": "Alle Kennzahlen",
  "changes.title": "Was hat sich verändert?",
  "changes.none": "Keine Kennzahl hat sich stärker verändert, als der Zufall erklären kann.",
  "changes.nothing.before": "Für das Vorquartal gibt es keine Werte zum Vergleich.",
  "changes.nothing.year": "Für das Quartal des Vorjahrs gibt es keine Werte zum Vergleich.",
  "changes.reading.before":
    "Am stärksten gegenüber dem Vorquartal: {{figure}} mit {{change}}, von {{from}} auf {{to}}.",
  "changes.reading.year":
    "Am stärksten gegenüber dem Vorjahresquartal: {{figure}} mit {{change}}, von {{from}} auf {{to}}.",
  "changes.look": "Verlauf ansehen",
  "changes.made":
    "Rang nach der Größe der Veränderung im Verhältnis zum früheren Wert. Weggelassen: weniger als {{n}} Fälle, und was innerhalb von zwei Standardfehlern oder überlappender Intervalle liegt.",
  "changes.figure": "Kennzahl",
  "changes.change": "Veränderung",
  "changes.from": "vorher",
  "changes.to": "jetzt",
  "changes.period": "Periode",
  "equityPage.intro":
    "Was der Kundenstamm wert ist, warum er sich verändert hat, ob die Summen stimmen und wie sich der Wert verteilt.",
  "bridge.title": "Warum ist der Kundenstamm anders viel wert?",
  "bridge.span": "Zeitraum",
  "bridge.none":
    "Für eine Brücke braucht es zwei Monatsenden mit Rängen. Sie entsteht, sobald Bestellungen oder Verträge über zwei Monate reichen.",
  "bridge.reading":
    "Aus {{from}} wurden {{to}} ({{difference}}); am meisten bewegte „{{largest}}“ mit {{amount}} (n = {{n}} Veränderungen von Kunden).",
  "bridge.until_one": "Monat bis {{day}}",
  "bridge.until_other": "{{count}} Monate bis {{day}}",
  "bridge.basis.contribution_one":
    "Basis: erwarteter Deckungsbeitrag des nächsten Monats, nicht abgezinst",
  "bridge.basis.contribution_other":
    "Basis: erwarteter Deckungsbeitrag der jeweils nächsten {{count}} Monate, nicht abgezinst",
  "bridge.basis.revenue_one": "Basis: erwarteter Umsatz des nächsten Monats, nicht abgezinst",
  "bridge.basis.revenue_other":
    "Basis: erwarteter Umsatz der jeweils nächsten {{count}} Monate, nicht abgezinst",
  "bridge.rest": "ungeklärter Rest {{rest}}",
  "bridge.missing":
    "Die Brücke zählt Kunden von Monatsende zu Monatsende; ihr Ende ist nicht abgezinst und kennt noch keine Kündigung zu einem späteren Tag, deshalb ist es nicht gleich dem Wert oben. Nicht getrennt ausgewiesen, weil es dafür keine Zahlen gibt: Wechselkurse, Kosten der Betreuung und ein Wechsel der Methode.",
  "bridge.opening": "Beginn",
  "bridge.newCustomers": "Neue Kunden",
  "bridge.purchasesUp": "Mehr Käufe erwartet",
  "bridge.spendUp": "Höhere Ausgabe je Kauf",
  "bridge.purchasesDown": "Weniger Käufe erwartet",
  "bridge.spendDown": "Niedrigere Ausgabe je Kauf",
  "bridge.feeUp": "Höhere Entgelte",
  "bridge.feeDown": "Niedrigere Entgelte",
  "bridge.monthsUp": "Verträge begonnen oder länger erwartet",
  "bridge.monthsDown": "Verträge beendet oder kürzer erwartet",
  "bridge.margin": "Andere Marge",
  "bridge.gone": "Alles zurückgegeben",
  "bridge.closing": "Ende",
  "reconcile.title": "Abstimmung",
  "reconcile.exact": "Alle Summen stimmen auf den Cent überein (Umsatz, abgezinst).",
  "reconcile.off": "Die Summen weichen voneinander ab; die Differenz steht in der Tabelle.",
  "reconcile.what": "Summe über",
  "reconcile.difference": "Differenz",
  "reconcile.equity": "Kundenstamm",
  "reconcile.deciles": "Zehntel der Kunden",
  "reconcile.classes": "Wertklassen",
  "class.title": "Wie viele Kunden sind wie viel wert?",
  "class.reading":
    "Am häufigsten ist die Klasse {{commonest}} mit {{n}} Kunden ({{share}}); in der höchsten, ab {{bound}}, sind {{top}}.",
  "class.class": "Wert",
  "class.between": "{{low}} bis unter {{high}}",
  "class.customers_one": "ein Kunde",
  "class.customers_other": "{{n}} Kunden",
  "class.axis": "Wert ab",
  "class.none": "Die Wertklassen entstehen beim nächsten Lauf.",
};
