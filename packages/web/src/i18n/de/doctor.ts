import type { doctor as english } from "../en/doctor.ts";

export const doctor: Record<keyof typeof english, string> = {
  "doctor.intro":
    "Wie die importierten Daten beschaffen sind, was verrechnet, zusammengefasst oder ausgelassen wurde und was das für die Werte bedeutet.",
  "doctor.rows": "Bestellzeilen",
  "doctor.customers": "Kunden",
  "doctor.first": "Erster Tag",
  "doctor.last": "Letzter Tag",
  "doctor.findings": "Befunde",
  "doctor.files": "Die Befunde als Datei:",
  "doctor.share": "Anteil {{share}}",
  "doctor.todo": "Was zu tun ist:",
  "doctor.REJECTED_ROWS.title": "Zeilen wurden beim Import abgewiesen",
  "doctor.REJECTED_ROWS.count_one": "{{n}} Zeile",
  "doctor.REJECTED_ROWS.count_other": "{{n}} Zeilen",
  "doctor.REJECTED_ROWS.meaning":
    "Sie waren nicht lesbar und fehlen in jeder Zahl. Die guten Zeilen derselben Dateien wurden übernommen.",
  "doctor.REJECTED_ROWS.todo":
    "Laden Sie die abgewiesenen Zeilen auf der Importseite herunter; jede nennt Zeile und Grund. Berichtigen Sie sie und importieren Sie die Datei erneut.",
  "doctor.ROWS_WITHOUT_CUSTOMER.title": "Bestellzeilen ohne Kunden",
  "doctor.ROWS_WITHOUT_CUSTOMER.count_one": "{{n}} Zeile",
  "doctor.ROWS_WITHOUT_CUSTOMER.count_other": "{{n}} Zeilen",
  "doctor.ROWS_WITHOUT_CUSTOMER.meaning":
    "Solche Zeilen, oft Gastbestellungen, zählen für keinen Kunden. Ihr Umsatz steckt in keinem Kundenwert.",
  "doctor.ROWS_WITHOUT_CUSTOMER.todo":
    "Wenn Ihr Shop die E-Mail-Adresse kennt, verwenden Sie sie als Kundenspalte.",
  "doctor.NO_AMOUNTS.title": "Die Daten enthalten keine Beträge",
  "doctor.NO_AMOUNTS.count_one": "{{n}} Zeile",
  "doctor.NO_AMOUNTS.count_other": "{{n}} Zeilen",
  "doctor.NO_AMOUNTS.meaning": "Käufe lassen sich vorhersagen, Werte nicht.",
  "doctor.NO_AMOUNTS.todo":
    "Importieren Sie eine Datei mit einer Betragsspalte, oder ordnen Sie diese beim Import zu.",
  "doctor.EXACT_DUPLICATES.title": "Zeilen gleichen einer früheren Zeile in allem",
  "doctor.EXACT_DUPLICATES.count_one": "{{n}} Zeile",
  "doctor.EXACT_DUPLICATES.count_other": "{{n}} Zeilen",
  "doctor.EXACT_DUPLICATES.meaning":
    "Sie wurden behalten, denn zwei gleiche Zeilen können zwei echte sein. Sind es Kopien, ist der Umsatz um den genannten Betrag zu hoch.",
  "doctor.EXACT_DUPLICATES.todo":
    "Exportieren Sie die Datei mit Bestell- und Positionsnummer: Dann werden Kopien erkannt.",
  "doctor.SAME_DAY_ORDERS.title": "Bestellungen am selben Tag wie eine andere",
  "doctor.SAME_DAY_ORDERS.count_one": "{{n}} Bestellung",
  "doctor.SAME_DAY_ORDERS.count_other": "{{n}} Bestellungen",
  "doctor.SAME_DAY_ORDERS.meaning":
    "Mehrere Bestellungen eines Kunden an einem Tag zählen als ein Kauf. Die Beträge werden addiert, nichts geht verloren.",
  "doctor.SAME_DAY_ORDERS.todo": "Nichts; so zählen die Modelle.",
  "doctor.NEGATIVE_LINES.title": "Zeilen mit negativen Beträgen",
  "doctor.NEGATIVE_LINES.count_one": "{{n}} Zeile",
  "doctor.NEGATIVE_LINES.count_other": "{{n}} Zeilen",
  "doctor.NEGATIVE_LINES.meaning":
    "Es sind Retouren, Stornos oder Gutschriften; sie werden vom Umsatz abgezogen.",
  "doctor.NEGATIVE_LINES.todo":
    "Nichts, wenn Ihr Unternehmen Retouren kennt. Sonst prüfen Sie das Vorzeichen der Beträge.",
  "doctor.RETURNS_LINKED.title": "Retouren wurden ihrer Bestellung zugeordnet",
  "doctor.RETURNS_LINKED.count_one": "{{n}} Zeile",
  "doctor.RETURNS_LINKED.count_other": "{{n}} Zeilen",
  "doctor.RETURNS_LINKED.meaning":
    "Sie zählen am Tag des Kaufs: Teilweise Zurückgeschicktes zählt netto, ganz Zurückgeschicktes ist kein Kauf.",
  "doctor.RETURNS_LINKED.todo": "Nichts.",
  "doctor.RETURNS_UNLINKED.title": "Retouren, deren Bestellung nicht bekannt ist",
  "doctor.RETURNS_UNLINKED.count_one": "{{n}} Zeile",
  "doctor.RETURNS_UNLINKED.count_other": "{{n}} Zeilen",
  "doctor.RETURNS_UNLINKED.meaning":
    "Sie mindern den Umsatz an ihrem eigenen Tag. Der zugehörige Kauf zählt weiter als Kauf.",
  "doctor.RETURNS_UNLINKED.todo":
    "Ordnen Sie die Spalte mit der ursprünglichen Bestellung zu („Retoure von“), oder importieren Sie frühere Monate.",
  "doctor.ORDERS_FULLY_RETURNED.title": "Käufe wurden ganz zurückgeschickt",
  "doctor.ORDERS_FULLY_RETURNED.count_one": "{{n}} Kauf",
  "doctor.ORDERS_FULLY_RETURNED.count_other": "{{n}} Käufe",
  "doctor.ORDERS_FULLY_RETURNED.meaning": "Sie zählen nicht als Käufe.",
  "doctor.ORDERS_FULLY_RETURNED.todo":
    "Nichts. Ein hoher Anteil lohnt einen Blick auf Artikel und Größen.",
  "doctor.ZERO_AMOUNTS.title": "Zeilen mit dem Betrag null",
  "doctor.ZERO_AMOUNTS.count_one": "{{n}} Zeile",
  "doctor.ZERO_AMOUNTS.count_other": "{{n}} Zeilen",
  "doctor.ZERO_AMOUNTS.meaning":
    "Proben, Zugaben oder Gutscheine. Sie zählen als Kauf und bringen keinen Umsatz.",
  "doctor.ZERO_AMOUNTS.todo": "Wenn es keine echten Käufe sind, nehmen Sie sie aus der Datei.",
  "doctor.FUTURE_DATES.title": "Daten liegen nach dem Stichtag",
  "doctor.FUTURE_DATES.count_one": "{{n}} Zeile",
  "doctor.FUTURE_DATES.count_other": "{{n}} Zeilen",
  "doctor.FUTURE_DATES.meaning":
    "Sie bleiben außen vor. Der letzte Tag in der Datei ist der {{lastDay}}; oft sind Tag und Monat vertauscht.",
  "doctor.FUTURE_DATES.todo":
    "Prüfen Sie die Datumsform des Imports, nehmen Sie ihn zurück und importieren Sie neu.",
  "doctor.ONE_TIME_BUYERS.title": "Kunden mit nur einem Kauf",
  "doctor.ONE_TIME_BUYERS.count_one": "{{n}} Kunde",
  "doctor.ONE_TIME_BUYERS.count_other": "{{n}} Kunden",
  "doctor.ONE_TIME_BUYERS.meaning":
    "Von ihnen weiß man noch nicht, ob sie wiederkommen. Ihre Prognose beruht darauf, was ähnliche Kunden taten.",
  "doctor.ONE_TIME_BUYERS.todo":
    "Der zweite Kauf ist der größte Schritt im Wert: Hier lohnen sich Willkommenskampagnen.",
  "doctor.HISTORY_LENGTH.title": "Länge der Historie",
  "doctor.HISTORY_LENGTH.count_one": "{{n}} Tag",
  "doctor.HISTORY_LENGTH.count_other": "{{n}} Tage",
  "doctor.HISTORY_LENGTH.meaning":
    "Vom {{firstDay}} bis {{lastDay}}. Unter zwei Jahren ist keine Saison erkennbar, und Prognosen über Jahre sind kühner als die Daten.",
  "doctor.HISTORY_LENGTH.todo": "Importieren Sie frühere Jahre, wenn Sie sie haben.",
  "doctor.OTHER_CURRENCY.title": "Zeilen in anderer Währung",
  "doctor.OTHER_CURRENCY.count_one": "{{n}} Zeile",
  "doctor.OTHER_CURRENCY.count_other": "{{n}} Zeilen",
  "doctor.OTHER_CURRENCY.meaning":
    "Sie bleiben außen vor: Nur {{currency}} zählt, und Kurse werden nicht geraten.",
  "doctor.OTHER_CURRENCY.todo":
    "Rechnen Sie sie vor dem Import um, oder stellen Sie den Arbeitsbereich auf die andere Währung.",
  "doctor.SPEND_FREQUENCY_CORRELATION.title": "Geben häufige Käufer je Kauf mehr aus?",
  "doctor.SPEND_FREQUENCY_CORRELATION.count_one": "{{n}} Kunde",
  "doctor.SPEND_FREQUENCY_CORRELATION.count_other": "{{n}} Kunden",
  "doctor.SPEND_FREQUENCY_CORRELATION.meaning":
    "Die Korrelation zwischen Anzahl und Höhe der Käufe beträgt {{correlation}} (95-%-Intervall {{low}} bis {{high}}). Das Modell für den Betrag je Kauf setzt voraus, dass das nahe null liegt.",
  "doctor.SPEND_FREQUENCY_CORRELATION.todo":
    "Nahe null: nichts. Jenseits von ±0,3 sehen Sie sich die Prognosegüte nach Zehnteln an.",
  "doctor.SUM_VERSUS_MEAN.title": "Der Betrag könnte eine Summe sein",
  "doctor.SUM_VERSUS_MEAN.count_one": "{{n}} Kunde",
  "doctor.SUM_VERSUS_MEAN.count_other": "{{n}} Kunden",
  "doctor.SUM_VERSUS_MEAN.meaning":
    "Die Beträge wachsen stark mit der Zahl der Käufe. Dann enthält die Spalte oft die bisherige Summe des Kunden, nicht die einzelne Bestellung.",
  "doctor.SUM_VERSUS_MEAN.todo":
    "Prüfen Sie, was die Betragsspalte bedeutet, und importieren Sie die einzelnen Beträge.",
  "doctor.LARGE_ORDERS.title": "Eine einzelne Zeile wiegt schwer",
  "doctor.LARGE_ORDERS.count_one": "{{n}} Zeile",
  "doctor.LARGE_ORDERS.count_other": "{{n}} Zeilen",
  "doctor.LARGE_ORDERS.meaning":
    "Die größte Zeile allein macht einen beachtlichen Teil des Umsatzes aus und verschiebt jeden Mittelwert.",
  "doctor.LARGE_ORDERS.todo":
    "Prüfen Sie, ob sie echt ist. Großkunden bewertet man besser in einem eigenen Arbeitsbereich.",
  "doctor.NOTHING_TO_VALUE.title": "Niemand kann bewertet werden",
  "doctor.NOTHING_TO_VALUE.count_one": "keine Bestellung, kein Vertrag",
  "doctor.NOTHING_TO_VALUE.count_other": "keine Bestellung, kein Vertrag",
  "doctor.NOTHING_TO_VALUE.meaning": "Es gibt weder Bestellungen noch Verträge bekannter Kunden.",
  "doctor.NOTHING_TO_VALUE.todo": "Importieren Sie Bestellungen oder Verträge.",
  "doctor.ledger": "Was da ist",
  "ledger.orders": "Bestellungen",
  "ledger.customers": "Kunden",
  "ledger.customer_attributes": "Merkmale von Kunden",
  "ledger.subscriptions": "Verträge",
  "ledger.interactions": "Kontakte",
  "ledger.usage": "Nutzung",
  "ledger.feedback": "Antworten",
  "ledger.costs": "Kosten",
  "ledger.products": "Produkte",
  "ledger.campaigns": "Kampagnen",
  "ledger.campaign_members": "Kampagnenmitglieder",
  "ledger.referrals": "Empfehlungen",
  "ledger.consents": "Einwilligungen",
  "ledger.exchange_rates": "Wechselkurse",
  "ledger.identifiers": "Kennungen",
  "doctor.table": "Tabelle",
  "doctor.tableRows": "Zeilen",
  "doctor.missing": "Nichts von: {{names}}",
  "doctor.NO_COSTS.title": "Die Daten enthalten keine Kosten",
  "doctor.NO_COSTS.count_one": "{{n}} Zeile",
  "doctor.NO_COSTS.count_other": "{{n}} Zeilen",
  "doctor.NO_COSTS.meaning": "Die Werte sind Umsatz, nicht Deckungsbeitrag.",
  "doctor.NO_COSTS.todo":
    "Ordnen Sie beim Import eine Kostenspalte zu, oder tragen Sie in kundenwert.yaml eine Marge ein (marginRate).",
};
