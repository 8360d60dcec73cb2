import { identifier, type Parameters, type SqlValue, type Statements } from "../engines/engine.ts";
import { PipelineError } from "./pipeline-error.ts";
import type { StepDefinition } from "./step.ts";

/** The rows of some periods of a table. */
type PeriodRows = { readonly column: string; readonly values: readonly SqlValue[] };

/**
 * Holds a step's checks against a table, or against some periods of it; all checks in one pass, and
 * only where one fails are its rows looked for.
 *
 * @returns the number of rows
 * @throws PipelineError CHECK_FAILED with the first rows that fail
 */
export async function checkRows(
  statements: Statements,
  { name: step, checks }: Pick<StepDefinition, "name" | "checks">,
  table: string,
  periods?: PeriodRows,
): Promise<number> {
  const values = periods?.values ?? [];
  const parameters: Parameters = Object.fromEntries(
    values.map((value, i) => [`period_${i}`, value]),
  );
  const named = Object.keys(parameters).map((name) => `$${name}`);
  const where = periods ? ` WHERE ${identifier(periods.column)} IN (${named.join(", ")})` : "";
  const from = `FROM ${identifier(table)}${where}`;
  const counts = Object.values(checks).map(
    (condition, i) =>
      `, CAST(coalesce(sum(CASE WHEN ${condition} THEN 1 END), 0) AS DOUBLE) AS c${i}`,
  );
  const sql = `SELECT CAST(count(*) AS DOUBLE) AS n${counts.join("")} ${from}`;
  const [row] = await statements.rows(sql, parameters);
  const failed = Object.entries(checks).findIndex((_, i) => Number(row?.[`c${i}`]) > 0);
  if (failed < 0) return Number(row?.n);
  const [check, condition] = Object.entries(checks)[failed] as [string, string];
  const examples = await statements.rows(
    `SELECT * ${from} ${periods ? "AND" : "WHERE"} (${condition}) LIMIT 10`,
    parameters,
  );
  const count = Number(row?.[`c${failed}`]);
  const message = `${step}: ${count} rows violate "${check}"`;
  throw new PipelineError("CHECK_FAILED", message, { step, check, count, examples });
}
