import type { doctorDomains as english } from "../en/doctor-domains.ts";

export const doctorDomains: Record<keyof typeof english, string> = {
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
  "doctor.CONTRACTS_AGAIN.title": "Verträge ohne Nummer kamen mit anderem Inhalt noch einmal",
  "doctor.CONTRACTS_AGAIN.count_one": "{{n}} Phase",
  "doctor.CONTRACTS_AGAIN.count_other": "{{n}} Phasen",
  "doctor.CONTRACTS_AGAIN.meaning":
    "Ohne Vertragsnummer ist nicht zu erkennen, dass es derselbe Vertrag ist: beide zählen.",
  "doctor.CONTRACTS_AGAIN.todo":
    "Ordnen Sie beim Import die Vertragsnummer zu, und ersetzen Sie die früheren Importe.",
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
};
