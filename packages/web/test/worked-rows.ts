import type { Told } from "./told-numbers.ts";

/** Rows that follow from what the command line told: what a screen works out from it. */
export type Work = (rows: readonly Told[]) => Told[];

/** An entry as a number; NaN where there is none. */
export const num = (row: Told | undefined, name: string) => Number(row?.[name] ?? Number.NaN);
/** Whether a row has all these entries. */
export const has = (row: Told, ...names: string[]) =>
  names.every((name) => row[name] !== undefined);
/** An entry of all rows that have it, added up. */
export const sum = (rows: readonly Told[], name: string) =>
  rows.reduce((total, row) => total + (row[name] === undefined ? 0 : num(row, name)), 0);
/** A row of those that are numbers. */
export const finite = (row: Record<string, number>): Told =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => Number.isFinite(value)));

/** A row, and what was worked from it where that is a number. */
export const finiteOver = (row: Told, more: Record<string, number>): Told => ({
  ...row,
  ...finite(more),
});

/** Every row of one kind again, with what is worked from it alone. */
export function each(names: readonly string[], of: (row: Told) => Record<string, number>): Work {
  return (rows) => rows.filter((row) => has(row, ...names)).map((row) => finiteOver(row, of(row)));
}

/** A quotient of two entries of a row, beside them. */
export const quotient = (over: string, under: string): Work =>
  each([over, under], (row) => ({ quotient: num(row, over) / num(row, under) }));

/** One number from all rows that have it. */
export const total =
  (name: string, where: (row: Told) => boolean = () => true): Work =>
  (rows) => [{ total: sum(rows.filter(where), name) }];

/** How many rows have an entry. */
export const countOf =
  (name: string): Work =>
  (rows) => [{ count: rows.filter((row) => has(row, name)).length }];
