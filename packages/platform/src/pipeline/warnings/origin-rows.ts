import type { Columns, Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { type Members, rowOf } from "./histories.ts";
import { inSnapshot, type SnapshotNames } from "./snapshot-names.ts";

const NUMBERS = [
  "purchases",
  "purchases_1m",
  "purchases_3m",
  "purchases_12m",
  "age",
  "recency",
  "last_gap",
  "gap_squares",
  "spend_3m",
  "spend_12m",
  "spend_so_far",
  "returned_12m",
  "breadth",
  "usage_days",
  "usage_quiet",
  "contacts",
  "nps",
  "campaigns",
] as const;
export type Measure = (typeof NUMBERS)[number];

/** What was known of customers at month ends: one row a customer and period. NaN is unknown. */
export type OriginRows = Readonly<Record<Measure, Float64Array>> & {
  readonly customerId: readonly string[];
  /** The row of the customer in the histories. */
  readonly customer: Int32Array;
  /** The index of the period, from 0. */
  readonly period: Int32Array;
  readonly macro: readonly string[];
  /** 1 for customers of whom every month end is here, whatever their segment. */
  readonly isWhole: Uint8Array;
};

/** The rows of periods `from` to `until` (indices from 0), by customer and period. */
export async function readOriginRows(
  engine: Engine,
  names: SnapshotNames,
  members: Members,
  [from, until]: readonly [number, number],
  options: StatementOptions,
): Promise<OriginRows> {
  const sql = inSnapshot(readSql("warnings/read/origin_rows"), names);
  const columns: Columns = await engine.columns(
    `SELECT * FROM (${sql}) AS known ORDER BY customer, period`,
    { ...members, from: from + 1, until: until + 1 },
    options,
  );
  const { customer_id, customer, period, macro } = columns;
  const numbers = NUMBERS.map((name) => [name, columns[name] as Float64Array]);
  return {
    ...(Object.fromEntries(numbers) as Record<Measure, Float64Array>),
    customerId: customer_id as string[],
    customer: Int32Array.from(customer as Float64Array, (place) => rowOf(members, place)),
    period: Int32Array.from(period as Float64Array, (place) => place - 1),
    macro: macro as string[],
    isWhole: Uint8Array.from(customer as Float64Array, (place) =>
      place % members.rest === 0 ? 1 : 0,
    ),
  };
}

/** The rows that `keep` keeps. */
export function selectRows(rows: OriginRows, keep: (row: number) => boolean): OriginRows {
  const kept = rows.customer.map((_, row) => row).filter(keep);
  const numbers = NUMBERS.map((name) => [name, take(rows[name], kept)]);
  return {
    ...(Object.fromEntries(numbers) as Record<Measure, Float64Array>),
    customerId: Array.from(kept, (row) => rows.customerId[row] as string),
    customer: kept.map((row) => rows.customer[row] as number),
    period: kept.map((row) => rows.period[row] as number),
    macro: Array.from(kept, (row) => rows.macro[row] as string),
    isWhole: Uint8Array.from(kept, (row) => rows.isWhole[row] as number),
  };
}

/** A loop, for the iterator of `from` takes ten times as long. */
function take(column: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i] as number] as number;
  return taken;
}

/** An even part of all customers at a period's end, whatever their segment. */
export function everybodyAt(rows: OriginRows, period: number): OriginRows {
  return selectRows(rows, (row) => rows.period[row] === period && rows.isWhole[row] === 1);
}
