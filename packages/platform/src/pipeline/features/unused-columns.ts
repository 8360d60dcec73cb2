import { type Engine, identifier } from "../../engines/engine.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";
import type { UnusedColumn } from "./attribute-features.ts";
import type { Feature, FeatureSource } from "./feature.ts";
import { sourceOf } from "./sources.ts";

/** What tells where a row comes from or what it belongs to, and nothing of the customer. */
const TECHNICAL = /^(import_id|line|\w+_id|currency|return_of)$/;

/** The columns of the ledger that hold data of customers, and that no feature reads. */
export async function unusedColumns(
  engine: Engine,
  sources: readonly FeatureSource[],
  features: readonly Feature[],
): Promise<UnusedColumn[]> {
  const read = new Map<LedgerTable, string>();
  for (const source of sources) {
    const { ledger, step } = sourceOf(source);
    for (const table of ledger) read.set(table, `${read.get(table) ?? ""} ${step.text}`);
  }
  const expressions = features.map(({ sql }) => sql).join(" ");
  const unused: UnusedColumn[] = [];
  for (const [table, text] of read) {
    // Attributes are told of one by one.
    if (table === "customer_attributes") continue;
    const columns = await filledColumns(engine, table);
    // The copy of the register holds all of its columns; what counts is what features read of it.
    const words = table === "customers" ? `${expressions} registered_on` : `${text} ${expressions}`;
    for (const [column, values] of columns) {
      if (TECHNICAL.test(column) || new RegExp(`\\b${column}\\b`).test(words)) continue;
      unused.push({ table, column, reason: "NO_FEATURE", values });
    }
  }
  return unused;
}

/** The columns of a table that hold anything, with the number of their values. */
async function filledColumns(engine: Engine, table: LedgerTable): Promise<[string, number][]> {
  const columns = await engine.rows(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = current_schema AND table_name = $table ORDER BY ordinal_position`,
    { table },
  );
  const names = columns.map(({ column_name }) => identifier(String(column_name)));
  const counts = names.map((name) => `CAST(count(${name}) AS DOUBLE) AS ${name}`);
  const [row = {}] = await engine.rows(`SELECT ${counts.join(", ")} FROM ${identifier(table)}`);
  return names
    .map((name): [string, number] => [name, Number(row[name])])
    .filter(([, values]) => values > 0);
}
