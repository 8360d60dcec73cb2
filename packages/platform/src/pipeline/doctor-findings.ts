import type { Row } from "../engines/engine.ts";
import type { Settings } from "../workspace/settings.ts";
import { domainFindings } from "./doctor-domains.ts";
import { type DoctorFinding, reader } from "./doctor-reader.ts";
import type { Fits } from "./fits.ts";

/** Less history than this, two years but for some days, cannot show a season. */
const TWO_YEARS_DAYS = 720;
/** A line worth more than this share of everything moves every mean. */
const LARGE_SHARE = 0.005;
/** A mean that grows with the number of purchases this strongly is more likely a sum. */
const SUSPICIOUS_CORRELATION = 0.5;

/** The findings of a workspace, from counts of the queries in sql/doctor. */
export function findingsOf(counts: Row, fits: Fits, settings: Settings): DoctorFinding[] {
  return [
    ...sourceFindings(counts, settings),
    ...returnFindings(counts),
    ...customerFindings(counts),
    ...spendFindings(fits, Number(counts.customers)),
    ...domainFindings(counts, settings),
  ];
}

function sourceFindings(counts: Row, { currency, marginRate }: Settings): DoctorFinding[] {
  const { n, money, of, found } = reader(counts);
  const all = (count: number) => (count === n("lines") ? count : 0);
  const isWithoutMargin = marginRate === undefined && all(n("without_amount")) === 0;
  return [
    ...found("NOTHING_TO_VALUE", "problem", n("nothing_to_value"), { share: null }),
    ...found("REJECTED_ROWS", "warning", n("rejected"), { share: of(n("rejected"), n("read")) }),
    ...found("ROWS_WITHOUT_CUSTOMER", "warning", n("without_customer"), {
      amount: money("without_customer_amount"),
    }),
    ...found("NO_AMOUNTS", "problem", all(n("without_amount"))),
    ...found("EXACT_DUPLICATES", "warning", n("duplicates"), { amount: money("duplicate_amount") }),
    ...found("FUTURE_DATES", "problem", n("future"), {
      details: { lastDay: String(counts.last_day) },
    }),
    ...found("OTHER_CURRENCY", "problem", n("other_currency"), { details: { currency } }),
    ...found("NO_COSTS", "info", isWithoutMargin ? all(n("without_cost")) : 0),
    ...found("LARGE_ORDERS", "warning", isLarge(n("largest"), n("positive_amount")), {
      share: of(n("largest"), n("positive_amount")),
      amount: money("largest"),
    }),
  ];
}

function returnFindings(counts: Row): DoctorFinding[] {
  const { n, money, of, found } = reader(counts);
  return [
    ...found("NEGATIVE_LINES", "info", n("negative"), { amount: money("negative_amount") }),
    ...found("RETURNS_LINKED", "info", n("linked"), {
      share: of(n("linked"), n("negative")),
      amount: money("linked_amount"),
    }),
    ...found("RETURNS_UNLINKED", "warning", n("unlinked"), {
      share: of(n("unlinked"), n("negative")),
      amount: money("unlinked_amount"),
    }),
    ...found("ORDERS_FULLY_RETURNED", "info", n("fully_returned_days"), {
      share: of(n("fully_returned_days"), n("purchases") + n("fully_returned_days")),
      amount: money("fully_returned_amount"),
    }),
    ...found("ZERO_AMOUNTS", "info", n("zero")),
  ];
}

function customerFindings(counts: Row): DoctorFinding[] {
  const { n, of, found } = reader(counts);
  const days = n("history_days");
  return [
    ...found("SAME_DAY_ORDERS", "info", n("same_day"), { share: of(n("same_day"), n("orders")) }),
    ...found("ONE_TIME_BUYERS", "info", n("one_time"), {
      share: of(n("one_time"), n("customers")),
    }),
    ...found("HISTORY_LENGTH", days < TWO_YEARS_DAYS ? "warning" : "info", days, {
      share: null,
      details: { firstDay: String(counts.first_day), lastDay: String(counts.end_day) },
    }),
  ];
}

function isLarge(largest: number, total: number): number {
  return total > 0 && largest > LARGE_SHARE * total ? 1 : 0;
}

function spendFindings({ spend }: Fits, customers: number): DoctorFinding[] {
  const found = spend?.correlation;
  if (!found) return [];
  const details = { correlation: found.correlation, low: found.low, high: found.high };
  const finding = (code: string, severity: DoctorFinding["severity"]): DoctorFinding => ({
    code,
    severity,
    count: customers,
    share: null,
    amount: null,
    details,
  });
  const isSum = found.low > SUSPICIOUS_CORRELATION;
  return [
    finding("SPEND_FREQUENCY_CORRELATION", isSum ? "warning" : "info"),
    ...(isSum ? [finding("SUM_VERSUS_MEAN", "warning")] : []),
  ];
}
