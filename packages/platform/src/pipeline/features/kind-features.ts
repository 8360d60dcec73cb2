import type { Engine } from "../../engines/engine.ts";
import { columnName } from "./column-name.ts";
import { type Feature, sumSince } from "./feature.ts";

/** Kinds of contact that have a feature of their own, the most frequent first. */
const MOST_KINDS = 12;

/** Contacts of each kind a source names: visits and complaints tell different things. */
export async function kindFeatures(engine: Engine): Promise<Feature[]> {
  const rows = await engine.rows(
    `SELECT kind FROM interactions WHERE kind IS NOT NULL AND customer_id IS NOT NULL
     GROUP BY kind ORDER BY count(*) DESC, kind LIMIT ${MOST_KINDS + 1}`,
  );
  if (rows.length < 2) return [];
  const names = new Set<string>();
  return rows.slice(0, MOST_KINDS).map(({ kind }, place) => ({
    name: columnName("contacts", String(kind), names, "_3m"),
    family: "service",
    type: "number",
    unit: "count",
    source: "interaction_activity",
    needs: ["interactions.kind"],
    without: "zero",
    sql: sumSince(3, `CASE WHEN kind = $kind_${place} THEN contacts ELSE 0 END`),
    parameters: { [`kind_${place}`]: String(kind) },
    meaning: {
      en: `contacts of kind “${kind}” in the last 3 months`,
      de: `Kontakte der Art „${kind}“ in den letzten 3 Monaten`,
    },
  }));
}
