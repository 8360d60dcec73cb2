import type { Engine, Row, SqlValue } from "../src/engines/engine.ts";
import { customerSummary } from "../src/pipeline/customer-summary.ts";
import { figureSteps } from "../src/pipeline/figures/steps.ts";
import { planMoney } from "../src/pipeline/money/money-plan.ts";
import { moneySteps } from "../src/pipeline/money/money-steps.ts";
import { purchaseDay } from "../src/pipeline/purchase-day.ts";
import { returnLink } from "../src/pipeline/return-link.ts";
import { runSteps } from "../src/pipeline/runner.ts";
import type { Valuation } from "../src/pipeline/value-steps.ts";
import type { Settings } from "../src/workspace/settings.ts";
import { type Line, ledgerOf } from "./orders-table.ts";

/** Rows of a ledger table as a test writes them; columns that are left out are NULL. */
type Rows = readonly Readonly<Record<string, string | number | boolean | null>>[];

export type FigureLedger = {
  readonly orders?: readonly Line[];
  readonly customers?: Rows;
  readonly subscriptions?: Rows;
  readonly feedback?: Rows;
  readonly interactions?: Rows;
  readonly costs?: Rows;
  readonly campaigns?: Rows;
  readonly products?: Rows;
  readonly exchange_rates?: Rows;
  readonly referrals?: Rows;
  readonly customer_attributes?: Rows;
  /** What customers are worth, as the value steps would have left it. */
  readonly values?: Rows;
};

type Options = {
  readonly asOf: string;
  readonly settings?: Partial<Settings>;
  readonly valuation?: Partial<Valuation>;
};

/** Where a figure is read: the whole month is meant unless told. */
export type Place = {
  readonly period?: string;
  readonly start?: string;
  readonly dimension?: string;
  readonly member?: string;
};

export type Figures = {
  readonly engine: Engine;
  /** The row of a figure, or undefined where it is not told. */
  figure(name: string, place?: Place): Promise<Row | undefined>;
  value(name: string, place?: Place): Promise<number | null | undefined>;
  close(): Promise<void>;
};

const VALUES = `CREATE TABLE customer_value (customer_id VARCHAR, horizon_months INTEGER,
  first_day DATE, class VARCHAR, revenue_historic DOUBLE, revenue_discounted DOUBLE,
  revenue_total DOUBLE, contribution_historic DOUBLE, contribution_discounted DOUBLE,
  contribution_total DOUBLE)`;

/** All figures of a ledger worked by hand. */
export async function figuresOf(ledger: FigureLedger, options: Options): Promise<Figures> {
  const { orders = [], values = [], ...tables } = ledger;
  const asOf = new Date(options.asOf);
  const made = await ledgerOf(orders, { asOf });
  const { engine } = made;
  const settings = { ...made.context.settings, ...options.settings };
  for (const [table, rows] of Object.entries(tables)) await fill(engine, table, rows);
  const context = { ...made.context, settings, money: await planMoney(engine, settings) };
  await engine.run(VALUES);
  await fill(engine, "customer_value", values, {});
  const valuation: Valuation = {
    method: "mbg-nbd",
    marginRate: null,
    verified: true,
    dispersion: 0,
    drift: 0,
    ...options.valuation,
  };
  const steps = [
    returnLink,
    ...moneySteps,
    purchaseDay,
    customerSummary,
    ...figureSteps(valuation),
  ];
  await runSteps(steps, context);
  const figure = (name: string, place: Place = {}) => readFigure(engine, name, place);
  return {
    engine,
    figure,
    value: async (name, place) => (await figure(name, place))?.value as number | null | undefined,
    close: () => engine.close(),
  };
}

async function readFigure(
  engine: Engine,
  figure: string,
  { period = "month", start = "", dimension = "all", member = "all" }: Place,
): Promise<Row | undefined> {
  const rows = await engine.rows(
    `SELECT * FROM figure_value
     WHERE figure = $figure AND period_kind = $period AND dimension = $dimension
       AND member = $member AND ($start = '' OR CAST(period_start AS VARCHAR) = $start)
     ORDER BY period_start DESC`,
    { figure, period, dimension, member, start },
  );
  return rows[0];
}

async function fill(
  engine: Engine,
  table: string,
  rows: Rows,
  origin: Readonly<Record<string, number>> | undefined = { import_id: 1 },
): Promise<void> {
  for (const [at, row] of rows.entries()) {
    const cells: Record<string, SqlValue> = {
      ...origin,
      ...("import_id" in origin ? { line: at + 1 } : {}),
      ...row,
    };
    const names = Object.keys(cells);
    const values = names.map((name) => `$${name}`).join(", ");
    await engine.run(`INSERT INTO ${table} (${names.join(", ")}) SELECT ${values}`, cells);
  }
}
