import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { StoreError } from "./store-error.ts";

/** An address of the dashboard under a name. */
type ViewRecord = {
  readonly id: number;
  readonly name: string;
  /** Path and query, such as /customers?sort=alive. */
  readonly path: string;
  readonly savedAt: string;
};

/** What one person keeps of the dashboard, and how its start page looks. */
export type ViewTable = {
  insert(view: Pick<ViewRecord, "name" | "path">): ViewRecord;
  /** @throws StoreError VIEW_UNKNOWN, as the two below */
  rename(id: number, name: string): ViewRecord;
  remove(id: number): ViewRecord;
  restore(id: number): ViewRecord;
  /** Without those that were removed, by name. */
  list(): ViewRecord[];
  readPreferences(): unknown;
  writePreferences(body: unknown): void;
};

/** @param person whose they are; nobody sees those of others */
export function viewTable(database: DatabaseSync, person: string): ViewTable {
  const add = database.prepare(
    "INSERT INTO saved_views (person, name, path, saved_at) VALUES (?, ?, ?, ?)",
  );
  const change = database.prepare("UPDATE saved_views SET name = ? WHERE id = ?");
  const mark = database.prepare("UPDATE saved_views SET deleted_at = ? WHERE id = ?");
  const one = database.prepare("SELECT * FROM saved_views WHERE id = ? AND person = ?");
  const all = database.prepare(
    "SELECT * FROM saved_views WHERE person = ? AND deleted_at IS NULL ORDER BY name, id",
  );
  const preferences = database.prepare("SELECT body FROM preferences WHERE person = ?");
  const prefer = database.prepare(
    "INSERT OR REPLACE INTO preferences (person, body) VALUES (?, ?)",
  );
  const get = (id: number): ViewRecord => {
    const row = one.get(id, person);
    if (row) return toRecord(row);
    throw new StoreError("VIEW_UNKNOWN", `There is no view ${id}`, { id });
  };
  const marked = (id: number, deletedAt: string | null) => {
    const record = get(id);
    mark.run(deletedAt, id);
    return record;
  };
  return {
    insert: ({ name, path }) =>
      get(Number(add.run(person, name, path, new Date().toISOString()).lastInsertRowid)),
    rename(id, name) {
      get(id);
      change.run(name, id);
      return get(id);
    },
    remove: (id) => marked(id, new Date().toISOString()),
    restore: (id) => marked(id, null),
    list: () => all.all(person).map(toRecord),
    readPreferences: () => JSON.parse(String(preferences.get(person)?.body ?? "{}")),
    writePreferences: (body) => void prefer.run(person, JSON.stringify(body)),
  };
}

function toRecord({ id, name, path, saved_at }: Record<string, SQLOutputValue>): ViewRecord {
  return { id: Number(id), name: String(name), path: String(path), savedAt: String(saved_at) };
}
