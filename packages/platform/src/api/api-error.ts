import { ERROR_STATUS, type ErrorCode } from "@kundenwert/contract";
import { CodedError } from "../coded-error.ts";

/** A request cannot be answered as asked. Answered with the status of its code. */
export class ApiError extends CodedError<ErrorCode> {
  override readonly name = "ApiError";
  readonly statusCode: number;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code, message, details);
    this.statusCode = ERROR_STATUS[code];
  }
}
