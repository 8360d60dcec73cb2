/** Cohorts, and what moves recurring revenue. */
export const cohorts = {
  "cohorts.intro":
    "Customers by the month they came: who stays, what they bring, and when they had paid for their acquisition.",
  "cohorts.kind": "Cohorts",
  "cohorts.kind.purchases": "Buyers",
  "cohorts.kind.contracts": "Contracts",
  "cohorts.measure": "Shown is",
  "cohorts.measure.retention": "Retention",
  "cohorts.measure.contribution": "Contribution",
  "cohorts.title.retention.purchases": "Share of the cohort that buys in the month",
  "cohorts.title.retention.contracts": "Share of the cohort that pays at the month’s end",
  "cohorts.title.contribution.purchases": "Contribution per customer since the first purchase",
  "cohorts.title.contribution.contracts": "Contribution per customer since the first fee",
  "cohorts.basis.retention": "counts",
  "cohorts.basis.contribution": "contribution net of returns, not discounted",
  "cohorts.reading.retention":
    "In month {{month}} after they came, {{older}} of the customers of the older {{n}} cohorts were active, and {{newer}} of the newer {{n}}.",
  "cohorts.reading.contribution":
    "By month {{month}} after coming, a customer of the older {{n}} cohorts had brought {{older}}, one of the newer {{n}} {{newer}}.",
  "cohorts.reading.short": "No two cohorts are older than {{month}} months yet.",
  "cohorts.few":
    "Cohorts of fewer than {{n}} customers vary a lot; the table tells the number of customers.",
  "cohorts.noContribution":
    "There is no contribution: the data lack costs, and the setting marginRate is not set.",
  "cohorts.commonMonths": "every year as far as all of its cohorts have come",
  "cohorts.paidBack":
    "{{year}}: an acquisition cost of {{cac}} per customer was covered in month {{paidBack}}; by month {{month}} a customer had brought {{value}}.",
  "cohorts.notPaidBack":
    "{{year}}: an acquisition cost of {{cac}} per customer is not covered after {{month}} months with {{value}}.",
  "cohorts.brought":
    "{{year}}: by month {{month}} a customer had brought {{value}}; what it cost to win them is not known.",
  "cohorts.none.purchases": "No cohorts for this choice",
  "cohorts.none.purchases.text":
    "There are no purchases that could be cut this way. Choose something else, or import orders.",
  "cohorts.none.contracts": "No contracts",
  "cohorts.none.contracts.text":
    "Import a file of contracts (subscriptions): customer, start, end and monthly fee.",
  "cohort.cohort": "Cohort",
  "cohort.customers": "Customers",
  "cohort.monthShort": "M{{month}}",
  "cohort.month": "Month {{month}}",
  "cohort.axis": "Months since they came",
  "cohort.size_one": "one customer",
  "cohort.size_other": "{{count}} customers",
  "cohort.year": "Cohorts of {{year}}",
  "cohort.cacOf": "CAC {{year}}",
  "cohort.said": "{{name}}: {{value}} (CAC {{cac}})",
  "cohort.breakEven": "When had customers paid for their acquisition?",
  "filter.member.together": "all together",
  "made.cohorts": "Cohorts {{from}} – {{to}}",
  "made.lastMonthRuns": "the last month may be incomplete",
  "made.subscribers": "n = {{n}} paying customers at the end",
  "recurring.intro": "What moved the monthly recurring revenue (MRR), and how much of it stays.",
  "recurring.none": "There are no contracts",
  "recurring.none.text":
    "Import a file of contracts (subscriptions): customer, start, end, plan and monthly fee. MRR, its movements, NRR and GRR will then stand here.",
  "recurring.movements": "What moved the MRR?",
  "recurring.movements.reading":
    "In {{periods}} periods {{up}} of MRR came and {{down}} went; {{from}} became {{to}}.",
  "recurring.bridge": "MRR bridge {{period}}",
  "recurring.bridge.reading":
    "{{period}}: {{from}} became {{to}}; the largest movement was {{largest}} with {{amount}}.",
  "recurring.bridge.still": "{{period}}: {{from}} stayed {{to}}, nothing moved.",
  "recurring.mrr_opening": "Opening",
  "recurring.mrr_new": "New",
  "recurring.mrr_expansion": "Expansion",
  "recurring.mrr_reactivation": "Reactivation",
  "recurring.mrr_contraction": "Contraction",
  "recurring.mrr_churn": "Churn",
  "recurring.mrr_fx": "Exchange rates",
  "recurring.mrr": "Closing",
  "waterfall.step": "Step",
  "waterfall.amount": "Amount",
} as const;
