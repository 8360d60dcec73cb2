import { CodedError } from "../coded-error.ts";

export type CliErrorCode =
  | "COMMAND_UNKNOWN"
  | "COMMAND_MISTYPED"
  | "FLAG_UNKNOWN"
  | "FLAG_MISTYPED"
  | "FLAG_MISSING"
  | "FLAG_WITHOUT_VALUE"
  | "ARGUMENTS_TOO_MANY"
  | "FILES_MISSING"
  | "SOURCES_MISSING"
  | "SOURCES_FAILED"
  | "OUTPUT_MISSING"
  | "HORIZON_UNKNOWN"
  | "CUSTOMER_UNKNOWN"
  | "METHOD_UNKNOWN"
  | "TOO_LITTLE_HISTORY"
  | "OPTION_INVALID"
  | "PORT_TAKEN"
  | "FORMULA_INPUT_INVALID";

/** What was asked on the command line cannot be done. */
export class CliError extends CodedError<CliErrorCode> {
  override readonly name = "CliError";

  constructor(code: CliErrorCode, details: Readonly<Record<string, unknown>>) {
    super(code, code, details);
  }
}
