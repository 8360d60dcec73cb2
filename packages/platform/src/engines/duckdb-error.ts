import { EngineError, type EngineErrorCode } from "./engine-error.ts";

/** DuckDB's errors carry no code; the words its messages open with are stable. */
const codes: readonly (readonly [pattern: RegExp, code: EngineErrorCode])[] = [
  [/INTERRUPT/, "ENGINE_CANCELLED"],
  [/Could not set lock|being used by another process/i, "ENGINE_BUSY"],
  [
    /No space left|quota exceeded|File too large|max_temp_directory_size|failed to offload data block/i,
    "ENGINE_DISK_FULL",
  ],
  [/^Out of Memory Error/, "ENGINE_OUT_OF_MEMORY"],
  [/^Permission Error/, "ENGINE_ACCESS_DENIED"],
  [
    /Corrupt database file|not a valid DuckDB database|Could not read enough bytes|version number/i,
    "ENGINE_CORRUPT",
  ],
  [/^(Parser|Catalog|Binder|Syntax) Error/, "ENGINE_SQL_INVALID"],
  [/^(Conversion|Out of Range|Invalid Input|Mismatch Type) Error/, "ENGINE_VALUE_INVALID"],
  [/^(Constraint|TransactionContext|Transaction) Error/, "ENGINE_CONFLICT"],
];

/** Gives an error of DuckDB our code; where a lock is held, `details.pid` says by which process. */
export function toEngineError(cause: unknown, sql: string): EngineError {
  if (cause instanceof EngineError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = codes.find(([pattern]) => pattern.test(message))?.[1] ?? "ENGINE_FAILED";
  const pid = /PID (\d+)/.exec(message)?.[1];
  return new EngineError(code, cause, sql, pid ? { pid: Number(pid) } : {});
}
