import { type Engine, identifier } from "../../engines/engine.ts";
import type { LedgerTable } from "../../workspace/ledger.ts";
import { attributeFeatures, type UnusedColumn } from "./attribute-features.ts";
import { CATALOGUE } from "./catalogue.ts";
import type { Feature, FeatureSource } from "./feature.ts";
import { kindFeatures } from "./kind-features.ts";
import { unusedColumns } from "./unused-columns.ts";

/** Which features the ledger has data for: the columns of `snapshot`. */
export type FeaturePlan = {
  readonly features: readonly Feature[];
  /** Without repetition, the customers first. */
  readonly sources: readonly FeatureSource[];
  readonly unused: readonly UnusedColumn[];
};

/** Looks at what the ledger holds: a domain without data has no features and costs nothing. */
export async function planFeatures(engine: Engine): Promise<FeaturePlan> {
  const attributes = await attributeFeatures(engine);
  const all = [...CATALOGUE, ...(await kindFeatures(engine)), ...attributes.features];
  const filled = await filledColumns(engine, all);
  const features = all.filter(({ needs }) => needs.every((column) => filled.has(column)));
  const sources = new Set<FeatureSource>(["known_customer"]);
  for (const { source } of features) sources.add(source);
  const unread = await unusedColumns(engine, [...sources], features);
  return { features, sources: [...sources], unused: [...attributes.unused, ...unread] };
}

/** Of the columns that features need, those with data, as `table.column`. */
async function filledColumns(engine: Engine, all: readonly Feature[]): Promise<Set<string>> {
  const byTable = new Map<string, Set<string>>();
  for (const need of all.flatMap(({ needs }) => needs)) {
    const [table, column] = need.split(".") as [LedgerTable, string];
    if (column.startsWith(KIND)) continue;
    byTable.set(table, (byTable.get(table) ?? new Set()).add(column));
  }
  const filled = new Set<string>();
  for (const [table, columns] of byTable) {
    const counts = [...columns].map(
      (column) => `CAST(count(${identifier(column)}) AS DOUBLE) AS ${column}`,
    );
    const [row = {}] = await engine.rows(`SELECT ${counts.join(", ")} FROM ${identifier(table)}`);
    for (const column of columns) if (Number(row[column]) > 0) filled.add(`${table}.${column}`);
  }
  for (const kind of await feedbackKinds(engine)) filled.add(`feedback.${KIND}${kind}`);
  // A product's category stands for that of the order line.
  if (await hasCategories(engine)) filled.add("orders.category");
  return filled;
}

/** Stands for rows of a kind, where a column holds several: answers of NPS, CSAT, reviews. */
const KIND = "kind=";

async function feedbackKinds(engine: Engine): Promise<string[]> {
  const rows = await engine.rows("SELECT DISTINCT kind FROM feedback WHERE score IS NOT NULL");
  return rows.map(({ kind }) => String(kind));
}

async function hasCategories(engine: Engine): Promise<boolean> {
  const [row] = await engine.rows("SELECT CAST(count(category) AS DOUBLE) AS n FROM products");
  return Number(row?.n) > 0;
}
