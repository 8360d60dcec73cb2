/** What the command line says of the data. */
export const doctorTexts = {
  caption: (rows: string, customers: string, first: string, last: string) =>
    `${rows} order lines of ${customers} customers, ${first} to ${last}`,
  severity: { info: "note", warning: "warning", problem: "problem" },
  clean: "Nothing is odd.",
  findings: {
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
    NO_COSTS: () =>
      "No line has a cost: values are revenue. Map a cost column or set marginRate for contribution.",
  } as Readonly<Record<string, (facts: Facts) => string>>,
};

type Facts = Readonly<Record<string, string>>;
