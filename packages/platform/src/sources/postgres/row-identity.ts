/** By which columns of a relation the import tells its rows apart. */
import type { LedgerTarget } from "../ledger-target.ts";
import type { Prepared } from "../prepare-import.ts";
import { PostgresError } from "./postgres-error.ts";

export type RowIdentity = {
  readonly columns: readonly string[];
  /** Whether they name a row in any case; else only where each of their values is there once. */
  readonly sure: boolean;
};

/** Null where rows are compared by all they say. */
export function identityOf({ target, plan }: Prepared): RowIdentity | null {
  const key = target.keyOf(plan);
  if (!key) return null;
  const roles = key.columns.map((column) => roleOf(target, column));
  // A part that no cell says is missing in every row: then no row has a key.
  if (!roles.every((role) => role && plan.cells[role])) return null;
  const columns = roles.flatMap((role) => plan.names[role as string] ?? []);
  return columns.length > 0 ? { columns, sure: key.sure } : null;
}

/**
 * Rows that look alike must be read together, or a new one is taken for the one that is known:
 * they need an id, or have to differ in the watermark.
 *
 * @throws PostgresError POSTGRES_KEY_MISSING
 */
export function requireIdentity(prepared: Prepared, watermark: string): void {
  const { target, plan } = prepared;
  const time = plan.names[roleOf(target, target.clock) ?? ""];
  if (time === watermark || identityOf(prepared)) return;
  const message = `rows without an id cannot be told apart by ${watermark}`;
  throw new PostgresError("POSTGRES_KEY_MISSING", message, { column: watermark, time });
}

function roleOf({ roles }: LedgerTarget, column: string | undefined): string | undefined {
  return Object.keys(roles).find((role) => column && roles[role]?.column === column);
}
