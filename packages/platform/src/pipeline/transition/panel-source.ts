import { transition } from "@kundenwert/models";
import { type Engine, identifier, type StatementOptions } from "../../engines/engine.ts";
import { toDay } from "../calendar.ts";

/** The tables the transition method reads and makes; a backtest has a set of its own. */
export type TransitionTables = {
  readonly plan: string;
  readonly customer: string;
  readonly activity: string;
  readonly fit: string;
  readonly score: string;
};

/** How time is cut, and how many customers there are: the row of sql/transition/transition_plan.sql. */
export type TransitionPlan = {
  readonly periodDays: number;
  readonly periods: number;
  /** A day number, as models have it. */
  readonly lastDay: number;
  readonly customers: number;
  readonly hasAmounts: boolean;
};

export async function readPlan(
  engine: Engine,
  { plan }: TransitionTables,
): Promise<TransitionPlan> {
  const [row] = await engine.rows(`SELECT * FROM ${identifier(plan)}`);
  return {
    periodDays: Number(row?.period_days),
    periods: Number(row?.periods),
    lastDay: toDay(new Date(String(row?.last_day))),
    customers: Number(row?.customers),
    hasAmounts: row?.has_amounts === 1,
  };
}

/** Customers that are looked at together at most, and rows of their histories. */
const MOST_CUSTOMERS = 25_000;
const MOST_ROWS = 70_000;

/** Of so many customers in the order of their places every so-manieth is learnt from and judged. */
export async function sampleEvery(engine: Engine, tables: TransitionTables): Promise<number> {
  const [row] = await engine.rows(
    `SELECT CAST((SELECT count(*) FROM ${identifier(tables.activity)}) AS DOUBLE) AS histories,
       CAST((SELECT count(*) FROM ${identifier(tables.customer)}) AS DOUBLE) AS customers`,
  );
  return everyOf(Number(row?.customers), Number(row?.histories));
}

/** The same where no histories are read. */
export function everyOf(customers: number, histories = 0): number {
  return Math.max(1, Math.ceil(customers / MOST_CUSTOMERS), Math.ceil(histories / MOST_ROWS));
}

/** Which customers a panel holds: every k-th, or those from one place to before another. */
export type Choice = { readonly every: number } | { readonly from: number; readonly to: number };

/**
 * Reads the histories of some customers into a panel, where they are numbered from 0: place
 * divided by `every`, or less `from`.
 */
export async function readPanel(
  engine: Engine,
  tables: TransitionTables,
  plan: TransitionPlan,
  choice: Choice,
  options: StatementOptions = {},
): Promise<transition.Panel> {
  const activity = await readActivity(engine, tables, choice, options);
  const [first, last, step] =
    "every" in choice
      ? [0, plan.customers, choice.every]
      : [choice.from, Math.min(choice.to, plan.customers), 1];
  return transition.panelOf(activity, { ...plan, customers: Math.ceil((last - first) / step) });
}

/** The rows such a panel is made of. */
export async function readActivity(
  engine: Engine,
  { activity }: TransitionTables,
  choice: Choice,
  options: StatementOptions = {},
): Promise<transition.Activity> {
  const isSample = "every" in choice;
  const where = isSample
    ? "mod(place, CAST($every AS INTEGER)) = 0"
    : "place >= $from AND place < $to";
  const columns = (await engine.columns(
    `SELECT place, period, purchases, amount, first_day, last_day, last_amount, squared_gaps
     FROM ${identifier(activity)} WHERE ${where}`,
    { ...choice },
    options,
  )) as Record<string, Float64Array>;
  const column = (name: string) => columns[name] as Float64Array;
  return {
    customer: column("place").map((place) =>
      isSample ? place / choice.every : place - choice.from,
    ),
    period: column("period"),
    purchases: column("purchases"),
    amount: column("amount"),
    firstDay: column("first_day"),
    lastDay: column("last_day"),
    lastAmount: column("last_amount"),
    squaredGaps: column("squared_gaps"),
  };
}
