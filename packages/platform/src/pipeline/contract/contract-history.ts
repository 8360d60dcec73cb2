import type { Engine } from "../../engines/engine.ts";
import { countsSql, type MoneyPlan } from "../money/money-plan.ts";

/** What the ledger holds of subscriptions that name a customer. */
export type ContractHistory = {
  readonly firstDay: Date;
  /** The last day on which a phase began or ended, today at the latest. */
  readonly lastDay: Date;
};

/** Undefined where there is no phase that could be valued. */
export async function readContractHistory(
  engine: Engine,
  currency: string,
  today: Date,
  money?: MoneyPlan | undefined,
): Promise<ContractHistory | undefined> {
  const [row] = await engine.rows(
    `SELECT
       min(started_on) AS first_day,
       max(CASE WHEN ended_on <= $today THEN ended_on ELSE started_on END) AS last_day
     FROM subscriptions
     WHERE customer_id IS NOT NULL AND started_on <= $today
       AND (ended_on IS NULL OR ended_on >= started_on)
       AND ${countsSql(money)}`,
    { today, currency },
  );
  if (!row?.first_day) return undefined;
  return { firstDay: new Date(String(row.first_day)), lastDay: new Date(String(row.last_day)) };
}
