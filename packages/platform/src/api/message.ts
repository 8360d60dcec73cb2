import { camelCase } from "../engines/camel-case.ts";
import type { Cell, Row } from "../engines/engine.ts";

/**
 * A row of the engine as a message: the columns' names in camel case. The schema of the route says
 * what it holds; the columns of the statement are written to match it.
 */
export function message<T>(row: Row): T {
  const entries = Object.entries(row).map(([name, cell]) => [camelCase(name), cell] as const);
  return Object.fromEntries<Cell>(entries) as T;
}

/** A time stamp of the engine, which is in UTC, as ISO 8601. */
export function instant(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return new Date(`${String(cell).replace(" ", "T")}Z`).toISOString();
}
