import type { Engine } from "../engines/engine.ts";
import { PipelineError } from "./pipeline-error.ts";

/** What the ledger holds of orders that name a customer. */
export type History = {
  readonly firstDay: Date;
  /** The last day with an order, today at the latest. */
  readonly lastDay: Date;
  readonly currency: string;
  readonly hasOrderIds: boolean;
  readonly hasAmounts: boolean;
  readonly hasReturns: boolean;
};

/** @throws PipelineError NO_ORDERS */
export async function readHistory(
  engine: Engine,
  currency: string,
  today: Date = new Date(),
): Promise<History> {
  const [row] = await engine.rows(
    `SELECT
       min(CAST(ordered_at AS DATE)) AS first_day,
       max(CAST(ordered_at AS DATE)) AS last_day,
       CAST(count(order_id) AS DOUBLE) AS order_ids,
       CAST(count(amount) AS DOUBLE) AS amounts,
       CAST(min(amount) AS DOUBLE) AS least
     FROM orders
     WHERE customer_id IS NOT NULL AND CAST(ordered_at AS DATE) <= $today
       AND coalesce(currency, $currency) = $currency`,
    { today, currency },
  );
  if (!row?.first_day) {
    throw new PipelineError("NO_ORDERS", "there are no orders of known customers to value", {
      currency,
    });
  }
  return {
    firstDay: new Date(String(row.first_day)),
    lastDay: new Date(String(row.last_day)),
    currency,
    hasOrderIds: Number(row.order_ids) > 0,
    hasAmounts: Number(row.amounts) > 0,
    hasReturns: Number(row.least) < 0,
  };
}
