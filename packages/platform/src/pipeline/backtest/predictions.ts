import { METHODS, YARDSTICKS } from "../method.ts";
import { columnOf } from "./column-of.ts";
import type { BacktestReport } from "./report.ts";

/** A SELECT of every prediction in long form: a row a customer and method, beside what came. */
export function readPredictions({ methods }: BacktestReport): string {
  const used = [...METHODS, ...YARDSTICKS].filter((method) =>
    methods.some((score) => score.method === method),
  );
  const parts = used.map(
    (method, place) => `SELECT customer_id, ${place} AS method_place, '${method}' AS method,
      ${columnOf(method)}_purchases AS predicted_purchases,
      ${columnOf(method)}_revenue AS predicted_revenue,
      actual_purchases, actual_revenue
    FROM backtest_prediction`,
  );
  return `SELECT customer_id, method, predicted_purchases, predicted_revenue, actual_purchases,
      actual_revenue
    FROM (${parts.join(" UNION ALL ")}) AS predictions
    ORDER BY method_place, customer_id`;
}
