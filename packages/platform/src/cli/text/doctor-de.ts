import type { Texts } from "./en.ts";

/** Was die Befehlszeile zu den Daten sagt. */
export const doctorTexts: Texts["doctor"] = {
  caption: (rows, customers, first, last) =>
    `${rows} Bestellzeilen von ${customers} Kunden, ${first} bis ${last}`,
  ledger: "Was da ist",
  table: (name, rows) => `  ${name}: ${rows} Zeilen`,
  days: (first, last) => `, ${first} bis ${last}`,
  missing: (names) => `  nichts von: ${names}`,
  severity: { info: "Hinweis", warning: "Warnung", problem: "Problem" },
  clean: "Nichts ist auffällig.",
  findings: {
    NOTHING_TO_VALUE: () =>
      "Es gibt weder Bestellungen noch Verträge bekannter Kunden; deshalb kann niemand bewertet werden: Importieren Sie Bestellungen oder Verträge.",
    REJECTED_ROWS: (n) =>
      `${n.count} Zeilen der Dateien (${n.share}) wurden abgewiesen; import --rejects zeigt sie.`,
    ROWS_WITHOUT_CUSTOMER: (n) =>
      `${n.count} Zeilen (${n.share}) nennen keinen Kunden: ${n.amount} Umsatz zählen für niemanden.`,
    NO_AMOUNTS: () =>
      "Keine Zeile hat einen Betrag: Käufe lassen sich vorhersagen, ihr Wert nicht.",
    EXACT_DUPLICATES: (n) =>
      `${n.count} Zeilen (${n.share}, ${n.amount}) gleichen einer früheren in allem, was zugeordnet ist. Sie zählen; sollen sie nicht, ordnen Sie eine Bestell- oder Zeilennummer zu.`,
    SAME_DAY_ORDERS: (n) =>
      `${n.count} Bestellungen (${n.share}) folgen einer anderen desselben Kunden am selben Tag: die Modelle sehen einen Kauf je Tag.`,
    NEGATIVE_LINES: (n) =>
      `${n.count} Zeilen (${n.share}) sind Retouren oder Stornos: ${n.amount}.`,
    RETURNS_LINKED: (n) =>
      `${n.count} davon (${n.share}, ${n.amount}) sind vom zugehörigen Kauf abgezogen.`,
    RETURNS_UNLINKED: (n) =>
      `${n.count} davon (${n.share}, ${n.amount}) passen zu keinem früheren Kauf; sie mindern den Umsatz ihres eigenen Tages.`,
    ORDERS_FULLY_RETURNED: (n) =>
      `${n.count} Kauftage (${n.share}) wurden ganz zurückgeschickt und zählen nicht als Käufe.`,
    ZERO_AMOUNTS: (n) => `${n.count} Zeilen (${n.share}) haben den Betrag 0; sie zählen als Käufe.`,
    FUTURE_DATES: (n) =>
      `${n.count} Zeilen liegen nach dem letzten Tag, der zählt, die späteste am ${n.lastDay}; sie bleiben außen vor.`,
    ONE_TIME_BUYERS: (n) => `${n.count} Kunden (${n.share}) haben nur einmal gekauft.`,
    HISTORY_LENGTH: (n) =>
      `Die Historie umfasst ${n.count} Tage, ${n.firstDay} bis ${n.lastDay}; Saisons brauchen zwei Jahre oder mehr.`,
    OTHER_CURRENCY: (n) =>
      `${n.count} Zeilen sind nicht in ${n.currency}; sie bleiben außen vor, bis Kurse bekannt sind.`,
    SPEND_FREQUENCY_CORRELATION: (n) =>
      `Ausgabe je Kauf und Zahl der Käufe hängen mit ${n.correlation} zusammen (${n.low} bis ${n.high}); das Ausgabenmodell hält sie für unabhängig.`,
    SUM_VERSUS_MEAN: () =>
      "Wer oft kauft, gibt je Kauf weit mehr aus: sind die Beträge laufende Summen statt einzelner Käufe?",
    LARGE_ORDERS: (n) =>
      `Die größte Zeile hat ${n.amount}, ${n.share} des ganzen Umsatzes; sie verschiebt jeden Mittelwert.`,
    CONTRACT_ENDS_BEFORE_START: (n) =>
      `${n.count} Vertragsphasen (${n.share}) enden, bevor sie beginnen; sie bleiben außen vor.`,
    CONTRACTS_OVERLAP: (n) =>
      `${n.count} Vertragsphasen (${n.share}) laufen weiter, wenn die nächste Phase desselben Vertrags beginnt; sie zählen bis zu diesem Tag.`,
    CONTRACT_WITHOUT_FEE: (n) =>
      `${n.count} aktive Vertragsphasen (${n.share}) nennen kein Entgelt; im wiederkehrenden Umsatz zählen sie 0.`,
    CONTRACTS_AGAIN: (n) =>
      `${n.count} Phasen von Verträgen (${n.share}) ohne Nummer kamen mit anderem Inhalt noch einmal: beide zählen. Ordnen Sie die Vertragsnummer zu (--map subscription=…) und importieren Sie die Dateien noch einmal mit --replace.`,
    PHASES_DATED: (n) =>
      `${n.count} Stände von Verträgen kamen mit anderem Tarif, Entgelt oder Zustand als zuvor: Jeder gilt ab dem Tag seines Imports, und was bis dahin bezahlt wurde, bleibt.`,
    USE_BEFORE_CONTRACT: (n) =>
      `${n.count} Nutzungen (${n.share}) liegen vor Beginn ihres Vertrags: Sind dessen Daten die einer Verlängerung?`,
    USE_AFTER_CONTRACT: (n) =>
      `${n.count} Nutzungen (${n.share}) liegen nach dem Ende ihres Vertrags.`,
    USE_WITHOUT_CONTRACT: (n) =>
      `${n.count} Nutzungen (${n.share}) nennen einen Vertrag, den es nicht gibt.`,
    BIRTH_YEAR_IMPOSSIBLE: (n) =>
      `${n.count} Kunden (${n.share}) sind in der Zukunft oder vor mehr als 120 Jahren geboren; ihr Alter wird nicht verwendet.`,
    REGISTERED_LATER: (n) =>
      `${n.count} Kunden (${n.share}) haben sich nach dem letzten Tag angemeldet, der zählt.`,
    REFERRED_BY_THEMSELVES: (n) => `${n.count} Kunden nennen sich selbst als Werber.`,
    UNKNOWN_CUSTOMERS: (n) =>
      `${n.count} Zeilen nennen Kunden, die in keinem Stamm, keiner Bestellung und keinem Vertrag stehen (${n.tables}); sie bleiben und zählen in keinem Kundenwert.`,
    IDS_TWICE: (n) =>
      `${n.count} Nummern stehen in mehr als einer Zeile (${n.tables}); alle Zeilen sind noch da.`,
    ANSWERS_OF_NOBODY: (n) =>
      `${n.count} Antworten (${n.share}) nennen keinen Kunden oder keinen Tag; sie stehen in keinem Kundenverlauf.`,
    UNKNOWN_CAMPAIGNS: (n) =>
      `${n.count} Kampagnenmitglieder (${n.share}) gehören zu einer Kampagne, die es nicht gibt.`,
    COSTS_WITHOUT_PERIOD: (n) =>
      `${n.count} Kosten (${n.share}, ${n.amount}) nennen keinen Zeitraum; sie zählen nirgends.`,
    COST_PERIOD_REVERSED: (n) =>
      `${n.count} Kosten (${n.share}) enden, bevor sie beginnen; sie zählen an ihrem ersten Tag.`,
    CONTRACTS_OTHER_CURRENCY: (n) =>
      `${n.count} Vertragsphasen (${n.share}) sind nicht in ${n.currency}; ohne Kurse bleiben sie außen vor.`,
    COSTS_OTHER_CURRENCY: (n) =>
      `${n.count} Kosten (${n.share}) sind nicht in ${n.currency}; ohne Kurse bleiben sie außen vor.`,
    CURRENCY_CONVERTED: (n) =>
      `${n.count} Zeilen (${n.share}) in anderen Währungen zählen zum Kurs des Verkaufstags: ${n.amount}.`,
    BASIS_ASSUMED: (n) =>
      `${n.count} Zeilen aus ${n.sources} Quelle(n), etwa ${n.source}, stammen von einem System, das nicht sagt, ob Beträge netto (net) oder brutto (gross) sind; sie gelten als ${n.basis}. Tragen Sie in kundenwert.yaml an der Quelle basis: ${n.basis} oder basis: ${n.other} ein, oder importieren Sie noch einmal mit --basis und --replace.`,
    BASIS_CONVERTED: (n) =>
      `${n.count} Zeilen (${n.share}) wurden mit der Steuer ihres Tages auf ${n.basis} umgerechnet: ${n.amount}.`,
    BASIS_UNKNOWN: (n) =>
      `${n.count} Zeilen (${n.share}, ${n.amount}) sind nicht ${n.basis}, und ihr Steuersatz ist unbekannt; sie zählen, wie sie kamen. Setzen Sie country oder ergänzen Sie vatRates.`,
    FEES_BASIS_UNKNOWN: (n) =>
      `${n.count} Vertragsphasen (${n.share}) haben ein Entgelt, das nicht ${n.basis} ist, und ihr Steuersatz ist unbekannt; sie zählen, wie sie kamen. Setzen Sie country.`,
    NO_COSTS: () =>
      "Keine Zeile hat Kosten: die Werte sind Umsatz. Für den Deckungsbeitrag eine Kostenspalte zuordnen oder marginRate setzen.",
  },
};
