/** What the command line says of the three traditional formulas. */
export const formulaTexts = {
  orderValue: "average order value × purchases a year × years (revenue)",
  subscription: "monthly fee × months × customers (revenue)",
  net: "annual revenue × years − acquisition cost",
  retentionValue: "contribution a year × retention ÷ (1 + discount rate − retention)",
  margin: "contribution a year",
  retention: "share of customers who stay each year, 0 to 1",
  discountRate: "discount rate a year, such as 0.1",
  aov: "average order value",
  frequency: "purchases a year",
  years: "years",
  fee: "monthly fee",
  monthsCount: "months",
  customersCount: "customers",
  revenue: "annual revenue",
  acquisition: "acquisition cost",
};
