/** The formulas side by side, and the levers of customer value. */
export const calculator = {
  "calculator.intro":
    "Four formulas side by side, with your numbers: what each gives, why they differ, and which lever moves most.",
  "calculator.reset": "Examples of the sources",
  "calculator.hundred": "Example: 100 customers, 12 months",
  "formula.order-value": "Order value formula",
  "formula.order-value.text": "Order value × purchases a year × years",
  "formula.order-value.sum": "{{orderValue}} × {{frequency}} × {{years}} =",
  "formula.order-value.basis":
    "Revenue of a customer over the lifetime, not discounted, not profit",
  "formula.subscription": "Subscription formula",
  "formula.subscription.text": "Monthly fee × months × customers",
  "formula.subscription.sum": "{{fee}} × {{months}} × {{customers}} =",
  "formula.subscription.basis": "Revenue of all these customers, not discounted",
  "formula.net": "Formula after acquisition cost",
  "formula.net.text": "Annual revenue × years − acquisition cost",
  "formula.net.sum": "{{annualRevenue}} × {{relationYears}} − {{acquisitionCost}} =",
  "formula.net.basis": "Revenue of a customer after acquisition cost, not discounted",
  "formula.retention": "Retention formula",
  "formula.retention.text": "Contribution × r ÷ (1 + d − r)",
  "formula.retention.sum": "{{margin}} × {{retention}} ÷ (1 + {{discountRate}} − {{retention}}) =",
  "formula.retention.basis":
    "Present value of contribution of all years to come, without the running one",
  "input.orderValue": "Order value",
  "input.frequency": "Purchases a year",
  "input.years": "Years",
  "input.fee": "Monthly fee",
  "input.months": "Months",
  "input.customers": "Customers",
  "input.annualRevenue": "Annual revenue",
  "input.relationYears": "Years",
  "input.acquisitionCost": "Acquisition cost",
  "input.margin": "Contribution a year",
  "input.retention": "Retention r in %",
  "input.discountRate": "Discount rate d in %",
  "difference.formulas": "Why do they differ?",
  "difference.order":
    "Order value formula, {{value}}: it takes every customer to stay {{years}} years and to buy as often. Revenue is no profit; costs are missing.",
  "difference.subscription":
    "Subscription formula, {{value}}: it knows no cancellation before the months are over, and adds up all customers.",
  "difference.net":
    "After acquisition cost: of a revenue of {{gross}}, the {{cost}} that the customer cost are taken off; all other costs are left out.",
  "difference.retention":
    "Retention formula, {{value}}: with a retention of {{retention}} customers stay {{lifetime}} years on average. Without interest it would be {{undiscounted}}; the rate of {{rate}} makes late money smaller.",
  "difference.forecast":
    "The values on the other pages come from none of these formulas but from the method that won the comparison of forecasts.",
  "driver.title": "What does 1% more bring?",
  "driver.tree": "Driver tree",
  "driver.clv": "CLV of a customer (contribution, not discounted)",
  "driver.rule":
    "A rule of thumb beside the forecast: every factor is the same for all customers, and none depends on another.",
  "driver.reading":
    "{{strongest}} moves most: {{effect}} per customer, {{total}} over {{n}} active customers.",
  "driver.more": "1% more {{driver}}",
  "driver.less": "1% less {{driver}}",
  "driver.order_value": "order value",
  "driver.frequency": "orders a year",
  "driver.margin": "margin",
  "driver.lifetime": "lifetime",
  "driver.churn_rate": "churn",
  "driver.price": "price at equal cost",
  "driver.years": "{{value}} years",
  "driver.fromChurn": "1 ÷ churn rate {{rate}}",
  "driver.basis": "contribution, not discounted",
  "driver.method": "rule of thumb: product of the four factors, no interval",
  "driver.lever": "Lever",
  "driver.one": "per customer",
  "driver.all": "all active customers",
  "driver.none":
    "There are no drivers for this choice: they need 24 months of history, costs, and customers who were lost.",
  "made.year": "12 months to {{day}}",
  "made.active": "n = {{n}} active customers",
} as const;
