import type { ErrorText, errorsEn } from "./errors-en.ts";
import { fileErrorsDe } from "./file-errors-de.ts";
import { postgresErrorsDe } from "./postgres-de.ts";

/** Was die Befehlszeile zu jedem Fehler sagt, auf Deutsch. */
export const errorsDe: Record<keyof typeof errorsEn, ErrorText> = {
  ...fileErrorsDe,
  ...postgresErrorsDe,
  SETTINGS_INVALID: (f) => [
    `${f.file}: ${f.path} ${f.problem}.`,
    "Berichtigen Sie die Datei; docs/settings.md nennt, was darin stehen darf.",
  ],
  SETTING_REFUSED: (f) => [
    `${f.setting} kann nicht ${f.value} sein.`,
    "docs/settings.md nennt, was erlaubt ist.",
  ],
  SETTING_CHANGE_UNKNOWN: (f) => [
    `Es gibt keine Änderung ${f.id}.`,
    "`kundenwert settings history` nennt alle.",
  ],
  ANNOTATION_UNKNOWN: (f) => [
    `Es gibt kein Ereignis ${f.id}.`,
    "`kundenwert events` nennt alle; Kampagnen der Daten lassen sich nicht wegnehmen.",
  ],
  WORKSPACE_BUSY: (f) => [
    `Der Arbeitsbereich ${f.directory} ist in Prozess ${f.pid} offen (${f.command}, seit ${f.since}).`,
    "Beenden Sie diesen Prozess, oder nutzen Sie sein Dashboard.",
  ],
  WORKSPACE_NEWER: (f) => [
    `Der Arbeitsbereich ${f.directory} stammt von einer neueren Version.`,
    "Aktualisieren Sie Kundenwert.",
  ],
  WORKSPACE_UNREADABLE: (f) => [
    `Der Arbeitsbereich ${f.directory} ist nicht lesbar.`,
    "Stellen Sie ihn aus einer Sicherung wieder her.",
  ],
  MIGRATION_DIFFERS: (f) => [
    `${f.table}.${f.column} ist im Arbeitsbereich ${f.expected}, angekommen sind aber ${f.found}.`,
    "Nichts wurde geändert. Schreibt noch jemand in das Ziel? Starten Sie den Umzug neu.",
  ],
  STORE_NEWER: () => [
    "app.db des Arbeitsbereichs stammt von einer neueren Version.",
    "Aktualisieren Sie Kundenwert.",
  ],
  ENGINE_BUSY: (f) => [
    `Die Datenbank ist in Prozess ${f.pid} offen.`,
    "Beenden Sie diesen Prozess.",
  ],
  ENGINE_CANCELLED: () => ["Angehalten.", "Starten Sie neu: was fertig war, bleibt."],
  ENGINE_OUT_OF_MEMORY: () => [
    "Der Arbeitsspeicher reicht für diesen Schritt nicht.",
    "Setzen Sie KUNDENWERT_MEMORY, etwa 8GB. Was fertig war, bleibt.",
  ],
  ENGINE_DISK_FULL: () => [
    "Der Datenträger ist voll.",
    "Schaffen Sie Platz, oder setzen Sie KUNDENWERT_SPILL auf einen anderen. Was fertig war, bleibt.",
  ],
  ENGINE_ACCESS_DENIED: (f) => [`Die Datenbank verweigert den Zugriff: ${f.message}.`],
  ENGINE_SQL_INVALID: (f) => [`Eine Anweisung war falsch: ${f.message}.`, "Bitte melden Sie das."],
  ENGINE_VALUE_INVALID: (f) => [`Ein Wert war unbrauchbar: ${f.message}.`, "Bitte melden Sie das."],
  ENGINE_CONFLICT: (f) => [
    `Zwei Schreiber trafen sich: ${f.message}.`,
    "Versuchen Sie es noch einmal.",
  ],
  ENGINE_CORRUPT: (f) => [
    `Die Datenbankdatei ist beschädigt: ${f.message}.`,
    "Stellen Sie sie aus einer Sicherung wieder her.",
  ],
  ENGINE_FAILED: (f) => [`Die Datenbank meldet einen Fehler: ${f.message}.`],
  ENGINE_ADDRESS_INVALID: (f) => [
    `Die Adresse der Datenbank ${f.address} ${f.problem}.`,
    "Berichtigen Sie `engine` in kundenwert.yaml; docs/trino.md zeigt die Form.",
  ],
  ENGINE_UNREACHABLE: (f) => [
    `${f.server} ist nicht erreichbar: ${f.reason}.`,
    "Prüfen Sie Adresse und Netz und starten Sie neu: Fertiges bleibt erhalten.",
  ],
  ENGINE_LOGIN_REFUSED: (f) => [
    `Der Cluster hat die Anmeldung abgelehnt: ${f.reason}.`,
    "Erneuern Sie KUNDENWERT_TRINO_TOKEN, oder prüfen Sie KUNDENWERT_TRINO_USER und KUNDENWERT_TRINO_PASSWORD.",
  ],
  ENGINE_NODE_LOST: (f) => [
    `Der Cluster hat mitten in einem Schritt einen Server verloren: ${f.message}.`,
    "Starten Sie neu: Fertiges bleibt erhalten.",
  ],
  NO_ORDERS: (f) => [
    `Der Arbeitsbereich hat keine Bestellungen und keine Verträge bekannter Kunden in ${f.currency}.`,
    "Importieren Sie welche: kundenwert import DATEI; ein Kundenstamm allein hat keinen Wert. Andere Währung? currency in kundenwert.yaml setzen.",
  ],
  NO_AMOUNTS: () => [
    "Die Bestellungen haben keine Beträge, also keinen Wert.",
    "Importieren Sie eine Datei mit Beträgen; erwartete Käufe zeigt: kundenwert value.",
  ],
  NO_VALUES: () => [
    "Für Werte fehlen Bestellungen oder Verträge; gerechnet ist, was Antworten und Kontakte sagen.",
    "Es gibt: kundenwert figures und kundenwert feedback. Für Werte: kundenwert import BESTELLUNGEN, dann kundenwert run",
  ],
  NO_RUN_YET: () => ["Noch wurde nichts bewertet.", "Starten Sie: kundenwert run"],
  CHECK_FAILED: (f) => [
    `Der Schritt ${f.step} verletzt seine Prüfung „${f.check}“ in ${f.count} Zeilen; die Tabelle davor bleibt.`,
    "Bitte melden Sie das.",
  ],
  SPLIT_OUTSIDE_HISTORY: (f) => [
    `Die Kalibrierung muss in der Historie enden (${f.historyStart} bis ${f.historyEnd}), der zurückgehaltene Zeitraum danach.`,
    "Berichtigen Sie --calibration-end und --holdout-end.",
  ],
  METHOD_UNKNOWN: (f) => [`Es gibt keine Methode ${f.method}.`, `Möglich: ${f.allowed}.`],
  METHOD_NOT_FITTED: (f) => [
    `${f.method} lässt sich an diese Daten nicht anpassen: ${f.message}`,
    "Lassen Sie --method weg, oder wählen Sie eine andere.",
  ],
  TOO_LITTLE_HISTORY: () => [
    "Für einen Backtest ist die Historie zu kurz.",
    "Nötig sind mindestens 90 Tage, 50 Kunden und 10 Wiederkäufer vor dem zurückgehaltenen Zeitraum.",
  ],
  HORIZON_UNKNOWN: (f) => [
    `${f.horizon} Monate ist kein Zeitraum dieses Arbeitsbereichs.`,
    `Er hat: ${f.allowed}. Ergänzen Sie kundenwert.yaml und rechnen Sie neu.`,
  ],
  CUSTOMER_UNKNOWN: (f) => [`Es gibt keinen Kunden ${f.customer}.`],
  ACCOUNT_UNKNOWN: (f) => [`Es gibt keine Firma ${f.account}.`],
  CASE_UNKNOWN: (f) => [
    `Es gibt keinen Fall ${f.id}.`,
    "`kundenwert feedback cases` nennt alle. Ein neuer entsteht, sobald sein Feedback importiert ist.",
  ],
  CASE_CHANGED: (f) => [
    `Fall ${f.id} wurde inzwischen geändert; er hat jetzt den Stand ${f.revision}.`,
    "Sehen Sie ihn sich neu an und ändern Sie ihn dann.",
  ],
  CASE_NOTHING_TO_UNDO: (f) => [`Am Zustand von Fall ${f.id} hat niemand etwas geändert.`],
  TOPIC_UNKNOWN: (f) => [`Es gibt kein Thema ${f.topic}.`, `Es gibt: ${f.known}.`],
  TOPIC_PERIOD_UNKNOWN: (f) => [
    "In diesem Zeitraum hat niemand über ein Thema gesprochen, oder er beginnt an einem anderen Tag.",
    `Antworten gibt es ab: ${f.known}.`,
  ],
  TOPIC_CHANGED: (f) => [
    `Das Thema ${f.id} wurde inzwischen geändert; es hat jetzt den Stand ${f.revision}.`,
    "Sehen Sie es sich neu an und ändern Sie es dann.",
  ],
  TOPIC_NOTHING_TO_UNDO: (f) => [`Am Zustand des Themas ${f.id} hat niemand etwas geändert.`],
  MERGE_WITH_ITSELF: (f) => [`${f.customer} ist diese Person bereits.`],
  CONFIG_INVALID: (f) => [`Die Umgebungsvariable ${f.variable} ist ungültig: ${f.problem}.`],
  DEMO_OPTION_INVALID: (f) => [`${f.option} kann nicht ${f.value} sein; erwartet: ${f.expected}.`],
  DEMO_CANCELLED: () => ["Angehalten; die Beispieldaten sind unvollständig."],
  PORT_TAKEN: (f) => [
    `Port ${f.port} ist belegt.`,
    "Wählen Sie mit --port einen anderen, oder 0 für irgendeinen freien.",
  ],
  FORMULA_INPUT_INVALID: (f) => [
    `${f.option} kann nicht ${f.value} sein; nötig ist eine Zahl ab 0.`,
  ],
  NO_TIME_OBSERVED: () => [
    "Kein Kunde wurde länger als einen Tag beobachtet: daraus lässt sich nichts vorhersagen.",
    "Importieren Sie mehr Historie, oder setzen Sie --as-of auf einen späteren Tag.",
  ],
  COMMAND_UNKNOWN: (f) => [
    `Es gibt keinen Befehl ${f.option}.`,
    "kundenwert --help nennt die Befehle.",
  ],
  COMMAND_MISTYPED: (f) => [`Es gibt keinen Befehl ${f.option}.`, `Meinten Sie ${f.suggestion}?`],
  FLAG_UNKNOWN: (f) => [
    `Es gibt keine Option ${f.option}.`,
    "--help nennt die Optionen eines Befehls.",
  ],
  FLAG_MISTYPED: (f) => [`Es gibt keine Option ${f.option}.`, `Meinten Sie ${f.suggestion}?`],
  FLAG_MISSING: (f) => [`Die Option ${f.option} fehlt.`, "--help zeigt Beispiele."],
  FLAG_WITHOUT_VALUE: (f) => [`Der Wert von ${f.option} fehlt.`, "--help zeigt Beispiele."],
  ARGUMENTS_TOO_MANY: (f) => [
    `Das ist mehr, als ${f.option} annimmt.`,
    "--help zeigt Beispiele; Werte mit Leerzeichen brauchen Anführungszeichen.",
  ],
  FILES_MISSING: () => [
    "Es ist keine Datei zum Importieren genannt.",
    "Nennen Sie eine oder mehrere: kundenwert import DATEI… (oder --list, --undo NUMMER).",
  ],
  SOURCES_MISSING: (f) => [
    `${f.directory}/kundenwert.yaml nennt keine Quellen.`,
    "Führen Sie sie dort unter sources auf; docs/import.md zeigt, wie.",
  ],
  SOURCES_FAILED: (f) => [
    `${f.count} von ${f.total} Dateien konnten nicht gelesen werden: ${f.files}.`,
    "Die anderen wurden gelesen; die Gründe stehen oben. Starten Sie refresh danach erneut.",
  ],
  OUTPUT_MISSING: (f) => [`${f.format} braucht eine Zieldatei.`, "Nennen Sie sie: --output DATEI."],
  ENOENT: (f) => [`${f.file} gibt es nicht, oder sein Verzeichnis fehlt.`, "Prüfen Sie den Pfad."],
  ENOTDIR: (f) => [`${f.file}: ein Teil des Pfads ist kein Verzeichnis.`, "Prüfen Sie den Pfad."],
  EISDIR: (f) => [`${f.file} ist ein Verzeichnis.`, "Nennen Sie eine Datei darin."],
  EACCES: (f) => [
    `${f.file} darf nicht gelesen oder geschrieben werden.`,
    "Prüfen Sie die Rechte.",
  ],
  EPERM: (f) => [`${f.file} darf nicht geändert werden.`, "Prüfen Sie die Rechte."],
  EROFS: (f) => [
    `${f.file} liegt auf einem schreibgeschützten Datenträger.`,
    "Wählen Sie einen anderen Ort.",
  ],
  ENOSPC: () => [
    "Der Datenträger ist voll.",
    "Schaffen Sie Platz, und starten Sie neu. Was fertig war, bleibt.",
  ],
};
