import type { cohorts as english } from "../en/cohorts.ts";

export const cohorts: Record<keyof typeof english, string> = {
  "cohorts.intro":
    "Kunden nach dem Monat, in dem sie kamen: wer bleibt, was sie bringen und wann sie ihre Gewinnung bezahlt haben.",
  "cohorts.kind": "Kohorten",
  "cohorts.kind.purchases": "Käufer",
  "cohorts.kind.contracts": "Verträge",
  "cohorts.measure": "Gezeigt wird",
  "cohorts.measure.retention": "Bindung",
  "cohorts.measure.contribution": "Deckungsbeitrag",
  "cohorts.title.retention.purchases": "Anteil der Kohorte, der im Monat kauft",
  "cohorts.title.retention.contracts": "Anteil der Kohorte, der am Monatsende zahlt",
  "cohorts.title.contribution.purchases": "Deckungsbeitrag je Kunde seit dem ersten Kauf",
  "cohorts.title.contribution.contracts": "Deckungsbeitrag je Kunde seit dem ersten Beitrag",
  "cohorts.basis.retention": "Anzahlen",
  "cohorts.basis.contribution": "Deckungsbeitrag nach Retouren, nicht abgezinst",
  "cohorts.reading.retention":
    "Im Monat {{month}} nach dem Kommen waren {{older}} der Kunden aus den älteren {{n}} Kohorten aktiv und {{newer}} aus den neueren {{n}}.",
  "cohorts.reading.contribution":
    "Bis zum Monat {{month}} nach dem Kommen brachte ein Kunde der älteren {{n}} Kohorten {{older}}, einer der neueren {{n}} {{newer}}.",
  "cohorts.reading.short": "Noch sind keine zwei Kohorten älter als {{month}} Monate.",
  "cohorts.few":
    "Kohorten mit weniger als {{n}} Kunden schwanken stark; die Zahl der Kunden steht in der Tabelle.",
  "cohorts.noContribution":
    "Es gibt keinen Deckungsbeitrag: Den Daten fehlen Kosten, und die Einstellung marginRate ist nicht gesetzt.",
  "cohorts.commonMonths": "jedes Jahr, soweit alle seine Kohorten gekommen sind",
  "cohorts.paidBack":
    "{{year}}: {{cac}} Akquisitionskosten je Kunde waren im Monat {{paidBack}} gedeckt, bis zum Monat {{month}} brachte ein Kunde {{value}}.",
  "cohorts.notPaidBack":
    "{{year}}: {{cac}} Akquisitionskosten je Kunde sind nach {{month}} Monaten mit {{value}} noch nicht gedeckt.",
  "cohorts.brought":
    "{{year}}: Bis zum Monat {{month}} brachte ein Kunde {{value}}; was er gekostet hat, ist nicht bekannt.",
  "cohorts.none.purchases": "Keine Kohorten für diese Auswahl",
  "cohorts.none.purchases.text":
    "Es gibt keine Käufe, die sich so aufteilen ließen. Wählen Sie etwas anderes, oder importieren Sie Bestellungen.",
  "cohorts.none.contracts": "Keine Verträge",
  "cohorts.none.contracts.text":
    "Importieren Sie eine Datei mit Verträgen (subscriptions): Kunde, Beginn, Ende und Monatsbeitrag.",
  "cohort.cohort": "Kohorte",
  "cohort.customers": "Kunden",
  "cohort.monthShort": "M{{month}}",
  "cohort.month": "Monat {{month}}",
  "cohort.axis": "Monate seit dem Kommen",
  "cohort.size_one": "ein Kunde",
  "cohort.size_other": "{{count}} Kunden",
  "cohort.year": "Kohorten {{year}}",
  "cohort.cacOf": "CAC {{year}}",
  "cohort.said": "{{name}}: {{value}} (CAC {{cac}})",
  "cohort.breakEven": "Wann haben Kunden ihre Gewinnung bezahlt?",
  "filter.member.together": "alle zusammen",
  "made.cohorts": "Kohorten {{from}} – {{to}}",
  "made.lastMonthRuns": "der letzte Monat kann unvollständig sein",
  "made.subscribers": "n = {{n}} zahlende Kunden am Ende",
  "recurring.intro":
    "Was den monatlich wiederkehrenden Umsatz (MRR) bewegt hat und wie viel davon bleibt.",
  "recurring.none": "Es gibt keine Verträge",
  "recurring.none.text":
    "Importieren Sie eine Datei mit Verträgen (subscriptions): Kunde, Beginn, Ende, Tarif und Monatsbeitrag. Danach stehen hier MRR, Bewegungen, NRR und GRR.",
  "recurring.movements": "Was hat den MRR bewegt?",
  "recurring.movements.reading":
    "In {{periods}} Perioden kamen {{up}} MRR hinzu und {{down}} gingen verloren; aus {{from}} wurden {{to}}.",
  "recurring.bridge": "MRR-Brücke {{period}}",
  "recurring.bridge.reading":
    "{{period}}: aus {{from}} wurden {{to}}; die größte Bewegung war {{largest}} mit {{amount}}.",
  "recurring.bridge.still": "{{period}}: {{from}} blieben {{to}}, nichts hat sich bewegt.",
  "recurring.mrr_opening": "Beginn",
  "recurring.mrr_new": "Neu",
  "recurring.mrr_expansion": "Ausbau",
  "recurring.mrr_reactivation": "Rückkehr",
  "recurring.mrr_contraction": "Rückgang",
  "recurring.mrr_churn": "Abwanderung",
  "recurring.mrr_fx": "Wechselkurse",
  "recurring.mrr": "Ende",
  "waterfall.step": "Schritt",
  "waterfall.amount": "Betrag",
};
