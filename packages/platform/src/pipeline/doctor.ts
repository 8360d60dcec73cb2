import type { Engine, Row } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { writeBody } from "./body.ts";
import { daysBetween, isoDay } from "./calendar.ts";
import { type DoctorFinding, findingsOf } from "./doctor-findings.ts";
import { readFits } from "./fits.ts";
import { throughMoney } from "./money/money-plan.ts";
import type { RunContext, Step } from "./step.ts";

export type DoctorReport = {
  readonly asOf: string;
  readonly rows: number;
  readonly customers: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly findings: readonly DoctorFinding[];
};

const QUERIES = {
  lines: readSql("doctor/lines"),
  duplicates: readSql("doctor/duplicates"),
  customers: readSql("doctor/customers"),
  rejects: readSql("doctor/rejects"),
  contracts: readSql("doctor/contracts"),
  domains: readSql("doctor/domains"),
  money: readSql("doctor/money"),
  phases: readSql("doctor/phases"),
  basis: readSql("doctor/basis"),
};

/** What is odd about the data and what was done with it: netted, merged, left out. */
export const doctor: Step = {
  name: "doctor",
  reads: [
    "orders",
    "order_money",
    "subscription_phase",
    "subscription_money",
    "return_link",
    "purchase_day",
    "customer_summary",
    "fits",
  ],
  text: JSON.stringify(QUERIES),
  inputs: ({ asOf, settings: { currency, basis, marginRate }, money }) => ({
    asOf: isoDay(asOf),
    currency,
    basis,
    marginRate: marginRate ?? null,
    money: money?.fingerprint ?? "",
  }),
  checks: {},
  async write(context, table, options) {
    await writeBody(context.engine, table, await examine(context, options.signal));
  },
};

async function examine(context: RunContext, signal?: AbortSignal): Promise<DoctorReport> {
  const { engine, settings, asOf } = context;
  const { currency, basis } = settings;
  const parameters = { as_of: asOf, currency, basis };
  const one = async (sql: string): Promise<Row> => {
    const [row] = await engine.rows(throughMoney(sql, context.money), parameters, { signal });
    return row ?? {};
  };
  const lines = await one(QUERIES.lines);
  const customers = await one(QUERIES.customers);
  const counts = {
    ...lines,
    ...customers,
    ...(await one(QUERIES.duplicates)),
    ...(await one(QUERIES.rejects)),
    ...(await one(QUERIES.contracts)),
    ...(await one(QUERIES.domains)),
    ...(await one(QUERIES.basis)),
    ...(context.money ? await one(QUERIES.money) : {}),
    ...(context.replacedPhases ? await one(QUERIES.phases) : {}),
    same_day: await sameDayOrders(engine, lines),
    end_day: isoDay(asOf),
    history_days: daysBetween(new Date(String(lines.first_day)), asOf) + 1,
  };
  return {
    asOf: isoDay(asOf),
    rows: Number(lines.lines),
    customers: Number(customers.customers),
    firstDay: String(lines.first_day ?? isoDay(asOf)),
    lastDay: String(lines.last_day ?? isoDay(asOf)),
    findings: findingsOf(counts, await readFits(engine, "fits"), settings),
  };
}

/** Orders beyond the first of a customer on a day: they are one transaction for the models. */
async function sameDayOrders(engine: Engine, lines: Row): Promise<number> {
  if (Number(lines.lines) === 0) return 0;
  const [row] = await engine.rows(
    "SELECT CAST(coalesce(sum(orders - 1), 0) AS DOUBLE) AS n FROM purchase_day WHERE orders > 1",
  );
  return Number(row?.n);
}
