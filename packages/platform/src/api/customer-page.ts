import type { CustomerQuery, CustomerSort, CustomerValue } from "@kundenwert/contract";
import type { Engine, Parameters } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import { ApiError } from "./api-error.ts";
import { message } from "./message.ts";

type Direction = "asc" | "desc";
/** What a sort orders by, and the direction people expect first. No expression is ever NULL. */
const SORTS: Readonly<Record<CustomerSort, { by: string; first: Direction }>> = {
  value: { by: "CAST(rank_place AS DOUBLE)", first: "asc" },
  historic: { by: "COALESCE(revenue_historic, 0)", first: "desc" },
  purchases: { by: "CAST(purchases AS DOUBLE)", first: "desc" },
  expected: { by: "expected_purchases", first: "desc" },
  alive: { by: "COALESCE(probability_alive, -1)", first: "desc" },
  lastDay: { by: "CAST(last_day AS VARCHAR)", first: "desc" },
  id: { by: "customer_id", first: "asc" },
};
const TEXT_SORTS: readonly CustomerSort[] = ["lastDay", "id"];

type Cursor = { readonly value: string | number; readonly id: string };
export type CustomerRows = { readonly items: CustomerValue[]; readonly next: string | null };

/**
 * One page of customers, found by the key of the last row of the page before, so that page 10,000
 * costs as much as page 1.
 *
 * @throws ApiError CURSOR_INVALID
 */
export async function customerPage(
  engine: Engine,
  horizon: number,
  query: CustomerQuery,
): Promise<CustomerRows> {
  const { sort = "value", search, limit = 50 } = query;
  const { by, first } = SORTS[sort];
  const direction = query.direction ?? first;
  const after = query.after === undefined ? undefined : readCursor(query.after, sort);
  const beyond = direction === "asc" ? ">" : "<";
  const conditions = [
    "horizon_months = $horizon",
    ...(search ? [STARTS_WITH] : []),
    ...(after ? [`(${by} ${beyond} $value OR (${by} = $value AND customer_id > $id))`] : []),
  ];
  const sql = `SELECT *, ${by} AS sort_key FROM (${readSql("read/customer-values")}) AS customers
    WHERE ${conditions.join(" AND ")} ORDER BY sort_key ${direction}, customer_id LIMIT ${limit + 1}`;
  const parameters: Parameters = { horizon, ...(search ? { search } : {}), ...after };
  const rows = await engine.rows(sql, parameters);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => message<CustomerValue>(row)),
    next: last
      ? writeCursor({ value: last.sort_key as never, id: String(last.customer_id) })
      : null,
  };
}

const STARTS_WITH = "LOWER(SUBSTR(customer_id, 1, LENGTH($search))) = LOWER($search)";

/** How many customers a search finds. */
export async function countCustomers(
  engine: Engine,
  horizon: number,
  search: string,
): Promise<number> {
  const sql = `SELECT CAST(COUNT(*) AS DOUBLE) AS customers FROM customer_value
    WHERE horizon_months = $horizon AND ${STARTS_WITH}`;
  const [row] = await engine.rows(sql, { horizon, search });
  return Number(row?.customers);
}

function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

function readCursor(text: string, sort: CustomerSort): Cursor {
  const type = TEXT_SORTS.includes(sort) ? "string" : "number";
  try {
    const [value, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof value === type && typeof id === "string") return { value, id };
  } catch {
    // Said below: whatever it is, it is no cursor of ours.
  }
  throw new ApiError("CURSOR_INVALID", "`after` is not the `next` of a page with this sort");
}
