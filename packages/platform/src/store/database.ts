import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readSql } from "../engines/sql-file.ts";
import { StoreError } from "./store-error.ts";

/** In order; the place of a migration, counted from 1, is the schema version it leads to. */
const MIGRATIONS = [
  "store/001-jobs",
  "store/002-setting-changes",
  "store/003-cases",
  "store/004-segment-changes",
  "store/005-annotations",
  "store/006-views",
  "store/007-topics",
] as const;

/**
 * Opens the application state of a workspace, app.db, and brings its schema up to date.
 *
 * @param directory the workspace's directory, or `:memory:`
 * @throws StoreError STORE_NEWER if a later version of the program wrote it
 */
export function openDatabase(directory: string): DatabaseSync {
  const path = directory === ":memory:" ? directory : join(directory, "app.db");
  const database = new DatabaseSync(path);
  try {
    // What is deleted is overwritten, so that a person's data do not linger in free pages.
    database.exec("PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL;");
    database.exec("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: DatabaseSync): void {
  const row = database.prepare("PRAGMA user_version").get();
  const version = Number(row?.user_version ?? 0);
  if (version > MIGRATIONS.length) {
    throw new StoreError("STORE_NEWER", "app.db was written by a later version of Kundenwert", {
      version,
      known: MIGRATIONS.length,
    });
  }
  for (const [index, name] of MIGRATIONS.entries()) {
    if (index < version) continue;
    const stamp = `PRAGMA user_version = ${index + 1};`;
    database.exec(`BEGIN IMMEDIATE; ${readSql(name)} ${stamp} COMMIT;`);
  }
}
