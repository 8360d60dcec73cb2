import { EngineError, type EngineErrorCode } from "../engine-error.ts";

/** What Trino says of a query that failed. */
export type TrinoFailure = {
  readonly message: string;
  readonly errorName: string;
  readonly errorType: string;
};

/** By Trino's own names, which are stable; see StandardErrorCode in its sources. */
const codes: readonly (readonly [pattern: RegExp, code: EngineErrorCode])[] = [
  [/^USER_CANCELED$/, "ENGINE_CANCELLED"],
  [/_MEMORY_LIMIT$|^CLUSTER_OUT_OF_MEMORY$/, "ENGINE_OUT_OF_MEMORY"],
  [/^(PERMISSION_DENIED|READ_ONLY_VIOLATION)$/, "ENGINE_ACCESS_DENIED"],
  [
    /^(NO_NODES_AVAILABLE|REMOTE_HOST_GONE|REMOTE_TASK_(ERROR|MISMATCH)|REMOTE_TASK_FAILED|TOO_MANY_REQUESTS_FAILED|PAGE_TRANSPORT_(ERROR|TIMEOUT)|SERVER_(SHUTTING_DOWN|STARTING_UP)|ABANDONED_QUERY|ABANDONED_TASK)$/,
    "ENGINE_NODE_LOST",
  ],
  [
    /^(INVALID_CAST_ARGUMENT|DIVISION_BY_ZERO|NUMERIC_VALUE_OUT_OF_RANGE|INVALID_FUNCTION_ARGUMENT|SUBQUERY_MULTIPLE_ROWS)$/,
    "ENGINE_VALUE_INVALID",
  ],
  [/^(TRANSACTION_CONFLICT|ICEBERG_COMMIT_ERROR|TABLE_ALREADY_EXISTS)$/, "ENGINE_CONFLICT"],
  [/^EXCEEDED_LOCAL_DISK/, "ENGINE_DISK_FULL"],
];

/** Gives a failure of Trino our code; `details` has its name, the query's id and where it is shown. */
export function toTrinoError(
  { message, errorName, errorType }: TrinoFailure,
  sql: string,
  query: { readonly id: string; readonly infoUri?: string | undefined },
): EngineError {
  const details = { queryId: query.id, infoUri: query.infoUri, errorName, errorType };
  const told = new Error(`${message} (${errorName}, query ${query.id})`);
  return new EngineError(codeOf(errorName, errorType, message), told, sql, details);
}

function codeOf(name: string, type: string, message: string): EngineErrorCode {
  if (/No space left on device/i.test(message)) return "ENGINE_DISK_FULL";
  const known = codes.find(([pattern]) => pattern.test(name))?.[1];
  return known ?? (type === "USER_ERROR" ? "ENGINE_SQL_INVALID" : "ENGINE_FAILED");
}
