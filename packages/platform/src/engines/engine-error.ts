import { CodedError } from "../coded-error.ts";

export type EngineErrorCode =
  | "ENGINE_BUSY"
  | "ENGINE_CANCELLED"
  | "ENGINE_OUT_OF_MEMORY"
  | "ENGINE_DISK_FULL"
  | "ENGINE_ACCESS_DENIED"
  | "ENGINE_SQL_INVALID"
  | "ENGINE_VALUE_INVALID"
  | "ENGINE_CONFLICT"
  | "ENGINE_CORRUPT"
  | "ENGINE_ADDRESS_INVALID"
  | "ENGINE_UNREACHABLE"
  | "ENGINE_LOGIN_REFUSED"
  | "ENGINE_NODE_LOST"
  | "ENGINE_FAILED";

/** A statement failed. Keeps the SQL and the engine's own error as `cause`. */
export class EngineError extends CodedError<EngineErrorCode> {
  override readonly name = "EngineError";
  readonly sql: string;

  constructor(code: EngineErrorCode, cause: unknown, sql: string, details = {}) {
    super(code, cause instanceof Error ? cause.message : String(cause), details, { cause });
    this.sql = sql;
  }
}

/** @throws EngineError ENGINE_CANCELLED once `signal` is aborted */
export function stopIfCancelled(signal: AbortSignal | undefined, sql = ""): void {
  if (signal?.aborted) throw new EngineError("ENGINE_CANCELLED", signal.reason, sql);
}
