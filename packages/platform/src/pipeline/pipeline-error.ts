export type PipelineErrorCode =
  | "NO_ORDERS"
  | "NO_AMOUNTS"
  | "NO_RUN_YET"
  | "NO_VALUES"
  | "NO_TIME_OBSERVED"
  | "CHECK_FAILED"
  | "SPLIT_OUTSIDE_HISTORY"
  | "METHOD_UNKNOWN"
  | "CUSTOMER_UNKNOWN"
  | "ACCOUNT_UNKNOWN"
  | "CASE_UNKNOWN"
  | "MERGE_WITH_ITSELF"
  | "METHOD_NOT_FITTED";

/** The pipeline cannot do what was asked with the data there are. */
export class PipelineError extends Error {
  override readonly name = "PipelineError";
  readonly code: PipelineErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: PipelineErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
