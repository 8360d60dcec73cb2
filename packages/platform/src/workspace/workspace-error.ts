export type WorkspaceErrorCode =
  | "SETTINGS_INVALID"
  | "SETTING_REFUSED"
  | "WORKSPACE_BUSY"
  | "WORKSPACE_NEWER"
  | "WORKSPACE_UNREADABLE"
  | "MIGRATION_DIFFERS";

/** A workspace cannot be opened or used as asked. */
export class WorkspaceError extends Error {
  override readonly name = "WorkspaceError";
  readonly code: WorkspaceErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: WorkspaceErrorCode,
    message: string,
    details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
