import type { Foreseen } from "./material.ts";

/** One term of a risk: what enters the regression, and the number people read about it. */
export type Term = {
  readonly name: string;
  /** NaN where it is not known. */
  value(of: Foreseen, row: number): number;
  /** What `meaning` shows of it. */
  shown(of: Foreseen, row: number): number;
  /** The same two over a row of `warning_outlook`, NULL for NaN: everybody is scored in the engine. */
  readonly sql: { readonly value: string; readonly shown: string };
  readonly unit: "number" | "percent" | "currency" | "none";
  /** In words, with {n} for the number, and {one|many} for what it counts. */
  readonly meaning: { readonly de: string; readonly en: string };
};

/** ln(p / (1 − p)), for p not too close to certainty. */
export function logit(p: number): number {
  const inside = Math.min(Math.max(p, 1e-6), 1 - 1e-6);
  return Math.log(inside / (1 - inside));
}

type Column = (of: Foreseen, row: number) => number;

/** `logit` of a column of `warning_outlook`. */
export function logitSql(column: string): string {
  const inside = `least(greatest(${column}, 0.000001), 0.999999)`;
  return `CASE WHEN ${column} IS NOT NULL THEN ln(${inside} / (1 - ${inside})) END`;
}

/** A term that enters as ln(1 + its number), and what that number is in SQL. */
export function logTerm(
  name: string,
  shown: Column,
  sql: string,
  meaning: Term["meaning"],
  unit: Term["unit"] = "number",
): Term {
  return {
    name,
    value: (of, row) => Math.log1p(Math.max(shown(of, row), 0)),
    shown,
    sql: { value: `CASE WHEN ${sql} IS NOT NULL THEN ln(1 + greatest(${sql}, 0)) END`, shown: sql },
    unit,
    meaning,
  };
}

/** A term that is 1 where something holds and else 0. */
export function flagTerm(
  name: string,
  holds: (of: Foreseen, row: number) => boolean,
  sql: string,
  meaning: Term["meaning"],
): Term {
  const value: Column = (of, row) => (holds(of, row) ? 1 : 0);
  const flag = `CASE WHEN ${sql} THEN CAST(1 AS DOUBLE) ELSE CAST(0 AS DOUBLE) END`;
  return { name, value, shown: value, sql: { value: flag, shown: flag }, unit: "none", meaning };
}
