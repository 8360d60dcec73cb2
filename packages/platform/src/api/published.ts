import type { Engine, Row } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { requireMade } from "../pipeline/not-made.ts";
import { ApiError } from "./api-error.ts";
import { instant } from "./message.ts";

/** @throws PipelineError NO_RUN_YET, NO_VALUES */
export async function requireRun(engine: Engine): Promise<void> {
  await requireMade(engine, "equity", "Customers have not been valued yet: start a run");
}

/**
 * Looks only among customers that were valued.
 *
 * @throws ApiError CUSTOMER_UNKNOWN
 */
export async function requireCustomer(engine: Engine, customer: string): Promise<void> {
  const sql = "SELECT customer_id FROM customer_value WHERE customer_id = $customer LIMIT 1";
  const [known] = await engine.rows(sql, { customer });
  if (!known) throw new ApiError("CUSTOMER_UNKNOWN", `There is no customer ${customer}`);
}

/**
 * The row of `equity` for a horizon, or for the shortest where none is asked for.
 *
 * @throws PipelineError NO_RUN_YET, NO_VALUES; ApiError HORIZON_UNKNOWN
 */
export async function equityRow(engine: Engine, horizon: number | undefined): Promise<Row> {
  await requireRun(engine);
  const rows = await engine.rows(readSql("read/equity"));
  const row = horizon ? rows.find((each) => each.horizon_months === horizon) : rows[0];
  if (row) return row;
  const horizons = rows.map((each) => each.horizon_months);
  throw new ApiError("HORIZON_UNKNOWN", `No run has looked ${horizon} months ahead`, { horizons });
}

export type Report = { readonly computedAt: string; readonly body: Record<string, unknown> };

/** The latest report of a name, or undefined where none has been written. */
export async function findReport(engine: Engine, name: string): Promise<Report | undefined> {
  if (!(await engine.hasTable("report"))) return undefined;
  const [row] = await engine.rows(readSql("read/report"), { name });
  if (!row) return undefined;
  return { computedAt: instant(row.created_at) ?? "", body: JSON.parse(String(row.body)) };
}
