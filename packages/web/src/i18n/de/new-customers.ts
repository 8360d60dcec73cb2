import type { newCustomers as english } from "../en/new-customers.ts";

export const newCustomers: Record<keyof typeof english, string> = {
  "newCustomers.title": "Was ein neuer Kunde wert ist",
  "newCustomers.none":
    "Nicht bekannt: Die Käufe haben keine Beträge, oder die letzte Berechnung hat es nicht ermittelt.",
  "newCustomers.reading_one":
    "Wer jetzt gewonnen wird, bringt im ersten Monat im Mittel {{value}} ({{low}} bis {{high}}).",
  "newCustomers.reading_other":
    "Wer jetzt gewonnen wird, bringt in den ersten {{count}} Monaten im Mittel {{value}} ({{low}} bis {{high}}).",
  "newCustomers.ratio":
    "Ihn zu gewinnen kostet {{cost}}: Nach Deckungsbeitrag ist CLV ÷ CAC {{ratio}} ({{low}} bis {{high}}).",
  "newCustomers.noCost":
    "Was es kostet, einen zu gewinnen, ist nicht bekannt; darum gibt es kein CLV ÷ CAC.",
  "newCustomers.tooYoung":
    "Niemand wurde vor so langer Zeit gewonnen, dass man es hätte sehen können: Es spricht nur das Modell.",
  "newCustomers.made_one":
    "Kunden, deren erster Kauf einen Monat bis zwei Jahre und einen Monat zurückliegt; mit dem ersten Kauf, auf seinen Tag abgezinst. Basis: {{basis}}; CLV ÷ CAC immer nach Deckungsbeitrag, Kosten der gesamten Historie. Intervall: 80 %, Zufall und die Drift ganzer Jahre. Gruppen ab 30 (mindestens {{n}}), zum Mittel aller gezogen. Modell: was das Wahrscheinlichkeitsmodell von jemandem erwartet, über den noch nichts bekannt ist.",
  "newCustomers.made_other":
    "Kunden, deren erster Kauf {{count}} Monate bis zwei Jahre und {{count}} Monate zurückliegt; mit dem ersten Kauf, auf seinen Tag abgezinst. Basis: {{basis}}; CLV ÷ CAC immer nach Deckungsbeitrag, Kosten der gesamten Historie. Intervall: 80 %, Zufall und die Drift ganzer Jahre. Gruppen ab 30 (mindestens {{n}}), zum Mittel aller gezogen. Modell: was das Wahrscheinlichkeitsmodell von jemandem erwartet, über den noch nichts bekannt ist.",
  "newCustomers.cut": "Nach",
  "newCustomers.member": "Gruppe",
  "newCustomers.prior": "Modell",
  "newCustomers.low": "von",
  "newCustomers.high": "bis",
  "newCustomers.cost": "CAC",
  "newCustomers.ratioLow": "CLV ÷ CAC von",
  "newCustomers.ratioHigh": "CLV ÷ CAC bis",
};
