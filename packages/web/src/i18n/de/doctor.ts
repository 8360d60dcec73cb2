import type { doctor as english } from "../en/doctor.ts";

export const doctor: Record<keyof typeof english, string> = {
  "doctor.intro":
    "Wie die importierten Daten beschaffen sind, was verrechnet, zusammengefasst oder ausgelassen wurde und was das für die Werte bedeutet.",
  "doctor.rows": "Bestellzeilen",
  "doctor.customers": "Kunden",
  "doctor.first": "Erster Tag",
  "doctor.last": "Letzter Tag",
  "doctor.findings": "Befunde",
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
  "doctor.CONTRACT_ENDS_BEFORE_START.title": "Verträge, die enden, bevor sie beginnen",
  "doctor.CONTRACT_ENDS_BEFORE_START.count_one": "{{n}} Phase",
  "doctor.CONTRACT_ENDS_BEFORE_START.count_other": "{{n}} Phasen",
  "doctor.CONTRACT_ENDS_BEFORE_START.meaning":
    "Eine solche Phase lief nie; sie fehlt in allen Kennzahlen.",
  "doctor.CONTRACT_ENDS_BEFORE_START.todo":
    "Berichtigen Sie die Daten in der Quelle und importieren Sie die Datei erneut.",
  "doctor.CONTRACTS_OVERLAP.title": "Phasen eines Vertrags überschneiden sich",
  "doctor.CONTRACTS_OVERLAP.count_one": "{{n}} Phase",
  "doctor.CONTRACTS_OVERLAP.count_other": "{{n}} Phasen",
  "doctor.CONTRACTS_OVERLAP.meaning":
    "Eine Phase zählt bis zu dem Tag, an dem die nächste desselben Vertrags beginnt.",
  "doctor.CONTRACTS_OVERLAP.todo":
    "Nichts, wenn ein Tarifwechsel gemeint ist. Sind es Verträge nebeneinander, geben Sie jedem eine eigene Nummer.",
  "doctor.PHASES_DATED.title": "Verträge kamen mit anderem Stand als zuvor",
  "doctor.PHASES_DATED.count_one": "{{n}} früherer Stand",
  "doctor.PHASES_DATED.count_other": "{{n}} frühere Stände",
  "doctor.PHASES_DATED.meaning":
    "Ein neuer Tarif, ein neues Entgelt oder ein neuer Zustand gilt ab dem Tag seines Imports; was bis dahin galt und bezahlt wurde, bleibt.",
  "doctor.PHASES_DATED.todo":
    "Nichts, wenn sich die Verträge geändert haben. War der erste Stand ein Fehler, nehmen Sie seinen Import zurück.",
  "doctor.CONTRACT_WITHOUT_FEE.title": "Laufende Verträge nennen kein Entgelt",
  "doctor.CONTRACT_WITHOUT_FEE.count_one": "{{n}} Phase",
  "doctor.CONTRACT_WITHOUT_FEE.count_other": "{{n}} Phasen",
  "doctor.CONTRACT_WITHOUT_FEE.meaning":
    "Sie zählen als Verträge, im wiederkehrenden Umsatz aber 0.",
  "doctor.CONTRACT_WITHOUT_FEE.todo": "Ordnen Sie beim Import die Spalte mit dem Entgelt zu.",
  "doctor.USE_BEFORE_CONTRACT.title": "Nutzung vor Vertragsbeginn",
  "doctor.USE_BEFORE_CONTRACT.count_one": "{{n}} Nutzung",
  "doctor.USE_BEFORE_CONTRACT.count_other": "{{n}} Nutzungen",
  "doctor.USE_BEFORE_CONTRACT.meaning":
    "Die Zeilen bleiben. Vertrag und Nutzung widersprechen sich.",
  "doctor.USE_BEFORE_CONTRACT.todo": "Prüfen Sie, ob der Beginn der einer Verlängerung ist.",
  "doctor.USE_AFTER_CONTRACT.title": "Nutzung nach Vertragsende",
  "doctor.USE_AFTER_CONTRACT.count_one": "{{n}} Nutzung",
  "doctor.USE_AFTER_CONTRACT.count_other": "{{n}} Nutzungen",
  "doctor.USE_AFTER_CONTRACT.meaning":
    "Die Zeilen bleiben. Vertrag und Nutzung widersprechen sich.",
  "doctor.USE_AFTER_CONTRACT.todo": "Prüfen Sie, ob der Vertrag unter anderer Nummer weiterläuft.",
  "doctor.USE_WITHOUT_CONTRACT.title": "Nutzung eines unbekannten Vertrags",
  "doctor.USE_WITHOUT_CONTRACT.count_one": "{{n}} Nutzung",
  "doctor.USE_WITHOUT_CONTRACT.count_other": "{{n}} Nutzungen",
  "doctor.USE_WITHOUT_CONTRACT.meaning": "Solche Zeilen gehören zu keinem Kunden.",
  "doctor.USE_WITHOUT_CONTRACT.todo": "Importieren Sie auch die Verträge.",
  "doctor.BIRTH_YEAR_IMPOSSIBLE.title": "Unmögliche Geburtsjahre",
  "doctor.BIRTH_YEAR_IMPOSSIBLE.count_one": "{{n}} Kunde",
  "doctor.BIRTH_YEAR_IMPOSSIBLE.count_other": "{{n}} Kunden",
  "doctor.BIRTH_YEAR_IMPOSSIBLE.meaning":
    "Sie liegen in der Zukunft oder mehr als 120 Jahre zurück. Das Alter dieser Kunden wird nicht verwendet.",
  "doctor.BIRTH_YEAR_IMPOSSIBLE.todo": "Berichtigen Sie sie in der Quelle.",
  "doctor.REGISTERED_LATER.title": "Anmeldungen nach dem letzten Tag",
  "doctor.REGISTERED_LATER.count_one": "{{n}} Kunde",
  "doctor.REGISTERED_LATER.count_other": "{{n}} Kunden",
  "doctor.REGISTERED_LATER.meaning": "Am Stichtag sind sie noch nicht bekannt.",
  "doctor.REGISTERED_LATER.todo":
    "Prüfen Sie das Datum der Anmeldung, oder importieren Sie neuere Bestellungen.",
  "doctor.REFERRED_BY_THEMSELVES.title": "Kunden, die sich selbst geworben haben",
  "doctor.REFERRED_BY_THEMSELVES.count_one": "{{n}} Kunde",
  "doctor.REFERRED_BY_THEMSELVES.count_other": "{{n}} Kunden",
  "doctor.REFERRED_BY_THEMSELVES.meaning": "Eine solche Empfehlung sagt nichts aus.",
  "doctor.REFERRED_BY_THEMSELVES.todo": "Berichtigen Sie sie in der Quelle.",
  "doctor.UNKNOWN_CUSTOMERS.title": "Zeilen nennen unbekannte Kunden",
  "doctor.UNKNOWN_CUSTOMERS.count_one": "{{n}} Zeile",
  "doctor.UNKNOWN_CUSTOMERS.count_other": "{{n}} Zeilen",
  "doctor.UNKNOWN_CUSTOMERS.meaning":
    "Kein Stamm, keine Bestellung und kein Vertrag nennt sie ({{tables}}). Die Zeilen bleiben und zählen in keinem Kundenwert.",
  "doctor.UNKNOWN_CUSTOMERS.todo":
    "Importieren Sie den Kundenstamm, oder prüfen Sie, ob die Nummern überall gleich geschrieben sind.",
  "doctor.IDS_TWICE.title": "Nummern, die in mehreren Zeilen stehen",
  "doctor.IDS_TWICE.count_one": "{{n}} Nummer",
  "doctor.IDS_TWICE.count_other": "{{n}} Nummern",
  "doctor.IDS_TWICE.meaning": "Alle Zeilen sind noch da ({{tables}}).",
  "doctor.IDS_TWICE.todo": "Sind es Kopien, berichtigen Sie den Export.",
  "doctor.ANSWERS_OF_NOBODY.title": "Antworten ohne Kunde oder Tag",
  "doctor.ANSWERS_OF_NOBODY.count_one": "{{n}} Antwort",
  "doctor.ANSWERS_OF_NOBODY.count_other": "{{n}} Antworten",
  "doctor.ANSWERS_OF_NOBODY.meaning": "Sie stehen in keinem Kundenverlauf.",
  "doctor.ANSWERS_OF_NOBODY.todo": "Nichts, wenn die Umfrage anonym war.",
  "doctor.UNKNOWN_CAMPAIGNS.title": "Mitglieder unbekannter Kampagnen",
  "doctor.UNKNOWN_CAMPAIGNS.count_one": "{{n}} Mitglied",
  "doctor.UNKNOWN_CAMPAIGNS.count_other": "{{n}} Mitglieder",
  "doctor.UNKNOWN_CAMPAIGNS.meaning": "Die Kampagne, die sie nennen, wurde nicht importiert.",
  "doctor.UNKNOWN_CAMPAIGNS.todo": "Importieren Sie auch die Kampagnen.",
  "doctor.COSTS_WITHOUT_PERIOD.title": "Kosten ohne Zeitraum",
  "doctor.COSTS_WITHOUT_PERIOD.count_one": "{{n}} Posten",
  "doctor.COSTS_WITHOUT_PERIOD.count_other": "{{n}} Posten",
  "doctor.COSTS_WITHOUT_PERIOD.meaning":
    "Wann sie entstanden sind, ist unbekannt; sie zählen nirgends.",
  "doctor.COSTS_WITHOUT_PERIOD.todo": "Geben Sie jedem Posten einen Tag oder Monat.",
  "doctor.COST_PERIOD_REVERSED.title": "Kosten, die enden, bevor sie beginnen",
  "doctor.COST_PERIOD_REVERSED.count_one": "{{n}} Posten",
  "doctor.COST_PERIOD_REVERSED.count_other": "{{n}} Posten",
  "doctor.COST_PERIOD_REVERSED.meaning": "Sie zählen an ihrem ersten Tag.",
  "doctor.COST_PERIOD_REVERSED.todo": "Berichtigen Sie die Daten in der Quelle.",
  "doctor.CONTRACTS_OTHER_CURRENCY.title": "Verträge in fremder Währung",
  "doctor.CONTRACTS_OTHER_CURRENCY.count_one": "{{n}} Phase",
  "doctor.CONTRACTS_OTHER_CURRENCY.count_other": "{{n}} Phasen",
  "doctor.CONTRACTS_OTHER_CURRENCY.meaning":
    "Sie sind nicht in {{currency}}; ohne Kurse bleiben sie außen vor.",
  "doctor.CONTRACTS_OTHER_CURRENCY.todo": "Hinterlegen Sie Kurse, oder prüfen Sie die Währung.",
  "doctor.COSTS_OTHER_CURRENCY.title": "Kosten in fremder Währung",
  "doctor.COSTS_OTHER_CURRENCY.count_one": "{{n}} Posten",
  "doctor.COSTS_OTHER_CURRENCY.count_other": "{{n}} Posten",
  "doctor.COSTS_OTHER_CURRENCY.meaning":
    "Sie sind nicht in {{currency}}; ohne Kurse bleiben sie außen vor.",
  "doctor.COSTS_OTHER_CURRENCY.todo": "Hinterlegen Sie Kurse, oder prüfen Sie die Währung.",
  "doctor.BASIS_ASSUMED.title": "Niemand hat gesagt, ob Beträge netto oder brutto sind",
  "doctor.BASIS_ASSUMED.count_one": "{{n}} Zeile",
  "doctor.BASIS_ASSUMED.count_other": "{{n}} Zeilen",
  "doctor.BASIS_ASSUMED.meaning":
    "Sie stammen aus {{sources}} Quelle(n), etwa {{source}}, deren System es nicht sagt. Sie gelten, wie der Arbeitsbereich rechnet.",
  "doctor.BASIS_ASSUMED.todo":
    "Importieren Sie die Datei noch einmal und wählen Sie dabei netto oder brutto, oder tragen Sie es in kundenwert.yaml an der Quelle als basis ein.",
  "doctor.BASIS_CONVERTED.title": "Beträge wurden um die Umsatzsteuer umgerechnet",
  "doctor.BASIS_CONVERTED.count_one": "{{n}} Zeile",
  "doctor.BASIS_CONVERTED.count_other": "{{n}} Zeilen",
  "doctor.BASIS_CONVERTED.meaning":
    "Sie kamen auf der anderen Basis und wurden mit dem Steuersatz ihres Tages umgerechnet.",
  "doctor.BASIS_CONVERTED.todo":
    "Nichts. Stimmt ein Satz nicht, geben Sie ihn unter vatRates in kundenwert.yaml an.",
  "doctor.BASIS_UNKNOWN.title": "Beträge lassen sich nicht um die Umsatzsteuer umrechnen",
  "doctor.BASIS_UNKNOWN.count_one": "{{n}} Zeile",
  "doctor.BASIS_UNKNOWN.count_other": "{{n}} Zeilen",
  "doctor.BASIS_UNKNOWN.meaning":
    "Sie sind auf der anderen Basis, und ihr Steuersatz ist nicht bekannt. Sie zählen, wie sie kamen.",
  "doctor.BASIS_UNKNOWN.todo":
    "Setzen Sie country in kundenwert.yaml, oder geben Sie ihre Sätze unter vatRates an.",
  "doctor.FEES_BASIS_UNKNOWN.title": "Entgelte lassen sich nicht um die Umsatzsteuer umrechnen",
  "doctor.FEES_BASIS_UNKNOWN.count_one": "{{n}} Phase",
  "doctor.FEES_BASIS_UNKNOWN.count_other": "{{n}} Phasen",
  "doctor.FEES_BASIS_UNKNOWN.meaning":
    "Sie sind auf der anderen Basis, und ihr Steuersatz ist nicht bekannt. Sie zählen, wie sie kamen.",
  "doctor.FEES_BASIS_UNKNOWN.todo": "Setzen Sie country in kundenwert.yaml.",
  "doctor.CURRENCY_CONVERTED.title": "Beträge in anderen Währungen wurden umgerechnet",
  "doctor.CURRENCY_CONVERTED.count_one": "{{n}} Zeile",
  "doctor.CURRENCY_CONVERTED.count_other": "{{n}} Zeilen",
  "doctor.CURRENCY_CONVERTED.meaning": "Sie zählen zum Kurs des Tages, an dem verkauft wurde.",
  "doctor.CURRENCY_CONVERTED.todo": "Nichts. Die Kurse sind die importierten.",
  "doctor.NO_COSTS.title": "Die Daten enthalten keine Kosten",
  "doctor.NO_COSTS.count_one": "{{n}} Zeile",
  "doctor.NO_COSTS.count_other": "{{n}} Zeilen",
  "doctor.NO_COSTS.meaning": "Die Werte sind Umsatz, nicht Deckungsbeitrag.",
  "doctor.NO_COSTS.todo":
    "Ordnen Sie beim Import eine Kostenspalte zu, oder tragen Sie in kundenwert.yaml eine Marge ein (marginRate).",
};
