import { desiredTerms } from "./desired-terms.ts";
import { domainTerms } from "./domain-terms.ts";
import type { WarningKind } from "./kind.ts";
import type { Foreseen } from "./material.ts";
import { flagTerm, logit, logitSql, logTerm, type Term } from "./term.ts";
import { age, column, purchases, recency } from "./term-columns.ts";

const DAYS_A_QUARTER = 365.2425 / 4;

/** Mean days between purchases; NaN after one. */
function interval(of: Foreseen, row: number): number {
  const gaps = purchases(of, row) - 1;
  return gaps > 0 ? (age(of, row) - recency(of, row)) / gaps : Number.NaN;
}

/** Standard deviation of the days between purchases ÷ their mean; NaN below three purchases. */
function irregularity(of: Foreseen, row: number): number {
  const gaps = purchases(of, row) - 1;
  const mean = interval(of, row);
  if (!(gaps > 1 && mean > 0)) return Number.NaN;
  return Math.sqrt(Math.max(0, column("gap_squares")(of, row) / gaps - mean ** 2)) / mean;
}

/** Spend of the last three months beside that of twelve, a tenth of a purchase more on each side. */
function spendTrend(of: Foreseen, row: number): number {
  const little = 0.1 * of.basis.spend.mean + 1e-9;
  const quarter = Math.max(column("spend_3m")(of, row), 0) + little;
  return quarter / (Math.max(column("spend_12m")(of, row), 0) + little);
}

/** Purchases of the last three months beside the customer's own pace, half a purchase more each. */
function paceTrend(of: Foreseen, row: number): number {
  const own = (purchases(of, row) / (age(of, row) + DAYS_A_QUARTER)) * DAYS_A_QUARTER;
  return (column("purchases_3m")(of, row) + 0.5) / (own + 0.5);
}

const overdue = (of: Foreseen, row: number) => (recency(of, row) + 1) / (interval(of, row) + 1);

/** The functions above, in SQL. */
const INTERVAL = "(CASE WHEN purchases > 1 THEN (age - recency) / (purchases - 1) END)";
const SQL = {
  spendTrend: "((greatest(spend_3m, 0) + little) / (greatest(spend_12m, 0) + little))",
  overdue: `((recency + 1) / (${INTERVAL} + 1))`,
  irregularity: `(CASE WHEN purchases > 2 AND age > recency THEN
    sqrt(greatest(0, gap_squares / (purchases - 1) - ${INTERVAL} * ${INTERVAL})) / ${INTERVAL} END)`,
  paceTrend: `((purchases_3m + 0.5)
    / (purchases / (age + ${DAYS_A_QUARTER}) * ${DAYS_A_QUARTER} + 0.5))`,
} as const;

const lnOf = (sql: string) => ({ value: `ln(${sql})`, shown: sql });

const rhythm: readonly Term[] = [
  logTerm("purchases_1m", column("purchases_1m"), "purchases_1m", {
    en: "{n} {purchase|purchases} in the last month",
    de: "{n} {Kauf|Käufe} im letzten Monat",
  }),
  logTerm("recency", recency, "recency", {
    en: "last purchase {n} {day|days} ago",
    de: "letzter Kauf vor {n} {Tag|Tagen}",
  }),
  logTerm("purchases_3m", column("purchases_3m"), "purchases_3m", {
    en: "{n} {purchase|purchases} in the last 3 months",
    de: "{n} {Kauf|Käufe} in den letzten 3 Monaten",
  }),
  flagTerm("one_purchase", (of, row) => purchases(of, row) === 1, "purchases = 1", {
    en: "one purchase so far",
    de: "bisher ein einziger Kauf",
  }),
  {
    name: "spend_trend",
    value: (of, row) => Math.log(spendTrend(of, row)),
    shown: spendTrend,
    sql: lnOf(SQL.spendTrend),
    unit: "percent",
    meaning: {
      en: "the last 3 months hold {n} of the year’s spend",
      de: "auf die letzten 3 Monate entfallen {n} des Jahresumsatzes",
    },
  },
  {
    name: "quiet_mbg",
    value: ({ outlook }, row) => logit(outlook.quietMbg[row] as number),
    shown: ({ outlook }, row) => outlook.quietMbg[row] as number,
    sql: { value: logitSql("quiet_mbg"), shown: "quiet_mbg" },
    unit: "percent",
    meaning: {
      en: "by pace and time since the last purchase, {n} stay without one",
      de: "nach Kauftempo und Zeit seit dem letzten Kauf bleiben {n} ohne Kauf",
    },
  },
];

