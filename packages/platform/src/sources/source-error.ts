import { CodedError } from "../coded-error.ts";

export type SourceErrorCode =
  | "FILE_NOT_FOUND"
  | "FILE_NOT_READABLE"
  | "FILE_NOT_A_FILE"
  | "FILE_EMPTY"
  | "FILE_CHANGED"
  | "FILE_BINARY"
  | "FILE_UNSUPPORTED"
  | "FILE_TOO_LARGE"
  | "XLSX_BROKEN"
  | "SHEET_UNKNOWN"
  | "GZIP_BROKEN"
  | "GZIP_BOMB"
  | "PARQUET_BROKEN"
  | "NO_ROWS"
  | "DELIMITER_NOT_FOUND"
  | "ROW_TOO_LONG"
  | "TABLE_AMBIGUOUS"
  | "ROLE_UNKNOWN"
  | "PRESET_MISMATCH"
  | "HEADER_DUPLICATE"
  | "MAPPING_INCOMPLETE"
  | "MAPPING_COLUMN_UNKNOWN"
  | "MAPPING_FILE_INVALID"
  | "OPTION_INVALID"
  | "AMBIGUOUS_DATE"
  | "AMBIGUOUS_NUMBER"
  | "TIME_FORM_UNKNOWN"
  | "NUMBER_FORM_UNKNOWN"
  | "NO_ROW_ACCEPTED"
  | "ALREADY_IMPORTED_DIFFERENTLY"
  | "IMPORT_UNKNOWN"
  | "IMPORT_UNDONE"
  | "IMPORT_CANCELLED"
  | "IMPORT_BESIDE_CLUSTER"
  | "ROWS_LOST";

/** A file cannot be imported as asked. */
export class SourceError extends CodedError<SourceErrorCode> {
  override readonly name = "SourceError";
}

/** @throws SourceError IMPORT_CANCELLED once `signal` is aborted */
export function stopIfCancelled(signal: AbortSignal | undefined, file: string): void {
  if (signal?.aborted) throw cancelled(file, signal.reason);
}

export function cancelled(file: string, cause: unknown): SourceError {
  return new SourceError(
    "IMPORT_CANCELLED",
    `${file} was not imported: cancelled`,
    { file },
    { cause },
  );
}
