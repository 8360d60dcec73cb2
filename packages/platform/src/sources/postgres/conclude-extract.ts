/** What must hold before rows from PostgreSQL count, and what is kept with them. */
import type { Extract } from "../extract.ts";
import { SourceError } from "../source-error.ts";
import { type EarlierExtract, recordExtract } from "./extracts.ts";
import type { PostgresColumn, PostgresRelation } from "./relation.ts";
import { identityOf, requireIdentity } from "./row-identity.ts";
import type { Since } from "./watermark.ts";

/** Rows that lie in a file, where they came from, and what is known of that place. */
export type ExtractPlan = {
  readonly file: string;
  readonly label: string;
  readonly source: string;
  readonly relation: PostgresRelation;
  /** How many the server sent. */
  readonly rows: number;
  readonly column: PostgresColumn | null;
  /** The highest value of the column when the rows were read. */
  readonly watermark: string | null;
  /** Null where everything was read. */
  readonly since: Since | null;
  /** The import before from the same place, unless it is to be replaced. */
  readonly last: EarlierExtract | undefined;
  readonly replaces: readonly number[];
};

/** All rows were known: the import is undone, so that nothing has to be computed anew. */
export class NothingNew extends Error {
  override readonly name = "NothingNew";
  /** What has a code passes through a transaction as it is. */
  readonly code = "NOTHING_NEW";
}

/**
 * @throws SourceError ROWS_LOST, ALREADY_IMPORTED_DIFFERENTLY; PostgresError POSTGRES_KEY_MISSING;
 *   NothingNew
 */
export function concludeExtract(plan: ExtractPlan): Extract["conclude"] {
  return async (inside, { importId, counts, prepared }) => {
    const { label, rows, column, watermark, last, relation } = plan;
    if (counts.read !== rows) {
      const details = { file: label, expected: rows, found: counts.read };
      throw new SourceError("ROWS_LOST", `${label}: ${counts.read} of ${rows} rows`, details);
    }
    const { meaning, currency, basis } = prepared;
    if (column) requireIdentity(prepared, column.name);
    if (last) {
      requireSame(last, { mapping: meaning.mapping, currency, basis }, label);
      if (counts.added + counts.superseded + counts.rejected === 0) throw new NothingNew();
    }
    await recordExtract(inside, {
      importId,
      origin: relation.origin,
      column: column?.name ?? null,
      watermark,
      identity: identityOf(prepared),
    });
  };
}

type Reading = Pick<EarlierExtract, "mapping" | "currency" | "basis">;

/** Rows read in two ways would stand side by side. */
function requireSame(last: EarlierExtract, now: Reading, label: string): void {
  const differences = (["mapping", "currency", "basis"] as const)
    .map((part) => ({ part, before: textOf(last[part]), now: textOf(now[part]) }))
    .filter((difference) => difference.before !== difference.now);
  if (differences.length === 0) return;
  const { importId, importedAt } = last;
  throw new SourceError(
    "ALREADY_IMPORTED_DIFFERENTLY",
    `${label} was imported otherwise before (import ${importId})`,
    { file: label, importId, importedAt, differences, flag: "--replace" },
  );
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
