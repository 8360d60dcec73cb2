import type { calculator as english } from "../en/calculator.ts";

export const calculator: Record<keyof typeof english, string> = {
  "calculator.intro":
    "Vier Formeln nebeneinander, mit Ihren Zahlen: was jede ergibt, warum sie sich unterscheiden und welcher Hebel am meisten bewegt.",
  "calculator.reset": "Beispiele der Quellen",
  "calculator.hundred": "Beispiel: 100 Kunden, 12 Monate",
  "formula.order-value": "Bestellwert-Formel",
  "formula.order-value.text": "Bestellwert × Käufe im Jahr × Jahre",
  "formula.order-value.sum": "{{orderValue}} × {{frequency}} × {{years}} =",
  "formula.order-value.basis":
    "Umsatz-CLV je Kunde über die Lebensdauer, nicht abgezinst, kein Gewinn",
  "formula.subscription": "Abonnement-Formel",
  "formula.subscription.text": "Monatsbeitrag × Monate × Kunden",
  "formula.subscription.sum": "{{fee}} × {{months}} × {{customers}} =",
  "formula.subscription.basis": "Umsatz aller dieser Kunden, nicht abgezinst",
  "formula.net": "Formel nach Akquisitionskosten",
  "formula.net.text": "Jahresumsatz × Jahre − Akquisitionskosten",
  "formula.net.sum": "{{annualRevenue}} × {{relationYears}} − {{acquisitionCost}} =",
  "formula.net.basis": "Umsatz je Kunde nach Akquisitionskosten, nicht abgezinst",
  "formula.retention": "Bindungsraten-Formel",
  "formula.retention.text": "Deckungsbeitrag × r ÷ (1 + d − r)",
  "formula.retention.sum": "{{margin}} × {{retention}} ÷ (1 + {{discountRate}} − {{retention}}) =",
  "formula.retention.basis":
    "Barwert des Deckungsbeitrags aller künftigen Jahre, ohne das laufende",
  "input.orderValue": "Bestellwert",
  "input.frequency": "Käufe im Jahr",
  "input.years": "Jahre",
  "input.fee": "Monatsbeitrag",
  "input.months": "Monate",
  "input.customers": "Kunden",
  "input.annualRevenue": "Jahresumsatz",
  "input.relationYears": "Jahre",
  "input.acquisitionCost": "Akquisitionskosten",
  "input.margin": "Deckungsbeitrag im Jahr",
  "input.retention": "Bindungsrate r in %",
  "input.discountRate": "Zinssatz d in %",
  "difference.formulas": "Warum unterscheiden sie sich?",
  "difference.order":
    "Bestellwert-Formel, {{value}}: Sie nimmt an, dass jeder Kunde {{years}} Jahre bleibt und gleich oft kauft. Umsatz ist kein Gewinn; Kosten fehlen.",
  "difference.subscription":
    "Abonnement-Formel, {{value}}: Sie kennt keine Kündigung vor dem Ende der Monate und zählt alle Kunden zusammen.",
  "difference.net":
    "Nach Akquisitionskosten: Von {{gross}} Umsatz gehen {{cost}} ab, was der Kunde gekostet hat; alle anderen Kosten bleiben unberücksichtigt.",
  "difference.retention":
    "Bindungsraten-Formel, {{value}}: Bei {{retention}} Bindung bleiben Kunden im Mittel {{lifetime}} Jahre. Ohne Zinsen wären es {{undiscounted}}; der Zinssatz von {{rate}} macht spätes Geld kleiner.",
  "difference.forecast":
    "Die Werte auf den übrigen Seiten kommen aus keiner dieser Formeln, sondern aus der Methode, die den Vergleich der Prognosen gewonnen hat.",
  "driver.title": "Was bringt 1 % mehr?",
  "driver.tree": "Treiberbaum",
  "driver.clv": "CLV je Kunde (Deckungsbeitrag, nicht abgezinst)",
  "driver.rule":
    "Eine Faustregel neben der Prognose: Jeder Faktor gilt für alle Kunden gleich, und nichts hängt voneinander ab.",
  "driver.reading":
    "{{strongest}} bewegt am meisten: {{effect}} je Kunde, {{total}} über {{n}} Bestandskunden.",
  "driver.more": "1 % mehr {{driver}}",
  "driver.less": "1 % weniger {{driver}}",
  "driver.order_value": "Bestellwert",
  "driver.frequency": "Bestellungen im Jahr",
  "driver.margin": "Deckungsbeitragsquote",
  "driver.lifetime": "Lebensdauer",
  "driver.churn_rate": "Abwanderung",
  "driver.price": "Preis bei gleichen Kosten",
  "driver.years": "{{value}} Jahre",
  "driver.fromChurn": "1 ÷ Abwanderungsrate {{rate}}",
  "driver.basis": "Deckungsbeitrag, nicht abgezinst",
  "driver.method": "Faustregel: Produkt der vier Faktoren, kein Intervall",
  "driver.lever": "Hebel",
  "driver.one": "je Kunde",
  "driver.all": "alle Bestandskunden",
  "driver.none":
    "Für diese Auswahl gibt es keine Treiber: Sie brauchen 24 Monate Geschichte, Kosten und verlorene Kunden.",
  "made.year": "12 Monate bis {{day}}",
  "made.active": "n = {{n}} Bestandskunden",
};
