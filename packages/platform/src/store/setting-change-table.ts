import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { StoreError } from "./store-error.ts";

type Value = number | string | readonly number[] | null;
type Changes = readonly { readonly name: string; readonly before: Value; readonly after: Value }[];

/** What was changed in one go, and the change that it took back, if any. */
export type SettingChangeRecord = {
  readonly id: number;
  readonly changedAt: string;
  readonly changes: Changes;
  readonly undoes: number | null;
};

/** The history of settings. Nothing is ever removed from it: taking back is a change too. */
export type SettingChangeTable = {
  insert(changes: Changes, undoes?: number): SettingChangeRecord;
  /** @throws StoreError SETTING_CHANGE_UNKNOWN */
  get(id: number): SettingChangeRecord;
  /** Latest first. */
  list(limit: number): SettingChangeRecord[];
};

export function settingChangeTable(database: DatabaseSync): SettingChangeTable {
  const add = database.prepare(
    "INSERT INTO setting_changes (changed_at, changes, undoes) VALUES (?, ?, ?)",
  );
  const one = database.prepare("SELECT * FROM setting_changes WHERE id = ?");
  const latest = database.prepare("SELECT * FROM setting_changes ORDER BY id DESC LIMIT ?");
  const get = (id: number): SettingChangeRecord => {
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
    list: (limit) => latest.all(limit).map(toRecord),
  };
}

function toRecord(row: Record<string, SQLOutputValue>): SettingChangeRecord {
  return {
    id: Number(row.id),
    changedAt: String(row.changed_at),
    changes: JSON.parse(String(row.changes)),
    undoes: row.undoes === null ? null : Number(row.undoes),
  };
}
