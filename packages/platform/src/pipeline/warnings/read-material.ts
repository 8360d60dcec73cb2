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
  return { members, rows, histories, ends, spendHigh, months };
}

/** How many customers have ever bought. */
export async function countBuyers(engine: Engine): Promise<number> {
  const [row] = await engine.rows("SELECT CAST(count(*) AS DOUBLE) AS n FROM warning_member");
  return Number(row?.n);
}

/** Rows of month ends, half of them of valuable and active customers at most; and of months bought in. */
type Bounds = { readonly rows: number; readonly months: number };
const MANY_CUSTOMERS: Bounds = { rows: 120_000, months: 60_000 };
/** All steps of a run together let a million rows pass: of few customers the others take less. */
const FEW_CUSTOMERS: Bounds = { rows: 360_000, months: 100_000 };

/**
 * The even sample of customers to learn from: as many as give no more than so many rows.
 *
 * @param most customers
 */
export async function sampleOf(
  engine: Engine,
  buyers: number,
  most: number,
  [from, until]: readonly [number, number],
): Promise<Members> {
  const [known] = await engine.rows(
    `SELECT
       CAST(coalesce(sum(CASE WHEN macro IN ('active_mid', 'active_high') THEN 1 ELSE 0 END), 0) AS DOUBLE)
         AS valuable,
       CAST(count(*) AS DOUBLE) AS everybody
     FROM warning_period JOIN segment_macro ON warning_period.period_end = segment_macro.period_end
     WHERE place >= $from AND place <= $until AND macro NOT IN ('prospect', 'cancelled')`,
    { from: from + 1, until: until + 1 },
  );
  const [bought] = await engine.rows(
    "SELECT CAST(count(*) AS DOUBLE) AS months FROM snapshot WHERE purchases_1m > 0",
  );
  const valuable = Number(known?.valuable);
  const bounds = buyers <= most ? FEW_CUSTOMERS : MANY_CUSTOMERS;
  const every = Math.max(
    1,
    Math.ceil(buyers / most),
    Math.ceil(valuable / (bounds.rows / 2)),
    Math.ceil(Number(bought?.months) / bounds.months),
  );
  const others = (Number(known?.everybody) - valuable) / every;
  const thinned = Math.ceil(others / (bounds.rows - valuable / every));
  return { first: 1, last: buyers, every, rest: every * Math.max(1, thinned) };
}
