import type { formulaTexts as english } from "./formula-en.ts";

/** Was die Befehlszeile zu den drei herkömmlichen Formeln sagt. */
export const formulaTexts: typeof english = {
  orderValue: "durchschnittlicher Bestellwert × Käufe im Jahr × Jahre (Umsatz)",
  subscription: "Monatsgebühr × Monate × Kunden (Umsatz)",
  net: "Jahresumsatz × Jahre − Akquisitionskosten",
  retentionValue: "Deckungsbeitrag im Jahr × Bindung ÷ (1 + Diskontsatz − Bindung)",
  margin: "Deckungsbeitrag im Jahr",
  retention: "Anteil der Kunden, die ein Jahr bleiben, 0 bis 1",
  discountRate: "Diskontsatz im Jahr, etwa 0.1",
  aov: "durchschnittlicher Bestellwert",
  frequency: "Käufe im Jahr",
  years: "Jahre",
  fee: "Monatsgebühr",
  monthsCount: "Monate",
  customersCount: "Kunden",
  revenue: "Jahresumsatz",
  acquisition: "Akquisitionskosten",
};
