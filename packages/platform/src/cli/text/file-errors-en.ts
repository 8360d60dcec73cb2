import type { ErrorText } from "./errors-en.ts";

/** What went wrong while a file was read and imported. */
export const fileErrorsEn = {
  FILE_NOT_FOUND: (f) => [`There is no file ${f.file}.`, "Check the path."],
  FILE_NOT_READABLE: (f) => [`${f.file} cannot be read: ${f.reason}.`, "Check its permissions."],
  FILE_NOT_A_FILE: (f) => [`${f.file} is a directory.`, "Name the files in it, such as DIR/*.csv."],
  FILE_EMPTY: (f) => [`${f.file} is empty.`, "Export it again."],
  FILE_CHANGED: (f) => [
    `${f.file} changed while it was read.`,
    "Wait until it is written, then import again.",
  ],
  FILE_BINARY: (f) => [
    `${f.file} is no text: byte 0 at position ${f.offset}.`,
    "Export it as CSV, Parquet or JSON lines.",
  ],
  FILE_UNSUPPORTED: (f) => [
    `${f.file} is ${f.kind}, which cannot be read.`,
    "Save it as CSV, Excel (.xlsx), Parquet or JSON lines.",
  ],
  FILE_TOO_LARGE: (f) => [
    `${f.file} is larger than a workbook may be: ${f.limit} bytes, unpacked.`,
    "Save the sheet as CSV; CSV files may have any size.",
  ],
  XLSX_BROKEN: (f) => [`${f.file} is no sound Excel file: ${f.reason}.`, "Save it again."],
  SHEET_UNKNOWN: (f) => [
    `${f.file} has no sheet ${f.sheet}. Its sheets: ${f.sheets}.`,
    "Name one of them with --sheet.",
  ],
  SHEET_TOO_LONG: (f) => [
    `A sheet of Excel holds at most ${f.limit} rows, and 32767 characters in a cell.`,
    "Take CSV or Parquet, or fewer rows.",
  ],
  GZIP_BOMB: (f) => [
    `${f.file} unpacks to more than ${f.ratio} times its size, which no table does.`,
    "If it is a table all the same: unpack it yourself and import it as it is.",
  ],
  GZIP_BROKEN: (f) => [`${f.file} is damaged: ${f.reason}.`, "Transfer it again."],
  PARQUET_BROKEN: (f) => [`${f.file} is no sound Parquet file: ${f.reason}.`, "Write it again."],
  NO_ROWS: (f) => [`${f.file} has a header and no rows.`, "Export it with its rows."],
  DELIMITER_NOT_FOUND: (f) => [
    `What separates the fields of ${f.file}? Line ${f.line}: ${f.text}`,
    "Say so with --delimiter.",
  ],
  ROW_TOO_LONG: (f) => [
    `${f.file}, line ${f.line} is longer than ${f.limit} bytes.`,
    "Is a quote left open above it?",
  ],
  TABLE_AMBIGUOUS: (f) => [
    `${f.file} could hold ${f.tables}.`,
    "Say which with --table, such as --table interactions.",
  ],
  ROLE_UNKNOWN: (f) => [
    `${f.file}: ${f.table} have no role ${f.role}. Their roles: ${f.roles}.`,
    "Correct --map or the mapping file, or say with --table what the file holds.",
  ],
  PRESET_MISMATCH: (f) => [
    `${f.file} lacks columns of ${f.preset}: ${f.missing}. Its columns: ${f.columns}.`,
    "Leave --preset out, or export it again with these columns.",
  ],
  HEADER_DUPLICATE: (f) => [
    `${f.file} has the column ${f.column} more than once.`,
    "Say which one with --map, or rename it.",
  ],
  MAPPING_INCOMPLETE: (f) => [
    `${f.file}, read as ${f.table}: no column found for ${f.missing}. Its columns: ${f.columns}.`,
    "Say which with --map, such as --map customer=COLUMN, or with --table what the file holds.",
  ],
  MAPPING_COLUMN_UNKNOWN: (f) => [
    `${f.file} has no column ${f.column} for ${f.role}. Its columns: ${f.columns}.`,
    "Correct --map or the mapping file.",
  ],
  MAPPING_FILE_INVALID: (f) => [
    `${f.file}: ${f.path} ${f.problem}.`,
    "Correct the mapping file; --write-mapping shows its form.",
  ],
  OPTION_INVALID: (f) => [`${f.option} cannot be ${f.value}.`, `It may be: ${f.allowed}.`],
  AMBIGUOUS_DATE: (f) => [
    `${f.file}, line ${f.line}, ${f.column}: ${f.value} can be read in two ways: ${f.readings}.`,
    "Say which with --date-format dmy, mdy or ymd.",
  ],
  AMBIGUOUS_NUMBER: (f) => [
    `${f.file}, line ${f.line}, ${f.column}: ${f.value} can be read in two ways: ${f.readings}.`,
    "Say which with --decimal comma or point.",
  ],
  TIME_FORM_UNKNOWN: (f) => [
    `${f.file}, line ${f.line}, ${f.column}: ${f.value} is no date or time that is known.`,
    "Map another column with --map time=COLUMN, or set --date-format.",
  ],
  NUMBER_FORM_UNKNOWN: (f) => [
    `${f.file}, line ${f.line}, ${f.column}: ${f.value} is no number.`,
    `Map another column with --map ${f.role}=COLUMN.`,
  ],
  NO_ROW_ACCEPTED: (f) => [
    `${f.file}: none of its ${f.rows} rows could be used; nothing was imported.`,
    "Use --dry-run to see why.",
  ],
  ALREADY_IMPORTED_DIFFERENTLY: (f) => [
    `${f.file} was imported before with other settings (import ${f.importId}).`,
    "Use --replace to take that import back and import anew.",
  ],
  IMPORT_UNKNOWN: (f) => [`There is no import ${f.importId}.`, "import --list shows them."],
  IMPORT_UNDONE: (f) => [`Import ${f.importId} was taken back already.`],
  IMPORT_CANCELLED: (f) => [
    `${f.file} was not imported: stopped.`,
    "Start again when you like; nothing has changed.",
  ],
  IMPORT_BESIDE_CLUSTER: (f) => [
    `The pipeline of ${f.directory} runs on a cluster, which reads no files such as ${f.file}.`,
    "Import into the workspace's own database, then move it: kundenwert import FILE; kundenwert migrate",
  ],
  ROWS_LOST: (f) => [
    `${f.file} has ${f.expected} rows, but ${f.found} were read; nothing was imported.`,
    "Please report this with the file's first lines.",
  ],
} satisfies Record<string, ErrorText>;
