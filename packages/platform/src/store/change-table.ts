import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { StoreError } from "./store-error.ts";

/** What was changed in one go, and the change that it took back, if any. */
type ChangeRecord<C> = {
  readonly id: number;
  readonly changedAt: string;
  readonly changes: readonly C[];
  readonly undoes: number | null;
};

/** A history of changes. Nothing is ever removed from it: taking back is a change too. */
export type ChangeTable<C> = {
  insert(changes: readonly C[], undoes?: number): ChangeRecord<C>;
  /** @throws StoreError SETTING_CHANGE_UNKNOWN */
  get(id: number): ChangeRecord<C>;
  /** Latest first. */
  list(limit: number): ChangeRecord<C>[];
};

export function changeTable<C>(
  database: DatabaseSync,
  table: "setting_changes" | "segment_changes",
): ChangeTable<C> {
  const add = database.prepare(
    `INSERT INTO ${table} (changed_at, changes, undoes) VALUES (?, ?, ?)`,
  );
  const one = database.prepare(`SELECT * FROM ${table} WHERE id = ?`);
  const latest = database.prepare(`SELECT * FROM ${table} ORDER BY id DESC LIMIT ?`);
  const get = (id: number): ChangeRecord<C> => {
    const row = one.get(id);
    if (row) return toRecord(row);
    throw new StoreError("SETTING_CHANGE_UNKNOWN", `There is no change ${id}`, { id });
  };
  return {
    get,
    insert(changes, undoes) {
      const now = new Date().toISOString();
      const { lastInsertRowid } = add.run(now, JSON.stringify(changes), undoes ?? null);
      return get(Number(lastInsertRowid));
    },
    list: (limit) => latest.all(limit).map((row) => toRecord<C>(row)),
  };
}

function toRecord<C>(row: Record<string, SQLOutputValue>): ChangeRecord<C> {
  return {
    id: Number(row.id),
    changedAt: String(row.changed_at),
    changes: JSON.parse(String(row.changes)),
    undoes: row.undoes === null ? null : Number(row.undoes),
  };
}
