/** What a customer who is won now is worth, beside what it costs to win one. */
export const newCustomers = {
  "newCustomers.title": "What a new customer is worth",
  "newCustomers.none":
    "Not known: the purchases have no amounts, or the last run did not work it out.",
  "newCustomers.reading_one":
    "A customer who is won now brings {{value}} in the first month in the mean ({{low}} to {{high}}).",
  "newCustomers.reading_other":
    "A customer who is won now brings {{value}} in the first {{count}} months in the mean ({{low}} to {{high}}).",
  "newCustomers.ratio":
    "Winning one costs {{cost}}: by contribution, CLV ÷ CAC is {{ratio}} ({{low}} to {{high}}).",
  "newCustomers.noCost": "What winning one costs is not known, so there is no CLV ÷ CAC.",
  "newCustomers.tooYoung":
    "Nobody was won long enough ago to have seen that much time: only the model speaks.",
  "newCustomers.made_one":
    "Customers whose first purchase lies one month to two years and one month back; the first purchase included, discounted to its day. Basis: {{basis}}; CLV ÷ CAC always by contribution, cost of the whole history. Interval: 80 %, noise and the drift of whole years. Groups of 30 and more (at least {{n}}), drawn towards all. Model: what the probability model expects of somebody of whom nothing is known yet.",
  "newCustomers.made_other":
    "Customers whose first purchase lies {{count}} months to two years and {{count}} months back; the first purchase included, discounted to its day. Basis: {{basis}}; CLV ÷ CAC always by contribution, cost of the whole history. Interval: 80 %, noise and the drift of whole years. Groups of 30 and more (at least {{n}}), drawn towards all. Model: what the probability model expects of somebody of whom nothing is known yet.",
  "newCustomers.cut": "By",
  "newCustomers.member": "Group",
  "newCustomers.prior": "model",
  "newCustomers.low": "from",
  "newCustomers.high": "to",
  "newCustomers.cost": "CAC",
  "newCustomers.ratioLow": "CLV ÷ CAC from",
  "newCustomers.ratioHigh": "CLV ÷ CAC to",
} as const;
