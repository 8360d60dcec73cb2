import { readSql } from "../../engines/sql-file.ts";
import { addDays, addMonths, isoDay } from "../calendar.ts";
import { catalogueDigests } from "../catalogue-print.ts";
import { aliasFingerprint, digest, tablePrint } from "../journal.ts";
import type { Period, PeriodStep } from "../period-step.ts";
import type { RunContext } from "../step.ts";
import { printsOf } from "./ledger-digest.ts";

const SELECT = readSql("features/range_activity");

/**
 * What customers ordered for the first time, a period a month. Whether it was the first time hangs on
 * all months before, so a late order makes its month and those after it anew.
 */
export const rangeActivity: PeriodStep = {
  name: "range_activity",
  reads: ["ledger/orders", "ledger/products"],
  text: SELECT,
  checks: {},
  inputs: ({ asOf, settings, money }) => ({
    as_of: isoDay(asOf),
    currency: settings.currency,
    money: money?.fingerprint ?? "",
  }),
  periods: {
    column: "activity_month",
    columns: `customer_id VARCHAR, activity_month DATE, aspect VARCHAR, value VARCHAR,
      new_categories DOUBLE, new_products DOUBLE, new_channels DOUBLE`,
    select: SELECT,
    list: listMonths,
    parameters: ({ asOf, settings }, month) => {
      const next = addMonths(month, 1);
      const after = addDays(asOf, 1);
      return { month, until: after < next ? after : next, currency: settings.currency };
    },
  },
};

/** The months with orders, each with a digest of all orders up to its end. */
async function listMonths({ engine, asOf, settings, money }: RunContext): Promise<Period[]> {
  const rates = money ? await tablePrint(engine, "exchange_rates") : "";
  const catalogue = await catalogueDigests(engine);
  let known = digest([
    settings.currency,
    money?.fingerprint,
    rates,
    await aliasFingerprint(engine),
  ]);
  const months = new Map<string, string>();
  for (const { month, print } of await printsOf(engine, "orders", "ordered_at", asOf)) {
    known = digest([known, print]);
    if (month) months.set(month, digest([known, catalogue(month)]));
  }
  return [...months].map(([month, fingerprint]) => ({ end: new Date(month), fingerprint }));
}
