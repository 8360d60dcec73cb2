/** Every error this package throws on purpose. `code` is stable; the message is for people. */
export class ModelError extends Error {
  override readonly name: string = "ModelError";
  readonly code: ModelErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ModelErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export type ModelErrorCode =
  | "COLUMN_LENGTHS_DIFFER"
  | "VALUE_OUT_OF_RANGE"
  | "RECENCY_EXCEEDS_T"
  | "PARAMETER_OUT_OF_RANGE"
  | "TOO_LITTLE_DATA"
  | "NOT_CONVERGED";
