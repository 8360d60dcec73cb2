/** What the ledger knows of earlier imports from a living source. */
import type { Statements } from "../../engines/engine.ts";
import type { Basis, Mapping } from "../roles.ts";
import type { RowIdentity } from "./row-identity.ts";

/** An earlier import of a source that still counts. */
export type EarlierExtract = {
  readonly importId: number;
  readonly table: string;
  readonly origin: string;
  readonly column: string | null;
  readonly watermark: string | null;
  readonly identity: RowIdentity | null;
  readonly importedAt: string;
  readonly mapping: Mapping;
  readonly currency: string;
  readonly basis: Basis;
};

/** The imports of a source that count, the newest first; into any table if none is told. */
export async function earlierExtracts(
  statements: Statements,
  source: string,
  table: string | undefined,
): Promise<EarlierExtract[]> {
  const rows = await statements.rows(
    `SELECT i.import_id, i.target, e.origin, e.watermark_column, e.watermark,
       e.row_identity,
       CAST(i.imported_at AS VARCHAR) AS imported_at, i.mapping, i.currency, i.basis
     FROM extracts AS e JOIN imports AS i ON i.import_id = e.import_id
     WHERE i.source = $source AND i.target = coalesce($target, i.target) AND i.undone_at IS NULL
     ORDER BY i.import_id DESC`,
    { source, target: table ?? null },
  );
  return rows.map((row) => ({
    importId: Number(row.import_id),
    table: String(row.target),
    origin: String(row.origin),
    column: row.watermark_column as string | null,
    watermark: row.watermark as string | null,
    identity: JSON.parse(String(row.row_identity)) as RowIdentity | null,
    importedAt: String(row.imported_at),
    mapping: JSON.parse(String(row.mapping)) as Mapping,
    currency: String(row.currency),
    basis: row.basis as Basis,
  }));
}

type NewExtract = Pick<EarlierExtract, "importId" | "origin" | "column" | "watermark" | "identity">;

export async function recordExtract(statements: Statements, extract: NewExtract): Promise<void> {
  const { importId, origin, column, watermark, identity } = extract;
  await statements.run(
    `INSERT INTO extracts SELECT CAST($import_id AS INTEGER), $origin, CAST($column AS VARCHAR),
       CAST($watermark AS VARCHAR), $identity`,
    { import_id: importId, origin, column, watermark, identity: JSON.stringify(identity) },
  );
}

/** All that was read is known already: only how far it was read moves on. */
export async function moveWatermark(
  statements: Statements,
  importId: number,
  column: string,
  watermark: string,
): Promise<void> {
  await statements.run(
    `UPDATE extracts SET watermark_column = $column, watermark = $watermark
     WHERE import_id = $import_id`,
    { import_id: importId, column, watermark },
  );
}
