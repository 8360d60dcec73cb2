import type { CustomerSummary } from "@kundenwert/models";
import {
  type Columns,
  type Engine,
  identifier,
  type Parameters,
  type StatementOptions,
} from "../engines/engine.ts";

const DAYS_PER_WEEK = 7;

/** The distinct customers of a summary table, in days as SQL has them and in weeks for models. */
export type Cells = {
  readonly days: {
    readonly frequency: Float64Array;
    readonly recency: Float64Array;
    readonly age: Float64Array;
  };
  readonly weeks: CustomerSummary & { readonly weight: Float64Array };
};

/** Weeks, the unit of the models' published parameters, from days. */
export function toWeeks(days: number): number {
  return days / DAYS_PER_WEEK;
}

/** Rows that are read at most: so many say as much about parameters as a hundred million would. */
const MOST_CELLS = 30_000;

/** A table, or a SELECT, with columns frequency, recency and age in days, one row a customer. */
export type CellSource = string | { readonly select: string; readonly parameters: Parameters };

function sourceOf(from: CellSource): string {
  return typeof from === "string" ? identifier(from) : `(${from.select}) AS customers`;
}

function parametersOf(from: CellSource): Parameters {
  return typeof from === "string" ? {} : from.parameters;
}

/**
 * Reads the distinct (x, t_x, T) of a customer_summary table with their numbers of customers:
 * all the models need, and far fewer rows than customers. Where they are more than `most`,
 * customers of one x whose times lie close together are one row, with the means of their times.
 */
export async function readCells(
  engine: Engine,
  from: CellSource,
  options: StatementOptions = {},
  most: number = MOST_CELLS,
): Promise<Cells> {
  const step = await stepFor(engine, from, most, options);
  const columns = await engine.columns(
    `SELECT frequency, mean_recency AS recency, mean_age AS age, weight
     FROM (
       SELECT frequency, avg(recency) AS mean_recency, avg(age) AS mean_age,
         CAST(count(*) AS DOUBLE) AS weight
       FROM ${sourceOf(from)} GROUP BY ${cellColumns(step)}
     ) AS cells
     ORDER BY frequency, mean_recency, mean_age`,
    parametersOf(from),
    options,
  );
  return cellsOf(columns);
}

/** The fewest days of a cell for which there are no more than `most`. */
async function stepFor(
  engine: Engine,
  from: CellSource,
  most: number,
  options: StatementOptions,
): Promise<number> {
  const all = await countCells(engine, from, 1, options);
  // Twice as many days leave a quarter of the cells at least.
  let step = 2 ** Math.max(0, Math.ceil(Math.log2(all / most) / 2));
  while (step > 1 && (await countCells(engine, from, step, options)) > most) step *= 2;
  return step;
}

/** How many distinct (x, t_x, T) there are, of times in steps of so many days. */
export async function countCells(
  engine: Engine,
  from: CellSource,
  step = 1,
  options: StatementOptions = {},
): Promise<number> {
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS cells FROM (
       SELECT frequency FROM ${sourceOf(from)} GROUP BY ${cellColumns(step)}
     ) AS cells`,
    parametersOf(from),
    options,
  );
  return Number(row?.cells);
}

function cellColumns(step: number): string {
  return `frequency, floor(recency / ${step}), floor(age / ${step})`;
}

/** Distinct customers from columns frequency, recency, age (days) and weight. */
export function cellsOf(columns: Columns): Cells {
  const { frequency, recency, age, weight } = columns as Record<string, Float64Array>;
  const days = { frequency, recency, age } as Cells["days"];
  return {
    days,
    weeks: {
      frequency: days.frequency,
      recency: days.recency.map(toWeeks),
      T: days.age.map(toWeeks),
      weight: weight as Float64Array,
    },
  };
}