const undesired: readonly Term[] = [
  logTerm("purchases_12m", column("purchases_12m"), "purchases_12m", {
    en: "{n} {purchase|purchases} in the last 12 months",
    de: "{n} {Kauf|Käufe} in den letzten 12 Monaten",
  }),
  logTerm("tenure", age, "age", {
    en: "customer for {n} {day|days}",
    de: "Kunde seit {n} {Tag|Tagen}",
  }),
  {
    name: "quiet_hidden_markov",
    value: ({ outlook }, row) => logit(outlook.quietHiddenMarkov[row] as number),
    shown: ({ outlook }, row) => outlook.quietHiddenMarkov[row] as number,
    sql: { value: logitSql("quiet_hidden_markov"), shown: "quiet_hidden_markov" },
    unit: "percent",
    meaning: {
      en: "after months like these, {n} stay without a purchase",
      de: "nach solchen Monaten bleiben {n} ohne Kauf",
    },
  },
  {
    name: "overdue",
    value: (of, row) => Math.log(overdue(of, row)),
    shown: overdue,
    sql: lnOf(SQL.overdue),
    unit: "number",
    meaning: {
      en: "silent for {n} times the usual interval",
      de: "seit dem {n}-Fachen des üblichen Abstands kein Kauf",
    },
  },
  flagTerm("two_purchases", (of, row) => purchases(of, row) === 2, "purchases = 2", {
    en: "two purchases so far",
    de: "bisher zwei Käufe",
  }),
  {
    name: "irregularity",
    value: irregularity,
    shown: irregularity,
    sql: { value: SQL.irregularity, shown: SQL.irregularity },
    unit: "number",
    meaning: {
      en: "intervals vary by {n} times their mean",
      de: "die Abstände schwanken um das {n}-Fache ihres Mittels",
    },
  },
  {
    name: "pace_trend",
    value: (of, row) => Math.log(paceTrend(of, row)),
    shown: paceTrend,
    sql: lnOf(SQL.paceTrend),
    unit: "percent",
    meaning: {
      en: "in the last 3 months at {n} of the customer’s own pace",
      de: "in den letzten 3 Monaten {n} des eigenen Kauftempos",
    },
  },
  {
    name: "regular_silence",
    value: (of, row) => (purchases(of, row) > 4 ? Math.log1p(recency(of, row)) : 0),
    shown: recency,
    sql: {
      value: "CASE WHEN purchases > 4 THEN ln(1 + recency) ELSE CAST(0 AS DOUBLE) END",
      shown: "recency",
    },
    unit: "number",
    meaning: {
      en: "a regular customer, last purchase {n} {day|days} ago",
      de: "Stammkunde, letzter Kauf vor {n} {Tag|Tagen}",
    },
  },
];

/** The terms of each kind of warning. */
export const TERMS: Readonly<Record<WarningKind, readonly Term[]>> = {
  undesired: [...rhythm, ...undesired, ...domainTerms],
  desired: [...rhythm, ...desiredTerms, ...domainTerms],
};

/** Days since the last purchase by the customer's own mean interval; of one purchase, by its age. */
export function silenceByInterval({ rows }: Foreseen): Float64Array {
  return rows.recency.map((days, row) => {
    const [n, since] = [rows.purchases[row] as number, rows.age[row] as number];
    const own = n > 1 ? (since - days) / (n - 1) : since;
    return days / Math.max(own, 1);
  });
}
