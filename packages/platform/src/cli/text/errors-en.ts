import { fileErrorsEn } from "./file-errors-en.ts";
import { postgresErrorsEn } from "./postgres-en.ts";

/** The facts of an error, as text. A fact that is missing reads as "?". */
export type Facts = Readonly<Record<string, string>>;
/** What happened, and what to do about it. */
export type ErrorText = (facts: Facts) => readonly [what: string, wayOut?: string];

/** What the command line says of each error code, in English. docs/errors.md lists the same codes. */
export const errorsEn = {
  ...fileErrorsEn,
  ...postgresErrorsEn,
  SETTINGS_INVALID: (f) => [
    `${f.file}: ${f.path} ${f.problem}.`,
    "Correct the file; docs/settings.md lists what may stand there.",
  ],
  SETTING_REFUSED: (f) => [
    `${f.setting} may not be ${f.value}.`,
    "docs/settings.md lists what is allowed.",
  ],
  SETTING_CHANGE_UNKNOWN: (f) => [
    `There is no change ${f.id}.`,
    "`kundenwert settings history` lists them.",
  ],
  ANNOTATION_UNKNOWN: (f) => [
    `There is no event ${f.id}.`,
    "`kundenwert events` lists them; campaigns of the data cannot be taken away.",
  ],
  WORKSPACE_BUSY: (f) => [
    `The workspace ${f.directory} is open in process ${f.pid} (${f.command}, since ${f.since}).`,
    "Stop that process, or use its dashboard and API.",
  ],
  WORKSPACE_NEWER: (f) => [
    `The workspace ${f.directory} was made by a newer version.`,
    "Update Kundenwert.",
  ],
  WORKSPACE_UNREADABLE: (f) => [
    `The workspace ${f.directory} cannot be read.`,
    "Restore it from a backup.",
  ],
  MIGRATION_DIFFERS: (f) => [
    `${f.table}.${f.column} is ${f.expected} in the workspace, but ${f.found} arrived.`,
    "Nothing was changed. Is something else writing to the target? Migrate again.",
  ],
  STORE_NEWER: () => ["The workspace's app.db was made by a newer version.", "Update Kundenwert."],
  ENGINE_BUSY: (f) => [`The database is open in process ${f.pid}.`, "Stop that process."],
  ENGINE_CANCELLED: () => ["Stopped.", "Start again: what was finished is kept."],
  ENGINE_OUT_OF_MEMORY: () => [
    "The memory limit is too small for this step.",
    "Set KUNDENWERT_MEMORY, such as 8GB. What was finished is kept.",
  ],
  ENGINE_DISK_FULL: () => [
    "The disk is full.",
    "Free space, or set KUNDENWERT_SPILL to another disk. What was finished is kept.",
  ],
  ENGINE_ACCESS_DENIED: (f) => [`The database refused access: ${f.message}.`],
  ENGINE_SQL_INVALID: (f) => [`A statement was wrong: ${f.message}.`, "Please report this."],
  ENGINE_VALUE_INVALID: (f) => [`A value could not be used: ${f.message}.`, "Please report this."],
  ENGINE_CONFLICT: (f) => [`Two writers met: ${f.message}.`, "Try again."],
  ENGINE_CORRUPT: (f) => [
    `The database file is damaged: ${f.message}.`,
    "Restore it from a backup.",
  ],
  ENGINE_FAILED: (f) => [`The database failed: ${f.message}.`],
  ENGINE_ADDRESS_INVALID: (f) => [
    `The engine's address ${f.address} ${f.problem}.`,
    "Correct `engine` in kundenwert.yaml; docs/trino.md shows its form.",
  ],
  ENGINE_UNREACHABLE: (f) => [
    `${f.server} cannot be reached: ${f.reason}.`,
    "Check the address and the network, then start again: what was finished is kept.",
  ],
  ENGINE_LOGIN_REFUSED: (f) => [
    `The cluster refused the login: ${f.reason}.`,
    "Renew KUNDENWERT_TRINO_TOKEN or correct KUNDENWERT_TRINO_USER and KUNDENWERT_TRINO_PASSWORD.",
  ],
  ENGINE_NODE_LOST: (f) => [
    `The cluster lost a server during a step: ${f.message}.`,
    "Start again: what was finished is kept.",
  ],
  NO_ORDERS: (f) => [
    `The workspace holds no orders and no contracts of known customers in ${f.currency}.`,
    "Import some: kundenwert import FILE; a register alone has no value. Other currency? Set currency in kundenwert.yaml.",
  ],
  NO_AMOUNTS: () => [
    "The orders have no amounts, so their value cannot be told.",
    "Import a file with amounts; expected purchases are in: kundenwert value.",
  ],
  NO_VALUES: () => [
    "Values need orders or contracts, and there are none; what answers and contacts tell is computed.",
    "There are: kundenwert figures and kundenwert feedback. For values: kundenwert import ORDERS, then kundenwert run",
  ],
  NO_RUN_YET: () => ["Nothing has been valued yet.", "Use: kundenwert run"],
  CHECK_FAILED: (f) => [
    `The step ${f.step} failed its check “${f.check}” on ${f.count} rows; the table before it stays.`,
    "Please report this.",
  ],
  SPLIT_OUTSIDE_HISTORY: (f) => [
    `Calibration must end within the history (${f.historyStart} to ${f.historyEnd}), and the holdout after it.`,
    "Correct --calibration-end and --holdout-end.",
  ],
  METHOD_UNKNOWN: (f) => [`There is no method ${f.method}.`, `It may be: ${f.allowed}.`],
  METHOD_NOT_FITTED: (f) => [
    `${f.method} cannot be fitted to this data: ${f.message}`,
    "Leave --method out, or choose another one.",
  ],
  TOO_LITTLE_HISTORY: () => [
    "There is too little history for a backtest.",
    "At least 90 days, 50 customers and 10 repeat buyers before the holdout are needed.",
  ],
  HORIZON_UNKNOWN: (f) => [
    `${f.horizon} months is no horizon of this workspace.`,
    `It has: ${f.allowed}. Add it to kundenwert.yaml and run again.`,
  ],
  CUSTOMER_UNKNOWN: (f) => [`There is no customer ${f.customer}.`],
  ACCOUNT_UNKNOWN: (f) => [`There is no account ${f.account}.`],
  CASE_UNKNOWN: (f) => [
    `There is no case ${f.id}.`,
    "`kundenwert feedback cases` lists them. A new one opens when its feedback is imported.",
  ],
  CASE_CHANGED: (f) => [
    `Somebody changed case ${f.id} meanwhile; it is now at revision ${f.revision}.`,
    "Look at it again, then change it.",
  ],
  CASE_NOTHING_TO_UNDO: (f) => [`Nobody has changed the state of case ${f.id}.`],
  TOPIC_UNKNOWN: (f) => [`There is no topic ${f.topic}.`, `There are: ${f.known}.`],
  TOPIC_PERIOD_UNKNOWN: (f) => [
    "Nobody spoke of a topic in this period, or it begins on another day.",
    `There are answers from: ${f.known}.`,
  ],
  TOPIC_CHANGED: (f) => [
    `Somebody changed the topic ${f.id} meanwhile; it is now at revision ${f.revision}.`,
    "Look at it again, then change it.",
  ],
  TOPIC_NOTHING_TO_UNDO: (f) => [`Nobody has changed the state of the topic ${f.id}.`],
  MERGE_WITH_ITSELF: (f) => [`${f.customer} is that person already.`],
  CONFIG_INVALID: (f) => [`The environment variable ${f.variable} ${f.problem}.`],
  DEMO_OPTION_INVALID: (f) => [`${f.option} cannot be ${f.value}; it must be ${f.expected}.`],
  DEMO_CANCELLED: () => ["Stopped; the demo data is incomplete."],
  PORT_TAKEN: (f) => [
    `Port ${f.port} is taken.`,
    "Choose another with --port, or 0 for any free one.",
  ],
  FORMULA_INPUT_INVALID: (f) => [
    `${f.option} cannot be ${f.value}; it must be a number of 0 or more.`,
  ],
  NO_TIME_OBSERVED: () => [
    "No customer was observed for longer than a day: nothing can be foreseen from that.",
    "Import more history, or set --as-of to a later day.",
  ],
  COMMAND_UNKNOWN: (f) => [
    `There is no command ${f.option}.`,
    "kundenwert --help lists the commands.",
  ],
  COMMAND_MISTYPED: (f) => [`There is no command ${f.option}.`, `Did you mean ${f.suggestion}?`],
  FLAG_UNKNOWN: (f) => [`There is no option ${f.option}.`, "--help lists a command's options."],
  FLAG_MISTYPED: (f) => [`There is no option ${f.option}.`, `Did you mean ${f.suggestion}?`],
  FLAG_MISSING: (f) => [`The option ${f.option} is missing.`, "--help shows examples."],
  FLAG_WITHOUT_VALUE: (f) => [`The value of ${f.option} is missing.`, "--help shows examples."],
  ARGUMENTS_TOO_MANY: (f) => [
    `That is more than ${f.option} takes.`,
    "--help shows examples; values with blanks need quotes.",
  ],
  FILES_MISSING: () => [
    "No file to import was named.",
    "Name one or more: kundenwert import FILE… (or --list, --undo ID).",
  ],
  SOURCES_MISSING: (f) => [
    `${f.directory}/kundenwert.yaml declares no sources.`,
    "List them there under sources; docs/import.md shows how.",
  ],
  SOURCES_FAILED: (f) => [
    `${f.count} of ${f.total} files could not be read: ${f.files}.`,
    "The others were; the reasons stand above. Run refresh again when they are mended.",
  ],
  OUTPUT_MISSING: (f) => [`${f.format} needs a file to go to.`, "Name it: --output FILE."],
  ENOENT: (f) => [`${f.file} does not exist, or its directory does not.`, "Check the path."],
  ENOTDIR: (f) => [`${f.file}: a part of this path is no directory.`, "Check the path."],
  EISDIR: (f) => [`${f.file} is a directory.`, "Name a file in it."],
  EACCES: (f) => [`${f.file} may not be read or written.`, "Check its permissions."],
  EPERM: (f) => [`${f.file} may not be changed.`, "Check its permissions."],
  EROFS: (f) => [`${f.file} lies on a disk that is read-only.`, "Choose another place."],
  ENOSPC: () => ["The disk is full.", "Free space, then start again. What was finished is kept."],
} satisfies Record<string, ErrorText>;
