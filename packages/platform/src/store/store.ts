import { type CaseTable, caseTable } from "./case-table.ts";
import { openDatabase } from "./database.ts";
import { type JobTable, jobTable } from "./job-table.ts";
import { type SettingChangeTable, settingChangeTable } from "./setting-change-table.ts";

/** What the application remembers besides the company's data; the file app.db of a workspace. */
export type Store = {
  readonly jobs: JobTable;
  readonly settingChanges: SettingChangeTable;
  readonly cases: CaseTable;
  close(): void;
};

/**
 * @param directory the workspace's directory, or `:memory:`
 * @throws StoreError STORE_NEWER
 */
export function openStore(directory: string): Store {
  const database = openDatabase(directory);
  return {
    jobs: jobTable(database),
    settingChanges: settingChangeTable(database),
    cases: caseTable(database),
    close: () => database.close(),
  };
}
