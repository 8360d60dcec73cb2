import type { Engine, Row } from "../../engines/engine.ts";
import { requireMade } from "../not-made.ts";

/** What a customer brings in a year beside what the upper part of comparable customers brings. */
export type CustomerPotential = {
  readonly kind: string;
  readonly tenureClass: string;
  readonly entry: string;
  readonly business: string;
  readonly actual: number;
  /** Null in all four where not even all customers of the kind are enough to compare with. */
  readonly level: number | null;
  readonly compared: number | null;
  readonly reached: number | null;
  readonly gap: number | null;
  /** Null where the register holds no share of wallet. */
  readonly walletShare: number | null;
  readonly walletGap: number | null;
};

/** @returns undefined where the customer neither bought in a year nor pays, or no run has told */
export async function readCustomerPotential(
  engine: Engine,
  customer: string,
): Promise<CustomerPotential | undefined> {
  if (!(await engine.hasTable("customer_potential"))) return undefined;
  const [row] = await engine.rows(
    "SELECT * FROM customer_potential WHERE customer_id = $customer",
    { customer },
  );
  return row && toPotential(row);
}

/** A group of comparable customers, or all of a kind where the three are "*". */
export type PotentialGroup = {
  readonly kind: string;
  readonly tenureClass: string;
  readonly entry: string;
  readonly business: string;
  readonly level: number | null;
  readonly customers: number;
  readonly below: number;
  readonly actual: number;
  readonly reached: number | null;
  readonly gap: number | null;
  readonly walletCustomers: number;
  readonly walletGap: number | null;
};

/**
 * The groups of enough customers, the largest gap first; totals of a kind come before its groups.
 *
 * @param smallestGroup smaller ones are left out, and the next smallest of the kind where the ones
 *   left out are one alone or too few together
 * @throws PipelineError NO_RUN_YET, NO_VALUES
 */
export async function readPotentialGroups(
  engine: Engine,
  smallestGroup: number,
): Promise<{ readonly suppressed: number; readonly groups: readonly PotentialGroup[] }> {
  await requireMade(engine, "potential_group", "no run has compared customers yet");
  const rows = await engine.rows(
    `SELECT * FROM potential_group
     ORDER BY kind, CASE WHEN tenure_class = '*' THEN 0 ELSE 1 END, coalesce(gap, -1) DESC,
       tenure_class, entry, business`,
  );
  const all = rows.map((row) => ({
    ...groupOf(row),
    level: row.level as number | null,
    customers: Number(row.customers),
    below: Number(row.below),
    actual: Number(row.actual),
    reached: row.reached as number | null,
    gap: row.gap as number | null,
    walletCustomers: Number(row.wallet_customers),
    walletGap: row.wallet_gap as number | null,
  }));
  const groups = all.filter((group) => !isHidden(group, all, smallestGroup));
  return { suppressed: all.length - groups.length, groups };
}

/** What is left out together with the total of its kind must not tell of too few. */
function isHidden(
  group: PotentialGroup,
  all: readonly PotentialGroup[],
  smallestGroup: number,
): boolean {
  if (group.tenureClass === "*") return false;
  if (group.customers < smallestGroup) return true;
  const own = all.filter(({ kind, tenureClass }) => kind === group.kind && tenureClass !== "*");
  const small = own.filter(({ customers }) => customers < smallestGroup);
  const together = small.reduce((sum, { customers }) => sum + customers, 0);
  if (small.length === 0 || (small.length > 1 && together >= smallestGroup)) return false;
  const [next] = own
    .filter(({ customers }) => customers >= smallestGroup)
    .toSorted((one, other) => one.customers - other.customers);
  return group === next;
}

/** The customers with the largest gaps. @throws PipelineError NO_RUN_YET, NO_VALUES */
export async function readLargestGaps(
  engine: Engine,
  limit: number,
): Promise<(CustomerPotential & { readonly customerId: string })[]> {
  await requireMade(engine, "customer_potential", "no run has compared customers yet");
  const rows = await engine.rows(
    `SELECT * FROM customer_potential WHERE gap > 0
     ORDER BY gap DESC, customer_id LIMIT ${Math.trunc(limit)}`,
  );
  return rows.map((row) => ({ customerId: String(row.customer_id), ...toPotential(row) }));
}

function toPotential(row: Row): CustomerPotential {
  const number = (name: string) => row[name] as number | null;
  return {
    ...groupOf(row),
    actual: Number(row.actual),
    level: number("level"),
    compared: number("compared"),
    reached: number("reached"),
    gap: number("gap"),
    walletShare: number("wallet_share"),
    walletGap: number("wallet_gap"),
  };
}

function groupOf(row: Row) {
  return {
    kind: String(row.kind),
    tenureClass: String(row.tenure_class),
    entry: String(row.entry),
    business: String(row.business),
  };
}
