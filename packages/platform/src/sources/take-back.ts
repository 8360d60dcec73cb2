/** Takes an import back: its rows move aside, and what it had replaced comes back. */
import type { Statements } from "../engines/engine.ts";
import { type LedgerTarget, supersededOf, tablesOf } from "./ledger-target.ts";
import { targetOf } from "./targets/all.ts";

export type TakenBack = { readonly removed: number; readonly restored: number };

/**
 * @param by the import that comes in its place, if one does
 * @returns how many rows left the target's table and how many came back to it
 */
export async function takeBack(
  inside: Statements,
  importId: number,
  by: number | null,
): Promise<TakenBack> {
  const [row] = await inside.rows("SELECT target FROM imports WHERE import_id = $import_id", {
    import_id: importId,
  });
  const target = targetOf(String(row?.target));
  await inside.run(
    "UPDATE imports SET undone_at = CAST($now AS TIMESTAMP) WHERE import_id = $import_id",
    { import_id: importId, now: new Date().toISOString().slice(0, 23) },
  );
  if (target.key.length > 0 && !target.sidesOnly) await handOn(inside, target, importId);
  const taken = await takeBackFrom(inside, target.table, importId, by);
  const [, ...others] = tablesOf(target);
  for (const table of others) await takeBackFrom(inside, table, importId, by);
  return taken;
}

async function takeBackFrom(
  inside: Statements,
  table: string,
  importId: number,
  by: number | null,
): Promise<TakenBack> {
  const superseded = supersededOf(table);
  const own = { import_id: importId };
  const removed = await inside.run(
    `INSERT INTO ${superseded} SELECT CAST($by AS INTEGER), * FROM ${table}
     WHERE import_id = $import_id`,
    { ...own, by },
  );
  await inside.run(`DELETE FROM ${table} WHERE import_id = $import_id`, own);
  const restorable = `superseded_by = $import_id AND import_id <> $import_id
    AND import_id IN (SELECT import_id FROM imports WHERE undone_at IS NULL)`;
  const restored = await inside.run(
    `INSERT INTO ${table} SELECT * EXCLUDE (superseded_by) FROM ${superseded} WHERE ${restorable}`,
    own,
  );
  await inside.run(`DELETE FROM ${superseded} WHERE ${restorable}`, own);
  return { removed, restored };
}

/**
 * A row that this import replaced, whose successor a later import replaced in turn, is now
 * replaced by that later import: it comes back when the later one is taken back, too.
 */
async function handOn(
  inside: Statements,
  { table, key }: LedgerTarget,
  importId: number,
): Promise<void> {
  const superseded = supersededOf(table);
  const sameKey = key.map((name) => `l.${name} IS NOT DISTINCT FROM s.${name}`).join(" AND ");
  const successor = `SELECT max(l.superseded_by) FROM ${superseded} AS l
    WHERE l.import_id = $import_id AND l.superseded_by <> $import_id AND ${sameKey}`;
  await inside.run(
    `UPDATE ${superseded} AS s SET superseded_by = (${successor})
     WHERE s.superseded_by = $import_id AND s.import_id <> $import_id AND (${successor}) IS NOT NULL`,
    { import_id: importId },
  );
}
