import { CodedError } from "../coded-error.ts";

export type StoreErrorCode =
  | "STORE_NEWER"
  | "JOB_UNKNOWN"
  | "JOB_FINISHED"
  | "SETTING_CHANGE_UNKNOWN"
  | "ANNOTATION_UNKNOWN"
  | "VIEW_UNKNOWN"
  | CaseErrorCode;

/** What can be wrong with what is to be done about a case or a topic. */
type CaseErrorCode =
  | "CASE_CHANGED"
  | "CASE_NOTHING_TO_UNDO"
  | "TOPIC_CHANGED"
  | "TOPIC_NOTHING_TO_UNDO";

/** Application state cannot be read or changed as asked. */
export class StoreError extends CodedError<StoreErrorCode> {
  override readonly name = "StoreError";
}
