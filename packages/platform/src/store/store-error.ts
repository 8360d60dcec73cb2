export type StoreErrorCode =
  | "STORE_NEWER"
  | "JOB_UNKNOWN"
  | "JOB_FINISHED"
  | "SETTING_CHANGE_UNKNOWN";

/** Application state cannot be read or changed as asked. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: StoreErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
