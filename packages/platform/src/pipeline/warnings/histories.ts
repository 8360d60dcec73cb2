import type { Engine, StatementOptions } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { SnapshotNames } from "./snapshot-names.ts";

/**
 * Which customers: every `every`-th of the places from `first` to `last`; of those `rest`, a multiple
 * of it, also at month ends at which they are not valuable and active.
 */
export type Members = {
  readonly first: number;
  readonly last: number;
  readonly every: number;
  readonly rest: number;
};

/** What customers did month by month, as it was known then: matrices of customers × periods. */
export type Histories = {
  readonly customers: number;
  readonly periods: number;
  readonly purchases: Uint16Array;
  readonly spend: Float64Array;
  /** See MACRO in kind.ts. */
  readonly macro: Uint8Array;
};

/** The place of the customer in a row of the matrices. */
export function placeOf({ first, every }: Members, row: number): number {
  return (row + Math.ceil(first / every)) * every;
}

/** The row of a customer in the matrices. */
export function rowOf({ first, every }: Members, place: number): number {
  return Math.floor(place / every) - Math.ceil(first / every);
}

/** How many of the places `members` has. */
function countMembers({ first, last, every }: Members): number {
  return Math.max(0, Math.floor(last / every) - Math.ceil(first / every) + 1);
}

export async function readHistories(
  engine: Engine,
  names: SnapshotNames,
  members: Members,
  periods: number,
  options: StatementOptions,
): Promise<Histories> {
  const customers = countMembers(members);
  const purchases = new Uint16Array(customers * periods);
  const spend = new Float64Array(customers * periods);
  const macro = new Uint8Array(customers * periods);
  const sql = readSql("warnings/read/histories").replaceAll("spend_of_month", names.spend_1m);
  for await (const batch of engine.batches(sql, { ...members }, options)) {
    const column = (name: string) => batch[name] as Float64Array;
    const [place, period] = [column("customer"), column("period")];
    place.forEach((one, i) => {
      const at = rowOf(members, one) * periods + (period[i] as number) - 1;
      purchases[at] = column("purchases")[i] as number;
      spend[at] = column("spend")[i] as number;
      macro[at] = column("macro")[i] as number;
    });
  }
  return { customers, periods, purchases, spend, macro };
}
