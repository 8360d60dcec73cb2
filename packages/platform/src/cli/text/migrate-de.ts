import type { migrateTexts as en } from "./migrate-en.ts";

/** Was die Befehlszeile sagt, während Daten in einen Cluster umziehen. */
export const migrateTexts: typeof en = {
  options: {
    to: "der Cluster als trino://HOST:PORT/KATALOG/SCHEMA; ohne Angabe der aus den Einstellungen",
    staging: "Parquet-Dateien in diesem Verzeichnis übergeben, das auch der Cluster liest",
    stagingUri: "wie der Cluster dieses Verzeichnis nennt, etwa s3://lake/staging",
  },
  table: (table, rows) => `${table}: ${rows} Zeilen, Anzahl und Summen stimmen überein`,
  done: (rows) =>
    `${rows} Zeilen umgezogen. Die Datenbank des Arbeitsbereichs bleibt, wie sie ist; gerechnet wird ab jetzt im Cluster: kundenwert run`,
};
