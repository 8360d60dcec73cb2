import type { Engine } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";

/** Small results that are read as a whole, kept as JSON. */
export type ReportName = "backtest" | "contract_backtest" | "doctor" | "fits" | "run";

export async function writeReport(engine: Engine, name: ReportName, body: unknown): Promise<void> {
  await engine.run(readSql("report"));
  await engine.transaction(async (statements) => {
    await statements.run("DELETE FROM report WHERE name = $name", { name });
    await statements.run(
      `INSERT INTO report SELECT CAST($name AS VARCHAR), CAST(current_timestamp AS TIMESTAMP),
         CAST($body AS VARCHAR)`,
      { name, body: JSON.stringify(body) },
    );
  });
}

export async function readReport<T>(engine: Engine, name: ReportName): Promise<T | undefined> {
  if (!(await engine.hasTable("report"))) return undefined;
  const [row] = await engine.rows("SELECT body FROM report WHERE name = $name", { name });
  return row ? (JSON.parse(String(row.body)) as T) : undefined;
}
