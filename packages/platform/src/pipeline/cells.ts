import type { CustomerSummary } from "@kundenwert/models";
import { type Columns, type Engine, identifier, type StatementOptions } from "../engines/engine.ts";

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

/**
 * Reads the distinct (x, t_x, T) of a customer_summary table with their numbers of customers:
 * all the models need, and far fewer rows than customers.
 */
export async function readCells(
  engine: Engine,
  table: string,
  options: StatementOptions = {},
): Promise<Cells> {
  const columns = await engine.columns(
    `SELECT frequency, recency, age, CAST(count(*) AS DOUBLE) AS weight
     FROM ${identifier(table)} GROUP BY frequency, recency, age ORDER BY frequency, recency, age`,
    {},
    options,
  );
  return cellsOf(columns);
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
