import type { moneyStepsEn } from "./money-steps-en.ts";

/** Was ein Lauf sagt, während er Beträge umrechnet. */
export const moneyStepsDe: Readonly<Record<keyof typeof moneyStepsEn, string>> = {
  vat_rate: "Umsatzsteuersätze",
  currency_rate: "Wechselkurse",
  order_money: "Beträge der Bestellungen auf einer Basis",
  subscription_money: "Entgelte der Verträge auf einer Basis",
  cost_money: "Kosten in einer Währung",
  period_rate: "Kennzahlen: Wechselkurse der Perioden",
  figure_currency: "Kennzahlen: Wirkung der Wechselkurse",
  cost_kind: "Kennzahlen: Kostenarten",
  cost_month: "Kennzahlen: Kosten je Monat",
  figure_contribution: "Kennzahlen: Deckungsbeitrag II und III",
  return_triangle: "Kennzahlen: Retouren nach Alter",
  return_provision: "Kennzahlen: künftige Retouren",
  figure_returns: "Kennzahlen: Retouren",
};
