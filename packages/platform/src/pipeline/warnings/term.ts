import type { Foreseen } from "./material.ts";

/** One term of a risk: what enters the regression, and the number people read about it. */
export type Term = {
  readonly name: string;
  /** NaN where it is not known. */
  value(of: Foreseen, row: number): number;
  /** What `meaning` shows of it. */
  shown(of: Foreseen, row: number): number;
  readonly unit: "number" | "percent" | "currency" | "none";
  /** In words, with {n} for the number. */
  readonly meaning: { readonly de: string; readonly en: string };
};

/** ln(p / (1 − p)), for p not too close to certainty. */
export function logit(p: number): number {
  const inside = Math.min(Math.max(p, 1e-6), 1 - 1e-6);
  return Math.log(inside / (1 - inside));
}

type Column = (of: Foreseen, row: number) => number;

/** A term that enters as ln(1 + its number). */
export function logTerm(
  name: string,
  shown: Column,
  meaning: Term["meaning"],
  unit: Term["unit"] = "number",
): Term {
  return {
    name,
    value: (of, row) => Math.log1p(Math.max(shown(of, row), 0)),
    shown,
    unit,
    meaning,
  };
}

/** A term that is 1 where something holds and else 0. */
export function flagTerm(
  name: string,
  holds: (of: Foreseen, row: number) => boolean,
  meaning: Term["meaning"],
): Term {
  const value: Column = (of, row) => (holds(of, row) ? 1 : 0);
  return { name, value, shown: value, unit: "none", meaning };
}
