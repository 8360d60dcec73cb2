import { CodedError } from "../coded-error.ts";

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
  | "TOPIC_UNKNOWN"
  | "TOPIC_PERIOD_UNKNOWN"
  | "MERGE_WITH_ITSELF"
  | "METHOD_NOT_FITTED";

/** The pipeline cannot do what was asked with the data there are. */
export class PipelineError extends CodedError<PipelineErrorCode> {
  override readonly name = "PipelineError";
}
