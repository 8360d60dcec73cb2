/** The value cockpit, and the page of the customer equity. */
export const cockpit = {
  "start.figures": "Key figures of the last full quarter",
  "start.allFigures": "All key figures",
  "changes.title": "What has changed?",
  "changes.none": "No key figure has changed by more than chance can explain.",
  "changes.reading.before":
    "Most against the quarter before: {{figure}} with {{change}}, from {{from}} to {{to}}.",
  "changes.reading.year":
    "Most against the same quarter a year before: {{figure}} with {{change}}, from {{from}} to {{to}}.",
  "changes.look": "See its course",
  "changes.made":
    "Ranked by the size of the change against the earlier value. Left out: fewer than {{n}} cases, and what lies within two standard errors or overlapping intervals.",
  "changes.figure": "Key figure",
  "changes.change": "Change",
  "changes.from": "before",
  "changes.to": "now",
  "changes.period": "Period",
  "equityPage.intro":
    "What the customer base is worth, why that has changed, whether the sums agree, and how the value is spread.",
  "bridge.title": "Why is the customer base worth another amount?",
  "bridge.span": "Span",
  "bridge.none":
    "A bridge needs two month ends with ranks. It appears once orders or contracts span two months.",
  "bridge.reading":
    "{{from}} became {{to}} ({{difference}}); most was moved by “{{largest}}” with {{amount}} (n = {{n}} changes of customers).",
  "bridge.until_one": "month to {{day}}",
  "bridge.until_other": "{{count}} months to {{day}}",
  "bridge.basis.contribution_one": "basis: expected contribution of the next month, not discounted",
  "bridge.basis.contribution_other":
    "basis: expected contribution of the next {{count}} months each time, not discounted",
  "bridge.basis.revenue_one": "basis: expected revenue of the next month, not discounted",
  "bridge.basis.revenue_other":
    "basis: expected revenue of the next {{count}} months each time, not discounted",
  "bridge.rest": "unexplained rest {{rest}}",
  "bridge.missing":
    "The bridge counts customers from month end to month end; its closing is not discounted and knows of no cancellation to a later day yet, so it is not the value above. Not told apart, for there are no figures of it: exchange rates, cost to serve, and a change of the method.",
  "bridge.opening": "Opening",
  "bridge.newCustomers": "New customers",
  "bridge.purchasesUp": "More purchases expected",
  "bridge.spendUp": "Higher spend per purchase",
  "bridge.purchasesDown": "Fewer purchases expected",
  "bridge.spendDown": "Lower spend per purchase",
  "bridge.feeUp": "Higher fees",
  "bridge.feeDown": "Lower fees",
  "bridge.monthsUp": "Contracts begun or expected to stay longer",
  "bridge.monthsDown": "Contracts ended or expected to stay less long",
  "bridge.margin": "Another margin",
  "bridge.gone": "All sent back",
  "bridge.closing": "Closing",
  "reconcile.title": "Reconciliation",
  "reconcile.exact": "All sums agree to the cent (revenue, discounted).",
  "reconcile.off": "The sums do not agree; the table tells the difference.",
  "reconcile.what": "Sum over",
  "reconcile.difference": "Difference",
  "reconcile.equity": "Customer equity",
  "reconcile.deciles": "Tenths of customers",
  "reconcile.classes": "Classes of value",
  "class.title": "How many customers are worth how much?",
  "class.reading":
    "The commonest class is {{commonest}} with {{n}} customers ({{share}}); in the highest, from {{bound}}, there are {{top}}.",
  "class.class": "Value",
  "class.between": "{{low}} to below {{high}}",
  "class.customers_one": "one customer",
  "class.customers_other": "{{n}} customers",
  "class.axis": "Value from",
  "class.none": "The classes of value are made by the next run.",
} as const;
