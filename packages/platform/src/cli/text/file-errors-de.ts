import type { ErrorText } from "./errors-en.ts";
import type { fileErrorsEn } from "./file-errors-en.ts";

/** Was beim Lesen und Importieren einer Datei schiefging. */
export const fileErrorsDe: Record<keyof typeof fileErrorsEn, ErrorText> = {
  FILE_NOT_FOUND: (f) => [`Es gibt keine Datei ${f.file}.`, "Prüfen Sie den Pfad."],
  FILE_NOT_READABLE: (f) => [`${f.file} ist nicht lesbar: ${f.reason}.`, "Prüfen Sie die Rechte."],
  FILE_NOT_A_FILE: (f) => [
    `${f.file} ist ein Verzeichnis.`,
    "Nennen Sie die Dateien darin, etwa ORDNER/*.csv.",
  ],
  FILE_EMPTY: (f) => [`${f.file} ist leer.`, "Exportieren Sie die Datei noch einmal."],
  FILE_CHANGED: (f) => [
    `${f.file} hat sich beim Lesen geändert.`,
    "Warten Sie, bis sie fertig geschrieben ist.",
  ],
  FILE_BINARY: (f) => [
    `${f.file} ist kein Text: Null-Byte an Stelle ${f.offset}.`,
    "Exportieren Sie als CSV, Parquet oder JSON-Zeilen.",
  ],
  FILE_UNSUPPORTED: (f) => [
    `${f.file} ist ${f.kind}; das ist nicht lesbar.`,
    "Speichern Sie als CSV, Excel (.xlsx), Parquet oder JSON-Zeilen.",
  ],
  FILE_TOO_LARGE: (f) => [
    `${f.file} ist größer, als eine Arbeitsmappe sein darf: ${f.limit} Bytes, entpackt.`,
    "Speichern Sie das Blatt als CSV; CSV-Dateien dürfen beliebig groß sein.",
  ],
  XLSX_BROKEN: (f) => [
    `${f.file} ist keine heile Excel-Datei: ${f.reason}.`,
    "Speichern Sie sie noch einmal.",
  ],
  SHEET_UNKNOWN: (f) => [
    `${f.file} hat kein Blatt ${f.sheet}. Blätter: ${f.sheets}.`,
    "Nennen Sie eines davon mit --sheet.",
  ],
  SHEET_TOO_LONG: (f) => [
    `Ein Blatt von Excel fasst höchstens ${f.limit} Zeilen und 32767 Zeichen in einer Zelle.`,
    "Nehmen Sie CSV oder Parquet, oder weniger Zeilen.",
  ],
  GZIP_BOMB: (f) => [
    `${f.file} wird entpackt mehr als ${f.ratio}-mal so groß: Das ist bei keiner Tabelle so.`,
    "Ist sie doch eine: entpacken Sie sie selbst und importieren Sie sie so.",
  ],
  GZIP_BROKEN: (f) => [
    `${f.file} ist beschädigt: ${f.reason}.`,
    "Übertragen Sie die Datei noch einmal.",
  ],
  PARQUET_BROKEN: (f) => [
    `${f.file} ist keine heile Parquet-Datei: ${f.reason}.`,
    "Schreiben Sie sie neu.",
  ],
  NO_ROWS: (f) => [
    `${f.file} hat eine Kopfzeile, aber keine Zeilen.`,
    "Exportieren Sie sie mit ihren Zeilen.",
  ],
  DELIMITER_NOT_FOUND: (f) => [
    `Was trennt die Felder in ${f.file}? Zeile ${f.line}: ${f.text}`,
    "Sagen Sie es mit --delimiter.",
  ],
  ROW_TOO_LONG: (f) => [
    `${f.file}, Zeile ${f.line} ist länger als ${f.limit} Bytes.`,
    "Ist darüber ein Anführungszeichen offen?",
  ],
  TABLE_AMBIGUOUS: (f) => [
    `${f.file} kann mehreres enthalten: ${f.tables}.`,
    "Sagen Sie es mit --table, etwa --table interactions.",
  ],
  ROLE_UNKNOWN: (f) => [
    `${f.file}: ${f.table} kennt keine Rolle ${f.role}. Rollen: ${f.roles}.`,
    "Berichtigen Sie --map oder die Mapping-Datei, oder sagen Sie mit --table, was die Datei enthält.",
  ],
  PRESET_MISMATCH: (f) => [
    `${f.file} fehlen Spalten von ${f.preset}: ${f.missing}. Spalten: ${f.columns}.`,
    "Lassen Sie --preset weg, oder exportieren Sie sie mit diesen Spalten.",
  ],
  HEADER_DUPLICATE: (f) => [
    `${f.file} hat die Spalte ${f.column} mehrfach.`,
    "Sagen Sie mit --map, welche gilt, oder benennen Sie sie um.",
  ],
  MAPPING_INCOMPLETE: (f) => [
    `${f.file}, gelesen als ${f.table}: keine Spalte gefunden für ${f.missing}. Spalten: ${f.columns}.`,
    "Ordnen Sie sie zu, etwa --map customer=SPALTE, oder sagen Sie mit --table, was die Datei enthält.",
  ],
  MAPPING_COLUMN_UNKNOWN: (f) => [
    `${f.file} hat keine Spalte ${f.column} für ${f.role}. Spalten: ${f.columns}.`,
    "Berichtigen Sie --map oder die Zuordnungsdatei.",
  ],
  MAPPING_FILE_INVALID: (f) => [
    `${f.file}: ${f.path} ${f.problem}.`,
    "Berichtigen Sie die Zuordnungsdatei; --write-mapping zeigt ihre Form.",
  ],
  OPTION_INVALID: (f) => [`${f.option} kann nicht ${f.value} sein.`, `Möglich: ${f.allowed}.`],
  AMBIGUOUS_DATE: (f) => [
    `${f.file}, Zeile ${f.line}, ${f.column}: ${f.value} ist zweideutig: ${f.readings}.`,
    "Entscheiden Sie mit --date-format dmy, mdy oder ymd.",
  ],
  AMBIGUOUS_NUMBER: (f) => [
    `${f.file}, Zeile ${f.line}, ${f.column}: ${f.value} ist zweideutig: ${f.readings}.`,
    "Entscheiden Sie mit --decimal comma oder point.",
  ],
  TIME_FORM_UNKNOWN: (f) => [
    `${f.file}, Zeile ${f.line}, ${f.column}: ${f.value} ist kein bekanntes Datum.`,
    "Ordnen Sie mit --map time=SPALTE eine andere Spalte zu, oder setzen Sie --date-format.",
  ],
  NUMBER_FORM_UNKNOWN: (f) => [
    `${f.file}, Zeile ${f.line}, ${f.column}: ${f.value} ist keine Zahl.`,
    `Ordnen Sie mit --map ${f.role}=SPALTE eine andere Spalte zu.`,
  ],
  NO_ROW_ACCEPTED: (f) => [
    `${f.file}: keine der ${f.rows} Zeilen war brauchbar; nichts wurde importiert.`,
    "--dry-run zeigt, warum.",
  ],
  ALREADY_IMPORTED_DIFFERENTLY: (f) => [
    `${f.file} wurde schon mit anderen Einstellungen importiert (Import ${f.importId}).`,
    "Mit --replace wird jener Import zurückgenommen und neu importiert.",
  ],
  IMPORT_UNKNOWN: (f) => [`Es gibt keinen Import ${f.importId}.`, "import --list zeigt sie."],
  IMPORT_UNDONE: (f) => [`Import ${f.importId} wurde schon zurückgenommen.`],
  IMPORT_CANCELLED: (f) => [
    `${f.file} wurde nicht importiert: angehalten.`,
    "Starten Sie neu, wann Sie wollen; nichts hat sich geändert.",
  ],
  IMPORT_BESIDE_CLUSTER: (f) => [
    `Für ${f.directory} rechnet ein Cluster, der keine Dateien wie ${f.file} einliest.`,
    "Lesen Sie sie in die Datenbank des Arbeitsbereichs ein und ziehen Sie um: kundenwert import DATEI; kundenwert migrate",
  ],
  ROWS_LOST: (f) => [
    `${f.file} hat ${f.expected} Zeilen, gelesen wurden ${f.found}; nichts wurde importiert.`,
    "Bitte melden Sie das mit den ersten Zeilen der Datei.",
  ],
};
