import { type Engine, identifier, type Parameters } from "../../engines/engine.ts";
import type { Feature } from "../features/feature.ts";

/** A number that segments may be told by: a feature of the snapshot, or one word of a category. */
export type SegmentColumn = {
  /** Unique among the columns, and an identifier. */
  readonly name: string;
  readonly feature: string;
  /** The word of a category that it is 1 for. */
  readonly word?: string;
  /** An expression over a row of `snapshot`. */
  readonly sql: string;
  readonly parameters: Parameters;
};

/** Words of a category that have a column each, the most frequent first. */
const MOST_WORDS = 8;
/** Columns that say in days of the calendar, or in squares, what others say for people. */
const NOT_TOLD = ["first_purchase_day", "last_purchase_day", "gap_squares"];

/** The columns of all families there are data for, words as they stood at a month's end. */
export async function segmentColumns(
  engine: Engine,
  features: readonly Feature[],
  end: Date,
): Promise<SegmentColumn[]> {
  const columns: SegmentColumn[] = [];
  for (const { name, type } of features) {
    if (NOT_TOLD.includes(name)) continue;
    const column = identifier(name);
    if (type === "category") columns.push(...(await wordColumns(engine, column, end)));
    else columns.push(plainColumn({ name, type }));
  }
  return columns;
}

async function wordColumns(engine: Engine, column: string, end: Date): Promise<SegmentColumn[]> {
  const rows = await engine.rows(
    `SELECT ${column} AS word FROM snapshot WHERE period_end = $end AND ${column} IS NOT NULL
     GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ${MOST_WORDS}`,
    { end },
  );
  return rows.map((row, place) => wordColumn(column, String(row.word), place));
}

/** A column of a feature as it is kept, or undefined where the feature is not there any more. */
export function keptColumn(
  { name, feature, word }: Pick<SegmentColumn, "name" | "feature" | "word">,
  features: readonly Feature[],
): SegmentColumn | undefined {
  const known = features.find((one) => one.name === feature);
  if (!known) return undefined;
  if (word === undefined) return plainColumn(known);
  return wordColumn(feature, word, Number(name.slice(name.lastIndexOf("__") + 2)));
}

function plainColumn({ name, type }: Pick<Feature, "name" | "type">): SegmentColumn {
  const column = `snapshot.${identifier(name)}`;
  const sql =
    type === "date" ? `CAST(date_diff('day', ${column}, snapshot.period_end) AS DOUBLE)` : column;
  return { name, feature: name, sql, parameters: {} };
}

/** @param place of the word among those of its category */
function wordColumn(feature: string, word: string, place: number): SegmentColumn {
  const name = `${feature}__${place}`;
  const sql = `CASE WHEN snapshot.${identifier(feature)} = $${name} THEN CAST(1 AS DOUBLE)
    WHEN snapshot.${feature} IS NULL THEN NULL ELSE CAST(0 AS DOUBLE) END`;
  return { name, feature, word, sql, parameters: { [name]: word } };
}

/** The values that a list of columns binds. */
export function boundBy(columns: readonly SegmentColumn[]): Parameters {
  return Object.assign({}, ...columns.map(({ parameters }) => parameters));
}
