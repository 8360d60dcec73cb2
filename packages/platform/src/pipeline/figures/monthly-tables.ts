import type { Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { addDays, addMonths, isoDay } from "../calendar.ts";
import { catalogueDigests } from "../catalogue-print.ts";
import type { Period, PeriodStep } from "../period-step.ts";
import { purchaseMonths } from "../purchase-months.ts";
import { type RunContext, type Step, sqlStep } from "../step.ts";
import { customerNumber } from "./customer-number.ts";

type MonthlyTable = {
  readonly name: string;
  readonly reads: readonly string[];
  /** Its columns with their types; one is month_start. */
  readonly columns: string;
  readonly checks?: Readonly<Record<string, string>>;
  /** Whether it reads the first days of the next month too. */
  readonly readsOn?: true;
  /** What concerns every month besides the lines counted in it. */
  readonly common?: (context: RunContext) => Promise<(month: string) => unknown>;
};

/**
 * What customers bought, a period a month: sql/figures/<name>.sql reads what counts from $month to
 * $next_month, so only months are made again whose lines or returns changed. It must not depend on
 * the last day that counts, nor on anything that changes with every run.
 */
function monthlyTable(definition: MonthlyTable): PeriodStep {
  const { name, reads, columns, checks, common, readsOn } = definition;
  const select = readSql(`figures/${name}`);
  return {
    name,
    reads,
    text: select,
    checks: checks ?? {},
    inputs: ({ asOf }) => ({ as_of: isoDay(asOf) }),
    periods: {
      column: "month_start",
      columns,
      select,
      list: async (context) => {
        const periods = await purchaseMonths(context);
        const beside = (await common?.(context)) ?? (() => "");
        return (readsOn ? withNext(periods) : periods).map(({ end, fingerprint }) => ({
          end,
          fingerprint: JSON.stringify([fingerprint, beside(isoDay(end))]),
        }));
      },
      parameters,
    },
  };
}

/** Each month that holds lines or precedes one that does, with what the month after it holds. */
function withNext(periods: readonly Period[]): Period[] {
  const prints = new Map(periods.map(({ end, fingerprint }) => [end.getTime(), fingerprint]));
  const starts = new Set([
    ...prints.keys(),
    ...periods.map(({ end }) => addMonths(end, -1).getTime()),
  ]);
  return [...starts]
    .sort((one, other) => one - other)
    .map((start) => {
      const end = new Date(start);
      const next = prints.get(addMonths(end, 1).getTime());
      return { end, fingerprint: JSON.stringify([prints.get(start) ?? "", next ?? ""]) };
    });
}

/** The first Monday of a month. */
function firstMonday(month: Date): Date {
  return addDays(month, (8 - month.getUTCDay()) % 7);
}

function parameters({ asOf, settings }: RunContext, month: Date): Parameters {
  const next = addMonths(month, 1);
  const after = addDays(asOf, 1);
  return {
    month,
    next_month: next,
    until: after < next ? after : next,
    week_from: firstMonday(month),
    week_until: firstMonday(next),
    currency: settings.currency,
  };
}

/** What decides under which name a line of any month is told: nothing while all names are kept. */
async function placesCut({ engine }: RunContext): Promise<(month: string) => unknown> {
  const cut = await engine.rows(
    `SELECT dimension, member FROM sales_place
     WHERE dimension IN (SELECT dimension FROM sales_place WHERE told_as <> member)
       AND told_as = member ORDER BY dimension, member`,
  );
  const dimensions = await engine.rows(
    "SELECT DISTINCT dimension FROM sales_place ORDER BY dimension",
  );
  const catalogue = await catalogueDigests(engine);
  return (month) => [dimensions, cut, catalogue(month)];
}

const salesPlace = sqlStep({
  name: "sales_place",
  file: "figures/sales_place",
  reads: ["orders"],
  checks: { "a place has a name to be told as": "told_as IS NULL" },
  parameters: ({ asOf, settings }) => ({ as_of: asOf, currency: settings.currency }),
});

/** What figures are counted from, and the numbers and names it is counted by. */
export const MONTHLY_TABLES: readonly (Step | PeriodStep)[] = [
  customerNumber,
  salesPlace,
  monthlyTable({
    name: "purchase_month",
    reads: ["purchase_day", "customer_number"],
    columns: `customer_no INTEGER, month_start DATE, purchases INTEGER, orders INTEGER,
      revenue DOUBLE, purchase_revenue DOUBLE, known_contribution DOUBLE, uncosted_revenue DOUBLE`,
    checks: { "no month has fewer orders than purchases": "orders > 0 AND orders < purchases" },
  }),
  monthlyTable({
    name: "purchase_week",
    reads: ["purchase_day", "customer_number"],
    columns: `customer_no INTEGER, month_start DATE, week_start DATE, purchases INTEGER,
      orders INTEGER, revenue DOUBLE, purchase_revenue DOUBLE, known_contribution DOUBLE,
      uncosted_revenue DOUBLE`,
    readsOn: true,
  }),
  monthlyTable({
    name: "place_month",
    reads: ["purchase_day", "return_link", "sales_place", "customer_number"],
    columns: `customer_no INTEGER, month_start DATE, dimension VARCHAR, member VARCHAR,
      purchases INTEGER, orders INTEGER, revenue DOUBLE, purchase_revenue DOUBLE,
      known_contribution DOUBLE, uncosted_revenue DOUBLE`,
    common: placesCut,
  }),
];
