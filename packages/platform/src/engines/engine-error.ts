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
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly sql: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: EngineErrorCode, cause: unknown, sql: string, details = {}) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.code = code;
    this.sql = sql;
    this.details = details;
  }
}

/** @throws EngineError ENGINE_CANCELLED once `signal` is aborted */
export function stopIfCancelled(signal: AbortSignal | undefined, sql = ""): void {
  if (signal?.aborted) throw new EngineError("ENGINE_CANCELLED", signal.reason, sql);
}
