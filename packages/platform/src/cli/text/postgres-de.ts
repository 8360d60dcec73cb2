import type { ErrorText } from "./errors-en.ts";
import type { postgresTexts as english, postgresErrorsEn } from "./postgres-en.ts";

/** Was die Befehlszeile zu PostgreSQL sagt. */
export const postgresTexts: typeof english = {
  options: {
    postgres:
      "aus PostgreSQL importieren: postgresql://nutzer@rechner:port/datenbank; Passwort in ~/.pgpass",
    query: "mit --postgres: ein SELECT",
    from: "mit --postgres: eine Tabelle oder Sicht, etwa public.orders",
    watermark:
      "mit --postgres: eine Spalte, die nur wächst; später wird gelesen, was darüber liegt",
    overlap: "wie weit unter der Marke noch einmal zu lesen ist: '2 hours', '7 days', 5000",
    full: "trotz der Marke alles noch einmal lesen",
    timeout: "mit --postgres: Sekunden, die eine Anweisung dauern darf (eine Stunde)",
  },
  upTo: (column, value) => `gelesen bis ${column} = ${value}; nächstes Mal ab dort`,
};

/** Was zwischen hier und einem PostgreSQL-Server schiefging; `reason` sind dessen Worte. */
export const postgresErrorsDe: Record<keyof typeof postgresErrorsEn, ErrorText> = {
  POSTGRES_URL_INVALID: (f) => [
    `Mit dieser Adresse der Datenbank geht es nicht: ${f.reason}.`,
    "Schreiben Sie sie so: postgresql://nutzer@rechner:5432/datenbank?sslmode=verify-full",
  ],
  POSTGRES_UNREACHABLE: (f) => [
    `Keine Verbindung zu ${f.database}: ${f.reason}.`,
    "Prüfen Sie Rechner und Port, ob der Server läuft und ob eine Firewall dazwischen steht.",
  ],
  POSTGRES_TLS_FAILED: (f) => [
    `Keine verschlüsselte Verbindung zu ${f.database}: ${f.reason}.`,
    "Nennen Sie in der Adresse die Zertifizierungsstelle (sslmode=verify-full&sslrootcert=DATEI), oder erlauben Sie Klartext (sslmode=disable).",
  ],
  POSTGRES_LOGIN_FAILED: (f) => [
    `${f.database} lehnt die Anmeldung ab: ${f.reason}.`,
    "Prüfen Sie Nutzer und Passwort (~/.pgpass, PGPASSWORD oder Adresse) und die pg_hba.conf des Servers.",
  ],
  POSTGRES_DATABASE_UNKNOWN: (f) => [
    `Der Server von ${f.database} hat diese Datenbank nicht: ${f.reason}.`,
    "Berichtigen Sie den letzten Teil der Adresse.",
  ],
  POSTGRES_TABLE_UNKNOWN: (f) => [
    `${f.database} hat diese Tabelle nicht: ${f.reason}.`,
    'Schreiben Sie schema.tabelle; Namen mit Großbuchstaben brauchen Anführungszeichen: \'"Shop"."Orders"\'.',
  ],
  POSTGRES_COLUMN_UNKNOWN: (f) => [
    `${f.database} hat diese Spalte nicht: ${f.reason}.`,
    "Berichtigen Sie den Namen; Groß- und Kleinschreibung zählt.",
  ],
  POSTGRES_PERMISSION_DENIED: (f) => [
    `${f.database} erlaubt das nicht: ${f.reason}.`,
    "Bitten Sie um GRANT SELECT auf die Tabellen für diesen Nutzer.",
  ],
  POSTGRES_NOT_A_SELECT: (f) => [
    `Nur ein SELECT darf ausgeführt werden: ${f.reason}.`,
    "Schreiben Sie eine lesende Abfrage, die mit SELECT oder WITH beginnt.",
  ],
  POSTGRES_QUERY_INVALID: (f) => [
    `${f.database} versteht die Abfrage nicht: ${f.reason}.`,
    "Berichtigen Sie sie; psql zeigt, wo der Fehler liegt. Nur eine Anweisung ist erlaubt.",
  ],
  POSTGRES_QUERY_FAILED: (f) => [
    `Die Abfrage ist in ${f.database} gescheitert: ${f.reason}.`,
    "Nichts wurde importiert. Berichtigen Sie die Abfrage, und starten Sie neu.",
  ],
  POSTGRES_WATERMARK_INVALID: (f) => [
    `${f.column} taugt nicht als Marke: Werte vom Typ ${f.type} haben keine Reihenfolge.`,
    "Nehmen Sie eine Spalte, die wächst, etwa den Zeitpunkt der letzten Änderung oder eine laufende Nummer.",
  ],
  POSTGRES_TIMEOUT: (f) => [
    `${f.database} hat zu lange gebraucht: ${f.reason}.`,
    "Nichts wurde importiert. Erlauben Sie mehr mit --timeout, oder geben Sie der Spalte der Marke einen Index.",
  ],
  POSTGRES_CONNECTION_LOST: (f) => [
    `Die Verbindung zu ${f.database} ist abgebrochen: ${f.reason}.`,
    "Nichts wurde importiert. Starten Sie neu.",
  ],
  POSTGRES_KEY_MISSING: (f) => [
    `Nach ${f.column} lassen sich Zeilen ohne Nummer nicht unterscheiden: eine neue könnte für eine alte gehalten werden.`,
    "Ordnen Sie die Nummer jeder Zeile zu (--map line=SPALTE oder order=SPALTE), oder nehmen Sie den Zeitpunkt des Kaufs als Marke.",
  ],
  POSTGRES_SOURCE_TAKEN: (f) => [
    `Die Quelle ${f.source} kam zuvor von anderswo (Import ${f.importId}): ${f.before}.`,
    "Sind es dieselben Zeilen, geben Sie --source mit demselben Namen an; sind es andere, mit einem anderen.",
  ],
};
