import type { Engine, StatementOptions } from "../../engines/engine.ts";
import type { Ends } from "./basis.ts";
import { type Members, readHistories } from "./histories.ts";
import type { Material } from "./material.ts";
import { readOriginRows } from "./origin-rows.ts";
import type { SnapshotNames } from "./snapshot-names.ts";

/** The month ends warnings look at, as days since 1970-01-01, with the spend that makes high. */
export type Calendar = { readonly ends: Ends; readonly spendHigh: Float64Array };

export async function readCalendar(engine: Engine): Promise<Calendar> {
  const { period_end, spend_high } = await engine.columns(
    "SELECT period_end, spend_high FROM warning_period ORDER BY place",
  );
  return { ends: period_end as Float64Array, spendHigh: spend_high as Float64Array };
}

/** What is known of some customers: their histories, and all features at the periods `from` to `until`. */
export async function readMaterial(
  engine: Engine,
  names: SnapshotNames,
  { ends, spendHigh }: Calendar,
  months: number,
  members: Members,
  periods: readonly [number, number],
  options: StatementOptions,
): Promise<Material> {
  const histories = await readHistories(engine, names, members, ends.length, options);
  const rows = await readOriginRows(engine, names, members, periods, options);
  return { rows, histories, ends, spendHigh, months };
}

/** How many customers have ever bought. */
export async function countBuyers(engine: Engine): Promise<number> {
  const [row] = await engine.rows("SELECT CAST(count(*) AS DOUBLE) AS n FROM warning_member");
  return Number(row?.n);
}

/** How many customers who had bought there were at the month ends of some periods, added up. */
export async function countRows(
  engine: Engine,
  [from, until]: readonly [number, number],
): Promise<number> {
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n
     FROM warning_period JOIN snapshot ON warning_period.period_end = snapshot.period_end
     WHERE place >= $from AND place <= $until AND purchases > 0`,
    { from: from + 1, until: until + 1 },
  );
  return Number(row?.n);
}
