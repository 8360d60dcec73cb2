/** Findings of the data doctor: what was found, what it means, what to do. */
export const doctor = {
  "doctor.intro":
    "What the imported data are like, what was netted, merged or left out, and what it means for the values.",
  "doctor.rows": "Order lines",
  "doctor.customers": "Customers",
  "doctor.first": "First day",
  "doctor.last": "Last day",
  "doctor.findings": "Findings",
  "doctor.files": "The findings as a file:",
  "doctor.share": "{{share}} of all",
  "doctor.todo": "What to do:",
  "doctor.REJECTED_ROWS.title": "Rows were rejected at the import",
  "doctor.REJECTED_ROWS.count_one": "{{n}} row",
  "doctor.REJECTED_ROWS.count_other": "{{n}} rows",
  "doctor.REJECTED_ROWS.meaning":
    "They could not be read and are missing from every figure. The good rows of the same files were taken.",
  "doctor.REJECTED_ROWS.todo":
    "Download the rejected rows on the import page; each carries its line and reason. Correct them and import the file again.",
  "doctor.ROWS_WITHOUT_CUSTOMER.title": "Order lines name no customer",
  "doctor.ROWS_WITHOUT_CUSTOMER.count_one": "{{n}} line",
  "doctor.ROWS_WITHOUT_CUSTOMER.count_other": "{{n}} lines",
  "doctor.ROWS_WITHOUT_CUSTOMER.meaning":
    "Such lines, often guest orders, count for no customer. Their revenue is in no customer’s value.",
  "doctor.ROWS_WITHOUT_CUSTOMER.todo":
    "If your shop knows the e-mail address, use it as the customer column.",
  "doctor.NO_AMOUNTS.title": "The data hold no amounts",
  "doctor.NO_AMOUNTS.count_one": "{{n}} line",
  "doctor.NO_AMOUNTS.count_other": "{{n}} lines",
  "doctor.NO_AMOUNTS.meaning": "Purchases can be predicted, values cannot.",
  "doctor.NO_AMOUNTS.todo": "Import a file with a column of amounts, or map it on the import page.",
  "doctor.EXACT_DUPLICATES.title": "Lines are equal to an earlier line in everything",
  "doctor.EXACT_DUPLICATES.count_one": "{{n}} line",
  "doctor.EXACT_DUPLICATES.count_other": "{{n}} lines",
  "doctor.EXACT_DUPLICATES.meaning":
    "They were kept, for two equal lines can be two real ones. If they are copies, revenue is too high by the amount shown.",
  "doctor.EXACT_DUPLICATES.todo":
    "Export the file with an order number and a line number: then copies are recognised.",
  "doctor.SAME_DAY_ORDERS.title": "Orders fell on the same day as another order",
  "doctor.SAME_DAY_ORDERS.count_one": "{{n}} order",
  "doctor.SAME_DAY_ORDERS.count_other": "{{n}} orders",
  "doctor.SAME_DAY_ORDERS.meaning":
    "Several orders of a customer on one day count as one purchase. Amounts are added up, nothing is lost.",
  "doctor.SAME_DAY_ORDERS.todo": "Nothing; this is how the models count.",
  "doctor.NEGATIVE_LINES.title": "Lines with negative amounts",
  "doctor.NEGATIVE_LINES.count_one": "{{n}} line",
  "doctor.NEGATIVE_LINES.count_other": "{{n}} lines",
  "doctor.NEGATIVE_LINES.meaning":
    "They are returns, cancellations or credit notes and are taken off the revenue.",
  "doctor.NEGATIVE_LINES.todo":
    "Nothing, if your company has returns. If not, check the sign of the amounts.",
  "doctor.RETURNS_LINKED.title": "Returns were linked to their order",
  "doctor.RETURNS_LINKED.count_one": "{{n}} line",
  "doctor.RETURNS_LINKED.count_other": "{{n}} lines",
  "doctor.RETURNS_LINKED.meaning":
    "They count on the day of the purchase: what was sent back in part counts net, what was sent back in full is no purchase.",
  "doctor.RETURNS_LINKED.todo": "Nothing.",
  "doctor.RETURNS_UNLINKED.title": "Returns whose order is not known",
  "doctor.RETURNS_UNLINKED.count_one": "{{n}} line",
  "doctor.RETURNS_UNLINKED.count_other": "{{n}} lines",
  "doctor.RETURNS_UNLINKED.meaning":
    "They lower the revenue on their own day. The purchase they belong to still counts as a purchase.",
  "doctor.RETURNS_UNLINKED.todo":
    "Map the column that names the original order (“Return of”), or import earlier months.",
  "doctor.ORDERS_FULLY_RETURNED.title": "Purchases were returned in full",
  "doctor.ORDERS_FULLY_RETURNED.count_one": "{{n}} purchase",
  "doctor.ORDERS_FULLY_RETURNED.count_other": "{{n}} purchases",
  "doctor.ORDERS_FULLY_RETURNED.meaning": "They do not count as purchases.",
  "doctor.ORDERS_FULLY_RETURNED.todo":
    "Nothing. A high share is worth a look at products and sizes.",
  "doctor.ZERO_AMOUNTS.title": "Lines with an amount of zero",
  "doctor.ZERO_AMOUNTS.count_one": "{{n}} line",
  "doctor.ZERO_AMOUNTS.count_other": "{{n}} lines",
  "doctor.ZERO_AMOUNTS.meaning":
    "Samples, gifts or vouchers. They count as purchases and add no revenue.",
  "doctor.ZERO_AMOUNTS.todo": "If they are no real purchases, take them out of the file.",
  "doctor.FUTURE_DATES.title": "Dates lie after the as-of date",
  "doctor.FUTURE_DATES.count_one": "{{n}} line",
  "doctor.FUTURE_DATES.count_other": "{{n}} lines",
  "doctor.FUTURE_DATES.meaning":
    "They are left out. The last day in the file is {{lastDay}}; often day and month are swapped.",
  "doctor.FUTURE_DATES.todo":
    "Check the date form of the import, take the import back and import anew.",
  "doctor.ONE_TIME_BUYERS.title": "Customers with a single purchase",
  "doctor.ONE_TIME_BUYERS.count_one": "{{n}} customer",
  "doctor.ONE_TIME_BUYERS.count_other": "{{n}} customers",
  "doctor.ONE_TIME_BUYERS.meaning":
    "Nobody knows yet whether they come again. The forecast for them rests on what similar customers did.",
  "doctor.ONE_TIME_BUYERS.todo":
    "The second purchase is the greatest step in value: welcome campaigns pay off here.",
  "doctor.HISTORY_LENGTH.title": "Length of the history",
  "doctor.HISTORY_LENGTH.count_one": "{{n}} day",
  "doctor.HISTORY_LENGTH.count_other": "{{n}} days",
  "doctor.HISTORY_LENGTH.meaning":
    "From {{firstDay}} to {{lastDay}}. Below two years no season can be seen, and forecasts over years are bolder than the data.",
  "doctor.HISTORY_LENGTH.todo": "Import earlier years if you have them.",
  "doctor.OTHER_CURRENCY.title": "Lines in another currency",
  "doctor.OTHER_CURRENCY.count_one": "{{n}} line",
  "doctor.OTHER_CURRENCY.count_other": "{{n}} lines",
  "doctor.OTHER_CURRENCY.meaning":
    "They are left out: only {{currency}} counts, and rates are not guessed.",
  "doctor.OTHER_CURRENCY.todo":
    "Convert them before the import, or set the workspace to the other currency.",
  "doctor.SPEND_FREQUENCY_CORRELATION.title": "Do frequent buyers spend more per purchase?",
  "doctor.SPEND_FREQUENCY_CORRELATION.count_one": "{{n}} customer",
  "doctor.SPEND_FREQUENCY_CORRELATION.count_other": "{{n}} customers",
  "doctor.SPEND_FREQUENCY_CORRELATION.meaning":
    "The correlation of number and size of purchases is {{correlation}} (95% interval {{low}} to {{high}}). The spend model assumes that it is close to zero.",
  "doctor.SPEND_FREQUENCY_CORRELATION.todo":
    "Near zero: nothing. Beyond ±0.3 look at the forecast quality by tenths.",
  "doctor.SUM_VERSUS_MEAN.title": "The amount may be a running sum",
  "doctor.SUM_VERSUS_MEAN.count_one": "{{n}} customer",
  "doctor.SUM_VERSUS_MEAN.count_other": "{{n}} customers",
  "doctor.SUM_VERSUS_MEAN.meaning":
    "Amounts grow strongly with the number of purchases. Then the column often holds the customer’s total so far, not the single order.",
  "doctor.SUM_VERSUS_MEAN.todo":
    "Check what the column of amounts means and import the single amounts.",
  "doctor.LARGE_ORDERS.title": "A single line weighs heavily",
  "doctor.LARGE_ORDERS.count_one": "{{n}} line",
  "doctor.LARGE_ORDERS.count_other": "{{n}} lines",
  "doctor.LARGE_ORDERS.meaning":
    "The largest line alone is a considerable part of all revenue and moves every mean.",
  "doctor.LARGE_ORDERS.todo":
    "Check whether it is real. Wholesale customers are better valued in a workspace of their own.",
  "doctor.NOTHING_TO_VALUE.title": "Nobody can be valued",
  "doctor.NOTHING_TO_VALUE.count_one": "no order, no contract",
  "doctor.NOTHING_TO_VALUE.count_other": "no order, no contract",
  "doctor.NOTHING_TO_VALUE.meaning": "There are neither orders nor contracts of known customers.",
  "doctor.NOTHING_TO_VALUE.todo": "Import orders or contracts.",
  "doctor.ledger": "What there is",
  "ledger.orders": "Orders",
  "ledger.customers": "Customers",
  "ledger.customer_attributes": "Attributes of customers",
  "ledger.subscriptions": "Subscriptions",
  "ledger.interactions": "Interactions",
  "ledger.usage": "Usage",
  "ledger.feedback": "Feedback",
  "ledger.costs": "Costs",
  "ledger.products": "Products",
  "ledger.campaigns": "Campaigns",
  "ledger.campaign_members": "Campaign members",
  "ledger.referrals": "Referrals",
  "ledger.consents": "Consents",
  "ledger.exchange_rates": "Exchange rates",
  "ledger.identifiers": "Identifiers",
  "doctor.table": "Table",
  "doctor.tableRows": "Rows",
  "doctor.missing": "Nothing of: {{names}}",
  "doctor.NO_COSTS.title": "The data hold no costs",
  "doctor.NO_COSTS.count_one": "{{n}} line",
  "doctor.NO_COSTS.count_other": "{{n}} lines",
  "doctor.NO_COSTS.meaning": "Values are revenue, not contribution margin.",
  "doctor.NO_COSTS.todo":
    "Map a cost column at the import, or enter a margin in kundenwert.yaml (marginRate).",
} as const;
