import type { Cell, Engine } from "../engines/engine.ts";
import { readContractHistory } from "./contract/contract-history.ts";
import { countsSql, type MoneyPlan } from "./money/money-plan.ts";
import { PipelineError } from "./pipeline-error.ts";

/** What the ledger holds of orders and contracts that name a customer. */
export type History = {
  /** The first day with an order; of a contract where there is no order. */
  readonly firstDay: Date;
  /** The last day with an order, or a contract that began or ended; today at the latest. */
  readonly lastDay: Date;
  readonly currency: string;
  readonly money: MoneyPlan | undefined;
  readonly hasOrders: boolean;
  readonly hasContracts: boolean;
  readonly hasOrderIds: boolean;
  readonly hasAmounts: boolean;
  readonly hasReturns: boolean;
};

/** @throws PipelineError NO_ORDERS */
export async function readHistory(
  engine: Engine,
  currency: string,
  today: Date = new Date(),
  money?: MoneyPlan | undefined,
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
       AND ${countsSql(money)}`,
    { today, currency },
  );
  const contracts = await readContractHistory(engine, currency, today, money);
  const days = row?.first_day
    ? { firstDay: dayOf(row.first_day), lastDay: dayOf(row.last_day) }
    : contracts;
  if (!days) {
    const message = "there are no orders or contracts of known customers to value";
    throw new PipelineError("NO_ORDERS", message, { currency });
  }
  return {
    firstDay: days.firstDay,
    lastDay: contracts && contracts.lastDay > days.lastDay ? contracts.lastDay : days.lastDay,
    currency,
    money,
    hasOrders: days !== contracts,
    hasContracts: contracts !== undefined,
    hasOrderIds: Number(row?.order_ids) > 0,
    hasAmounts: Number(row?.amounts) > 0 || contracts !== undefined,
    hasReturns: Number(row?.least) < 0,
  };
}

function dayOf(cell: Cell | undefined): Date {
  return new Date(String(cell));
}
