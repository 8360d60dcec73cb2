import type { Engine } from "../../engines/engine.ts";

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
): Promise<ContractHistory | undefined> {
  const [row] = await engine.rows(
    `SELECT
       min(started_on) AS first_day,
       max(CASE WHEN ended_on <= $today THEN ended_on ELSE started_on END) AS last_day
     FROM subscriptions
     WHERE customer_id IS NOT NULL AND started_on <= $today
       AND (ended_on IS NULL OR ended_on >= started_on)
       AND coalesce(currency, $currency) = $currency`,
    { today, currency },
  );
  if (!row?.first_day) return undefined;
  return { firstDay: new Date(String(row.first_day)), lastDay: new Date(String(row.last_day)) };
}
