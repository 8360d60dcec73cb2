import type { refusals as english } from "../en/refusals.ts";

export const refusals: Readonly<Record<keyof typeof english, string>> = {
  "error.CURSOR_INVALID.title": "Die Liste kann hier nicht weitergehen.",
  "error.CURSOR_INVALID.todo": "Laden Sie die Seite neu: Die Liste beginnt dann von vorn.",
  "error.ROUTE_UNKNOWN.title": "Diese Adresse kennt der Server nicht.",
  "error.ROUTE_UNKNOWN.todo":
    "Laden Sie die Seite neu: Dashboard und Server können verschiedene Versionen haben.",
  "error.REQUEST_TOO_LONG.title": "Die Adresse ist zu lang.",
  "error.REQUEST_TOO_LONG.todo": "Nehmen Sie kürzere Filter.",
  "error.NO_VALUES.title": "Für Werte fehlen Bestellungen oder Verträge.",
  "error.NO_VALUES.todo": "Importieren Sie welche und bewerten Sie Ihre Kunden.",
  "error.NO_RUN_YET.title": "Es ist noch nichts berechnet.",
  "error.NO_RUN_YET.todo": "Importieren Sie Bestellungen und bewerten Sie Ihre Kunden.",
  "error.NO_BACKTEST_YET.title": "Die Methoden sind noch nicht an der Vergangenheit geprüft.",
  "error.NO_BACKTEST_YET.todo": "Bewerten Sie Ihre Kunden mit Backtest.",
  "error.JOB_CANCELLED.title": "Die Arbeit wurde abgebrochen.",
  "error.JOB_CANCELLED.todo": "Starten Sie sie neu, wann Sie möchten.",
  "error.FILE_NOT_READABLE.title": "Der Server darf {{file}} nicht lesen.",
  "error.FILE_NOT_READABLE.todo": "Prüfen Sie ihre Rechte oder senden Sie die Datei noch einmal.",
  "error.FILE_NOT_A_FILE.title": "{{file}} ist keine Datei.",
  "error.FILE_NOT_A_FILE.todo": "Wählen Sie eine Datei darin.",
  "error.GZIP_BOMB.title":
    "Die Datei wird entpackt mehr als {{ratio}}-mal so groß: Das ist bei keiner Tabelle so.",
  "error.GZIP_BOMB.todo": "Ist sie doch eine: Entpacken Sie sie selbst und importieren Sie sie so.",
  "error.MAPPING_FILE_INVALID.title": "Die Zuordnungsdatei ist nicht zu verstehen.",
  "error.MAPPING_FILE_INVALID.todo": "Schreiben Sie sie aus der Vorschau neu.",
  "error.OPTION_INVALID.title": "{{value}} ist hier nicht wählbar.",
  "error.OPTION_INVALID.todo": "Wählen Sie etwas von dem, was angeboten wird.",
  "error.WORKSPACE_NEWER.title":
    "Diesen Arbeitsbereich hat eine neuere Version von Kundenwert geschrieben.",
  "error.WORKSPACE_NEWER.todo": "Aktualisieren Sie Kundenwert.",
  "error.STORE_NEWER.title":
    "Die Einstellungen dieses Arbeitsbereichs hat eine neuere Version von Kundenwert geschrieben.",
  "error.STORE_NEWER.todo": "Aktualisieren Sie Kundenwert.",
  "error.ENGINE_BUSY.title": "Ein anderes Programm hat die Datenbank geöffnet.",
  "error.ENGINE_BUSY.todo": "Beenden Sie es, oder warten Sie, bis es fertig ist.",
  "error.VALUE_OUT_OF_RANGE.title": "Eine Zahl liegt außerhalb dessen, was das Modell zulässt.",
  "error.VALUE_OUT_OF_RANGE.todo": "Sehen Sie sich den Datenzustand an.",
  "error.PARAMETER_OUT_OF_RANGE.title": "Das Modell hat Parameter, die keinen Sinn ergeben.",
  "error.PARAMETER_OUT_OF_RANGE.todo": "Bewerten Sie Ihre Kunden neu.",
  "error.COLUMN_LENGTHS_DIFFER.title": "Die Verläufe der Kunden passen nicht zusammen.",
  "error.COLUMN_LENGTHS_DIFFER.todo": "Bewerten Sie Ihre Kunden neu.",
  "error.RECENCY_EXCEEDS_T.title": "Ein Kunde hat nach dem letzten Tag gekauft, der zählt.",
  "error.RECENCY_EXCEEDS_T.todo": "Sehen Sie sich den Datenzustand an.",
  "error.RECENCY_WITHOUT_FREQUENCY.title": "Ein Kunde hat wieder gekauft, ohne zweiten Kauf.",
  "error.RECENCY_WITHOUT_FREQUENCY.todo": "Sehen Sie sich den Datenzustand an.",
  "error.FREQUENCY_WITHOUT_RECENCY.title": "Ein Kunde hat am Tag des ersten Kaufs wieder gekauft.",
  "error.FREQUENCY_WITHOUT_RECENCY.todo": "Sehen Sie sich den Datenzustand an.",
  "error.INFINITE_EXPECTATION.title": "Das Modell erwartet Käufe ohne Ende.",
  "error.INFINITE_EXPECTATION.todo":
    "Wählen Sie einen Vorhersagezeitraum oder eine andere Methode.",
  "error.MODEL_REFUSED.title": "Das Modell lässt sich an diese Daten nicht anpassen.",
  "error.MODEL_REFUSED.todo":
    "Eine andere Methode tritt an seine Stelle; die Seite der Modellgüte sagt, warum.",
  "error.SPLIT_OUTSIDE_HISTORY.title":
    "Der Tag, der die Geschichte teilt, liegt außerhalb von ihr.",
  "error.SPLIT_OUTSIDE_HISTORY.todo":
    "Wählen Sie einen Tag zwischen dem ersten Kauf und dem letzten.",
  "error.METHOD_UNKNOWN.title": "Eine Methode {{method}} gibt es nicht.",
  "error.METHOD_UNKNOWN.todo": "Wählen Sie eine von diesen: {{allowed}}",
};
