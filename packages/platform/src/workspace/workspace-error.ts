import { CodedError } from "../coded-error.ts";

export type WorkspaceErrorCode =
  | "SETTINGS_INVALID"
  | "SETTING_REFUSED"
  | "WORKSPACE_BUSY"
  | "WORKSPACE_NEWER"
  | "WORKSPACE_UNREADABLE"
  | "MIGRATION_DIFFERS";

/** A workspace cannot be opened or used as asked. */
export class WorkspaceError extends CodedError<WorkspaceErrorCode> {
  override readonly name = "WorkspaceError";
}
