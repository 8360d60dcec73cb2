import type { Foreseen } from "./material.ts";
import type { Measure } from "./origin-rows.ts";

/** Reads one measure of a row. */
export const column =
  (name: Measure) =>
  ({ rows }: Foreseen, row: number): number =>
    rows[name][row] as number;

export const purchases = column("purchases");
export const age = column("age");
export const recency = column("recency");
