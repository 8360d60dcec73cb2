import type { Engine, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";

/**
 * What a new customer is worth over a horizon: rows of sql/read/new-customers.sql, those of all
 * customers first. Empty before a run, and where amounts are missing.
 */
export async function readNewCustomers(
  engine: Engine,
  horizon: number,
  smallestGroup: number,
): Promise<readonly Row[]> {
  if (!(await engine.hasTable("new_customer_value"))) return [];
  return engine.rows(readSql("read/new-customers"), {
    horizon,
    smallest_group: smallestGroup,
  });
}
