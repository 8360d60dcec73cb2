/** What a run says while it converts amounts. */
export const moneyStepsEn = {
  vat_rate: "rates of value added tax",
  currency_rate: "exchange rates",
  order_money: "amounts of orders on one basis",
  subscription_money: "fees of contracts on one basis",
  cost_money: "costs in one currency",
  period_rate: "figures: exchange rates of periods",
  figure_currency: "figures: effect of exchange rates",
  cost_kind: "figures: kinds of costs",
  cost_month: "figures: costs by month",
  figure_contribution: "figures: contribution after further costs",
  return_triangle: "figures: returns by age",
  return_provision: "figures: returns still to come",
  figure_returns: "figures: returns",
} as const;
