/** Errors of PostgreSQL and of the way to it, under codes of ours. */
import { CodedError } from "../../coded-error.ts";
import { cancelled, SourceError } from "../source-error.ts";

export type PostgresErrorCode =
  | "POSTGRES_URL_INVALID"
  | "POSTGRES_UNREACHABLE"
  | "POSTGRES_TLS_FAILED"
  | "POSTGRES_LOGIN_FAILED"
  | "POSTGRES_DATABASE_UNKNOWN"
  | "POSTGRES_TABLE_UNKNOWN"
  | "POSTGRES_COLUMN_UNKNOWN"
  | "POSTGRES_PERMISSION_DENIED"
  | "POSTGRES_NOT_A_SELECT"
  | "POSTGRES_QUERY_INVALID"
  | "POSTGRES_QUERY_FAILED"
  | "POSTGRES_WATERMARK_INVALID"
  | "POSTGRES_TIMEOUT"
  | "POSTGRES_CONNECTION_LOST"
  | "POSTGRES_KEY_MISSING"
  | "POSTGRES_SOURCE_TAKEN";

/** `reason` in the details is what the server said, in its language. */
export class PostgresError extends CodedError<PostgresErrorCode> {
  override readonly name = "PostgresError";
}

/** @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_STATE: Readonly<Record<string, PostgresErrorCode>> = {
  "28000": "POSTGRES_LOGIN_FAILED",
  "28P01": "POSTGRES_LOGIN_FAILED",
  "3D000": "POSTGRES_DATABASE_UNKNOWN",
  "42P01": "POSTGRES_TABLE_UNKNOWN",
  "3F000": "POSTGRES_TABLE_UNKNOWN",
  "42703": "POSTGRES_COLUMN_UNKNOWN",
  "42501": "POSTGRES_PERMISSION_DENIED",
  "25006": "POSTGRES_NOT_A_SELECT",
  "57014": "POSTGRES_TIMEOUT",
  "55P03": "POSTGRES_TIMEOUT",
  "57P01": "POSTGRES_CONNECTION_LOST",
  "57P02": "POSTGRES_CONNECTION_LOST",
  "25P03": "POSTGRES_CONNECTION_LOST",
};
const STATE = /^[0-9A-Z]{5}$/;
const LOST = ["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED"];
const TLS = /SSL|TLS|CERT|SIGNATURE|ALTNAME/i;

type Fault = Error & { readonly code?: string; readonly severity?: string };

/** What a statement failed of; an error that is not PostgreSQL's passes as it is. */
export function statementError(error: unknown, label: string, signal?: AbortSignal): unknown {
  if (error instanceof PostgresError || error instanceof SourceError) return error;
  if (signal?.aborted) return cancelled(label, error);
  const { code = "", message, severity } = error as Fault;
  const isLost = LOST.includes(code) || message.startsWith("Connection terminated");
  if (!isLost && (severity === undefined || !STATE.test(code))) return error;
  return toError(isLost ? "POSTGRES_CONNECTION_LOST" : codeOfState(code), error as Fault, label);
}

function codeOfState(state: string): PostgresErrorCode {
  const known = BY_STATE[state];
  if (known) return known;
  if (state.startsWith("08")) return "POSTGRES_CONNECTION_LOST";
  return /^(42|0A)/.test(state) ? "POSTGRES_QUERY_INVALID" : "POSTGRES_QUERY_FAILED";
}

/** Why there is no connection. */
export function connectError(error: unknown, label: string, signal?: AbortSignal): unknown {
  if (signal?.aborted) return cancelled(label, error);
  const fault = error as Fault;
  const { code = "", message, severity } = fault;
  if (severity !== undefined) {
    const known = BY_STATE[code];
    const isSaid = known !== undefined && known !== "POSTGRES_CONNECTION_LOST";
    return toError(isSaid ? known : "POSTGRES_UNREACHABLE", fault, label);
  }
  if (message.startsWith("SASL")) return toError("POSTGRES_LOGIN_FAILED", fault, label);
  const isTls = TLS.test(code) || message.includes("SSL");
  return toError(isTls ? "POSTGRES_TLS_FAILED" : "POSTGRES_UNREACHABLE", fault, label);
}

function toError(code: PostgresErrorCode, fault: Fault, label: string): PostgresError {
  // Node leaves the message empty where it tried several addresses.
  const reason = (fault.message || fault.code || fault.name).replace(/\.$/, "");
  const details = { database: label, reason, state: fault.code ?? null };
  return new PostgresError(code, `${label}: ${reason}`, details, { cause: fault });
}
