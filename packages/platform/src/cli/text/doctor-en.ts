/** What the command line says of the data. */
export const doctorTexts = {
  caption: (rows: string, customers: string, first: string, last: string) =>
    `${rows} order lines of ${customers} customers, ${first} to ${last}`,
  ledger: "what there is",
  table: (name: string, rows: string) => `  ${name}: ${rows} rows`,
  days: (first: string, last: string) => `, ${first} to ${last}`,
  missing: (names: string) => `  nothing of: ${names}`,
  severity: { info: "note", warning: "warning", problem: "problem" },
  clean: "Nothing is odd.",
  findings: {
    NOTHING_TO_VALUE: () =>
      "There are no orders and no contracts of known customers, so nobody can be valued: import orders or subscriptions.",
    REJECTED_ROWS: (n) =>
      `${n.count} rows of the files (${n.share}) were refused; import --rejects shows them.`,
    ROWS_WITHOUT_CUSTOMER: (n) =>
      `${n.count} lines (${n.share}) name no customer: ${n.amount} of revenue count for nobody.`,
    NO_AMOUNTS: () => "No line has an amount: purchases can be foreseen, their value cannot.",
    EXACT_DUPLICATES: (n) =>
      `${n.count} lines (${n.share}, ${n.amount}) equal an earlier line in everything that is mapped. They count; map an order or line id if they should not.`,
    SAME_DAY_ORDERS: (n) =>
      `${n.count} orders (${n.share}) follow another one of the same customer on the same day: the models see one purchase a day.`,
    NEGATIVE_LINES: (n) =>
      `${n.count} lines (${n.share}) are returns or cancellations: ${n.amount}.`,
    RETURNS_LINKED: (n) =>
      `${n.count} of them (${n.share}, ${n.amount}) are taken off the purchase they belong to.`,
    RETURNS_UNLINKED: (n) =>
      `${n.count} of them (${n.share}, ${n.amount}) fit no earlier purchase; they lower the revenue of their own day.`,
    ORDERS_FULLY_RETURNED: (n) =>
      `${n.count} days of purchase (${n.share}) were sent back in full and do not count as purchases.`,
    ZERO_AMOUNTS: (n) =>
      `${n.count} lines (${n.share}) have the amount 0; they count as purchases.`,
    FUTURE_DATES: (n) =>
      `${n.count} lines lie after the last day that counts, the latest on ${n.lastDay}; they are left out.`,
    ONE_TIME_BUYERS: (n) => `${n.count} customers (${n.share}) have bought once only.`,
    HISTORY_LENGTH: (n) =>
      `The history has ${n.count} days, ${n.firstDay} to ${n.lastDay}; seasons need two years or more.`,
    OTHER_CURRENCY: (n) =>
      `${n.count} lines are not in ${n.currency}; they are left out until rates are known.`,
    SPEND_FREQUENCY_CORRELATION: (n) =>
      `Spend per purchase and number of purchases correlate by ${n.correlation} (${n.low} to ${n.high}); the spend model takes them as independent.`,
    SUM_VERSUS_MEAN: () =>
      "Customers with many purchases spend far more each time: are the amounts running totals instead of single purchases?",
    LARGE_ORDERS: (n) =>
      `The largest line is ${n.amount}, ${n.share} of all revenue; it moves every mean.`,
    CONTRACT_ENDS_BEFORE_START: (n) =>
      `${n.count} phases of contracts (${n.share}) end before they start; they are left out.`,
    CONTRACTS_OVERLAP: (n) =>
      `${n.count} phases of contracts (${n.share}) go on when the next phase of the same contract begins; they count up to that day.`,
    CONTRACT_WITHOUT_FEE: (n) =>
      `${n.count} running phases of contracts (${n.share}) name no fee; they count as 0 in recurring revenue.`,
    CONTRACTS_AGAIN: (n) =>
      `${n.count} phases of contracts (${n.share}) without a number came again with other content: both count. Map the number of the contract (--map subscription=…) and import the files again with --replace.`,
    PHASES_DATED: (n) =>
      `${n.count} states of contracts came with another plan, fee or state than before: each holds from the day of its import, and what was paid until then stays.`,
    USE_BEFORE_CONTRACT: (n) =>
      `${n.count} uses (${n.share}) lie before the start of their contract: are its dates those of a renewal?`,
    USE_AFTER_CONTRACT: (n) => `${n.count} uses (${n.share}) lie after the end of their contract.`,
    USE_WITHOUT_CONTRACT: (n) => `${n.count} uses (${n.share}) name a contract that is not known.`,
    BIRTH_YEAR_IMPOSSIBLE: (n) =>
      `${n.count} customers (${n.share}) were born in the future or more than 120 years ago; their age is not used.`,
    REGISTERED_LATER: (n) =>
      `${n.count} customers (${n.share}) registered after the last day that counts.`,
    REFERRED_BY_THEMSELVES: (n) => `${n.count} customers name themselves as the one who won them.`,
    UNKNOWN_CUSTOMERS: (n) =>
      `${n.count} rows name customers whom no register, order or contract knows (${n.tables}); they are kept and count for nobody’s value.`,
    IDS_TWICE: (n) =>
      `${n.count} ids stand on more than one row (${n.tables}); all rows were kept.`,
    ANSWERS_OF_NOBODY: (n) =>
      `${n.count} answers (${n.share}) name no customer or no day; they are in no customer’s history.`,
    UNKNOWN_CAMPAIGNS: (n) =>
      `${n.count} campaign members (${n.share}) belong to a campaign that is not known.`,
    COSTS_WITHOUT_PERIOD: (n) =>
      `${n.count} costs (${n.share}, ${n.amount}) name no period; they count nowhere.`,
    COST_PERIOD_REVERSED: (n) =>
      `${n.count} costs (${n.share}) end before they begin; they count on their first day.`,
    CONTRACTS_OTHER_CURRENCY: (n) =>
      `${n.count} phases of contracts (${n.share}) are not in ${n.currency}; they are left out until rates are known.`,
    COSTS_OTHER_CURRENCY: (n) =>
      `${n.count} costs (${n.share}) are not in ${n.currency}; they are left out until rates are known.`,
    CURRENCY_CONVERTED: (n) =>
      `${n.count} lines (${n.share}) in other currencies count by the rate of the day of sale: ${n.amount}.`,
    BASIS_ASSUMED: (n) =>
      `${n.count} rows of ${n.sources} source(s), such as ${n.source}, come from a system that does not say whether amounts are net or gross; they are taken for ${n.basis}. Write basis: ${n.basis} or basis: ${n.other} at the source in kundenwert.yaml, or import again with --basis and --replace.`,
    BASIS_CONVERTED: (n) =>
      `${n.count} lines (${n.share}) were made ${n.basis} by the tax of their day: ${n.amount}.`,
    BASIS_UNKNOWN: (n) =>
      `${n.count} lines (${n.share}, ${n.amount}) are not ${n.basis} and no tax rate is known for them; they count as they came. Set country, or vatRates for theirs.`,
    FEES_BASIS_UNKNOWN: (n) =>
      `${n.count} phases of contracts (${n.share}) have a fee that is not ${n.basis} and no known tax rate; they count as they came. Set country.`,
    NO_COSTS: () =>
      "No line has a cost: values are revenue. Map a cost column or set marginRate for contribution.",
  } as Readonly<Record<string, (facts: Facts) => string>>,
};

type Facts = Readonly<Record<string, string>>;
