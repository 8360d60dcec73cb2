/**
 * Transactions over Iceberg tables. Trino lets a statement change one table and no more, so what a
 * transaction did is taken back by hand where it fails: tables are renamed back, and others return
 * to the snapshot they had. The notes for that are on disk before anything is done, so a process
 * that was killed is tidied up after by the next one.
 */
import { identifier, type Parameters, type StatementOptions } from "../engine.ts";
import type { EngineError } from "../engine-error.ts";
import type { TrinoSession } from "./trino-session.ts";
import type { UndoEntry, UndoLog } from "./undo-log.ts";

/** What a transaction has to know of a statement: which table it changes, and how. */
type Change =
  | { readonly kind: "rows" | "create" | "replace" | "drop"; readonly table: string }
  | { readonly kind: "rename"; readonly table: string; readonly to: string };

const NAME = "([a-z_][a-z0-9_]*)";
const changes: readonly (readonly [pattern: RegExp, kind: Change["kind"]])[] = [
  [new RegExp(`^(?:INSERT INTO|DELETE FROM|UPDATE) ${NAME}\\b`, "i"), "rows"],
  [new RegExp(`^CREATE OR REPLACE TABLE ${NAME}\\b`, "i"), "replace"],
  [new RegExp(`^CREATE TABLE (?:IF NOT EXISTS )?${NAME}\\b`, "i"), "create"],
  [new RegExp(`^DROP TABLE (?:IF EXISTS )?${NAME}\\s*$`, "i"), "drop"],
  [new RegExp(`^ALTER TABLE ${NAME} RENAME TO ${NAME}\\s*$`, "i"), "rename"],
];

/** @throws TypeError where a statement could not be taken back */
export function changeOf(sql: string): Change | undefined {
  const text = sql
    .replaceAll(/--[^\n]*\n/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (/^(SELECT|WITH)\b/i.test(text)) return undefined;
  for (const [pattern, kind] of changes) {
    const [, table, to] = pattern.exec(text) ?? [];
    if (table) return { kind, table, to: to ?? "" } as Change;
  }
  throw new TypeError(`a transaction on Trino cannot hold: ${text.slice(0, 80)}`);
}

/** Statements that are noted as they go, until all of them are kept or taken back. */
export type Recorder = {
  run(sql: string, parameters?: Parameters, options?: StatementOptions): Promise<number>;
  keep(): Promise<void>;
};

export function recorder(session: TrinoSession, log: UndoLog): Recorder {
  const aside: string[] = [];
  const noted = new Set<string>();
  const note = (entry: UndoEntry) => log.push(entry);

  /** It waits for the end: only then is it known whether it has to come back. */
  async function putAside(table: string): Promise<void> {
    const place = `${table}__before${aside.length}`;
    aside.push(place);
    try {
      await rename(table, place, "IF EXISTS");
    } catch (cause) {
      // A process was killed before it could clear away what it had kept for this very purpose.
      if ((cause as Partial<EngineError>).code !== "ENGINE_CONFLICT") throw cause;
      await session.runRaw(`DROP TABLE ${place}`);
      await rename(table, place, "IF EXISTS");
    }
  }

  async function rename(from: string, to: string, condition = ""): Promise<void> {
    note({ kind: "rename", from: to, to: from });
    await session.runRaw(`ALTER TABLE ${condition} ${from} RENAME TO ${to}`);
  }

  async function noteRows(table: string): Promise<void> {
    if (noted.has(table)) return;
    const snapshot = await currentSnapshot(session, table);
    note({ kind: "snapshot", table, snapshot });
    noted.add(table);
  }

  async function noteCreated(table: string): Promise<void> {
    if (await exists(session, table)) return;
    note({ kind: "drop", table });
    noted.add(table);
  }

  return {
    async run(sql, parameters, options) {
      const change = changeOf(sql);
      if (change) identifier(change.table);
      if (change?.kind === "rows") await noteRows(change.table);
      if (change?.kind === "create") await noteCreated(change.table);
      if (change?.kind === "drop") {
        await putAside(change.table);
        noted.delete(change.table);
        return 0;
      }
      if (change?.kind === "rename") {
        await rename(change.table, identifier(change.to));
        return 0;
      }
      if (change?.kind === "replace") {
        await putAside(change.table);
        await noteCreated(change.table);
      }
      return session.run(sql, parameters, options);
    },
    async keep() {
      log.clear();
      for (const table of aside) await session.runRaw(`DROP TABLE IF EXISTS ${table}`);
    },
  };
}

/** Takes back what the log holds, newest first; killed here, it goes on at the next call. */
export async function takeBack(session: TrinoSession, log: UndoLog): Promise<void> {
  for (let entry = log.entries().at(-1); entry; entry = log.entries().at(-1)) {
    await undo(session, entry);
    log.pop();
  }
}

/** Each is fine to do twice, and fine where its statement never came to be. */
async function undo(session: TrinoSession, entry: UndoEntry): Promise<void> {
  if (entry.kind === "drop") await session.runRaw(`DROP TABLE IF EXISTS ${entry.table}`);
  if (entry.kind === "snapshot" && (await exists(session, entry.table))) {
    const { table, snapshot } = entry;
    if ((await currentSnapshot(session, table)) === snapshot) return;
    // A table that another tool made may have had no snapshot yet.
    if (snapshot === "") return session.runRaw(`DELETE FROM ${table}`);
    await session.runRaw(`ALTER TABLE ${table} EXECUTE rollback_to_snapshot(${snapshot})`);
  }
  if (entry.kind === "rename") {
    const { from, to } = entry;
    const isUndone = (await exists(session, to)) || !(await exists(session, from));
    if (!isUndone) await session.runRaw(`ALTER TABLE ${from} RENAME TO ${to}`);
  }
}

export async function exists(session: TrinoSession, table: string): Promise<boolean> {
  const sql = `SELECT table_name FROM information_schema.tables
    WHERE table_schema = current_schema AND table_name = $table`;
  return (await session.rows(sql, { table })).length > 0;
}

async function currentSnapshot(session: TrinoSession, table: string): Promise<string> {
  const sql = `SELECT CAST(snapshot_id AS VARCHAR) AS id FROM "${identifier(table)}$refs" WHERE name = 'main'`;
  const [row] = await session.rows(sql);
  return String(row?.id ?? "");
}
