import type { SegmentChange } from "../workspace/change-segments.ts";
import type { SettingChange } from "../workspace/change-settings.ts";
import { type AnnotationTable, annotationTable } from "./annotation-table.ts";
import { type CaseTable, caseTable } from "./case-table.ts";
import { type ChangeTable, changeTable } from "./change-table.ts";
import { openDatabase } from "./database.ts";
import { type JobTable, jobTable } from "./job-table.ts";
import { type TopicTable, topicTable } from "./topic-table.ts";
import { type ViewTable, viewTable } from "./view-table.ts";

/** What the application remembers besides the company's data; the file app.db of a workspace. */
export type Store = {
  readonly jobs: JobTable;
  readonly settingChanges: ChangeTable<SettingChange>;
  readonly segmentChanges: ChangeTable<SegmentChange>;
  readonly cases: CaseTable;
  readonly topics: TopicTable;
  readonly annotations: AnnotationTable;
  readonly views: ViewTable;
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
    settingChanges: changeTable(database, "setting_changes"),
    segmentChanges: changeTable(database, "segment_changes"),
    cases: caseTable(database),
    topics: topicTable(database),
    annotations: annotationTable(database),
    // Until people log in, all of them are one.
    views: viewTable(database, "default"),
    close: () => database.close(),
  };
}
