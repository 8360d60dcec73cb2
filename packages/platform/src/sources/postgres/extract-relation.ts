/** From a table or a query to a file of the rows that may be new. */
import type { Workspace } from "../../workspace/workspace.ts";
import type { ExtractPlan } from "./conclude-extract.ts";
import type { Connection } from "./connect.ts";
import { copyRows } from "./extract-rows.ts";
import { type EarlierExtract, earlierExtracts } from "./extracts.ts";
import { PostgresError } from "./postgres-error.ts";
import type { PostgresOptions } from "./postgres-options.ts";
import { describeRelation, type PostgresRelation } from "./relation.ts";
import { highestValue, newRows, type Since, watermarkColumn } from "./watermark.ts";

type Target = { readonly file: string; readonly limit: number | null };

/**
 * Decides which rows may be new, copies them into a file, and says what is known of them.
 *
 * @throws PostgresError POSTGRES_TABLE_UNKNOWN, _COLUMN_UNKNOWN, _WATERMARK_INVALID, _SOURCE_TAKEN
 * @throws SourceError OPTION_INVALID; pg's errors of statements
 */
export async function extractRelation(
  { engine }: Workspace,
  connection: Connection,
  options: PostgresOptions,
  { file, limit }: Target,
): Promise<ExtractPlan> {
  const relation = await describeRelation(connection, options);
  const source = options.source ?? relation.source;
  const earlier = await earlierExtracts(engine, source, options.table);
  if (!options.source) requireOwn(earlier, relation, source);
  const own = earlier.filter(({ origin }) => origin === relation.origin);
  const last = options.replace ? undefined : own[0];
  const column = options.watermark ? watermarkColumn(relation, options.watermark) : null;
  const since = options.full || !column || !last ? null : sinceOf(own, column, options);
  const watermark = column
    ? await highestValue(connection, relation, column, since?.value ?? null)
    : null;
  const all = `SELECT rows.* FROM ${relation.sql}${limit ? ` LIMIT ${limit}` : ""}`;
  const select = since ? newRows(relation, since) : all;
  const report = (share: number) => options.onProgress?.({ phase: "extract", share });
  const rows = await copyRows(connection, select, file, options.onProgress && report);
  return {
    file,
    label: `${connection.label} ${relation.name}`,
    source,
    relation,
    rows,
    column,
    watermark,
    since,
    last,
    replaces: options.replace ? earlier.map(({ importId }) => importId) : [],
  };
}

/** Two queries of one source may be the same rows or others; only the user knows. */
function requireOwn(
  earlier: readonly EarlierExtract[],
  { origin }: PostgresRelation,
  source: string,
): void {
  const [other] = earlier;
  if (!other || earlier.some((extract) => extract.origin === origin)) return;
  const message = `the source ${source} was read from elsewhere before`;
  const details = { source, importId: other.importId, before: other.origin, now: origin };
  throw new PostgresError("POSTGRES_SOURCE_TAKEN", message, details);
}

/** Where the newest import with this watermark ended, and how it had read the columns. */
function sinceOf(
  own: readonly EarlierExtract[],
  column: Since["column"],
  { overlap }: PostgresOptions,
): Since | null {
  const last = own.find((extract) => extract.column === column.name && extract.watermark !== null);
  if (!last || last.watermark === null) return null;
  return { column, value: last.watermark, overlap, identity: last.identity };
}
