import type { Engine, Row } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { writeBody } from "./body.ts";
import { daysBetween, isoDay } from "./calendar.ts";
import { findingsOf } from "./doctor-findings.ts";
import type { DoctorFinding } from "./doctor-reader.ts";
import { type Fits, readFits } from "./fits.ts";
import { throughMoney } from "./money/money-plan.ts";
import type { RunContext, Step } from "./step.ts";

export type DoctorReport = {
  readonly asOf: string;
  readonly rows: number;
  readonly customers: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly findings: readonly DoctorFinding[];
  /** Every table of the ledger, also those without rows. */
  readonly tables: readonly DoctorTable[];
};

type DoctorTable = {
  readonly table: string;
  readonly rows: number;
  /** Null where the rows have no day. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
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
  tables: readSql("doctor/tables"),
};
const NO_FITS: Fits = { models: {}, refused: {} };

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
    await writeBody(context.engine, table, await examineRun(context, options.signal));
  },
};

async function examineRun(context: RunContext, signal?: AbortSignal): Promise<DoctorReport> {
  const { engine, settings, asOf } = context;
  const one = oneRow(context, signal);
  const lines = await one(QUERIES.lines);
  const customers = await one(QUERIES.customers);
  const counts = {
    ...(await ledgerCounts(one)),
    ...lines,
    ...customers,
    ...(await one(QUERIES.duplicates)),
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
    tables: await readTables(engine),
  };
}

/** What there is where nobody can be valued: no step has made anything of it. */
export async function examineLedger(
  context: RunContext,
  signal?: AbortSignal,
): Promise<DoctorReport> {
  const counts = { ...(await ledgerCounts(oneRow(context, signal))), nothing_to_value: 1 };
  const tables = await readTables(context.engine);
  const days = tables
    .flatMap(({ firstDay, lastDay }) => [firstDay, lastDay])
    .filter(Boolean)
    .sort();
  const asOf = isoDay(context.asOf);
  return {
    asOf,
    rows: 0,
    customers: 0,
    firstDay: days[0] ?? asOf,
    lastDay: days.at(-1) ?? asOf,
    findings: findingsOf(counts, NO_FITS, context.settings),
    tables,
  };
}

type OneRow = (sql: string) => Promise<Row>;

function oneRow({ engine, settings, asOf, money }: RunContext, signal?: AbortSignal): OneRow {
  const { currency, basis } = settings;
  const parameters = { as_of: asOf, currency, basis };
  return async (sql) => {
    const [row] = await engine.rows(throughMoney(sql, money), parameters, { signal });
    return row ?? {};
  };
}

/** Counts of the ledger as it came. */
async function ledgerCounts(one: OneRow): Promise<Row> {
  return {
    ...(await one(QUERIES.rejects)),
    ...(await one(QUERIES.contracts)),
    ...(await one(QUERIES.domains)),
    ...(await one(QUERIES.basis)),
  };
}

async function readTables(engine: Engine): Promise<DoctorTable[]> {
  const rows = await engine.rows(QUERIES.tables);
  const day = (cell: Row[string] | undefined) => (cell == null ? null : String(cell));
  return rows.map(({ source_table, n, first_day, last_day }) => ({
    table: String(source_table),
    rows: Number(n),
    firstDay: day(first_day),
    lastDay: day(last_day),
  }));
}

/** Orders beyond the first of a customer on a day: they are one transaction for the models. */
async function sameDayOrders(engine: Engine, lines: Row): Promise<number> {
  if (Number(lines.lines) === 0) return 0;
  const [row] = await engine.rows(
    "SELECT CAST(coalesce(sum(orders - 1), 0) AS DOUBLE) AS n FROM purchase_day WHERE orders > 1",
  );
  return Number(row?.n);
}
