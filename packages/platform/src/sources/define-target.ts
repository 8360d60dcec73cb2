/** A ledger table from a description: what most tables need is the same. */
import type { Check, LedgerTarget, ReadPlan, RowKey } from "./ledger-target.ts";
import { currencySql, readRole } from "./read-column.ts";
import type { Role } from "./roles.ts";
import { kindChecks, ONLY } from "./row-checks.ts";

export type TargetDescription = Omit<
  LedgerTarget,
  "keyOf" | "read" | "checks" | "mayNameCustomers"
> & {
  readonly mayNameCustomers?: boolean;
  /** Whether the key holds in any case, and the roles that must be mapped for it. */
  readonly keyed?: { readonly sure: boolean; readonly by: readonly Role[] };
  /** Columns that are more than one role's text; undefined where no cell says anything. */
  derive?(plan: ReadPlan): Readonly<Record<string, string | undefined>>;
  /** Checks beside those of kinds. */
  alsoChecks?(plan: ReadPlan): readonly Check[];
};

export function defineTarget(description: TargetDescription): LedgerTarget {
  const { derive, alsoChecks, keyed, ...described } = description;
  const target = { ...described, roles: { ...described.roles, only: ONLY } };
  return {
    mayNameCustomers: true,
    ...target,
    read: (plan) => definedOf({ ...direct(plan, target.roles), ...derive?.(plan) }),
    checks: (plan) => [...kindChecks(plan, target.roles), ...(alsoChecks?.(plan) ?? [])],
    keyOf: ({ cells }): RowKey | undefined =>
      keyed?.by.every((role) => cells[role])
        ? { columns: target.key, sure: keyed.sure }
        : undefined,
  };
}

/** The columns that one role fills. */
function direct(plan: ReadPlan, roles: LedgerTarget["roles"]): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(roles).flatMap(([role, { column, kind }]) => {
      const cell = plan.cells[role];
      if (!column || !cell) return [];
      const sql =
        role === "currency" ? currencySql(cell, plan.currency) : readRole(plan, role, kind);
      return [[column, sql]];
    }),
  );
}

function definedOf(columns: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
