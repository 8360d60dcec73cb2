import type { Texts } from "./en.ts";

/** Was die Befehlszeile sagt; der Typ macht einen fehlenden Text zum Übersetzungsfehler. */
export const de: Texts = {
  program: "Was jeder Kunde wert ist, wohin sich Kunden bewegen und was zu tun ist.",
  options: {
    workspace: "Verzeichnis des Arbeitsbereichs",
    lang: "Sprache der Meldungen: de oder en",
    quiet: "nur Ergebnisse ausgeben, keinen Fortschritt und keine Hinweise",
    format: "Form der Ausgabe",
    output: "in diese Datei schreiben statt auf den Bildschirm",
    limit: "höchstens so viele Zeilen ausgeben",
    horizon: "Vorhersagezeitraum in Monaten, einer des Arbeitsbereichs",
    asOf: "letzter Tag, der zählt, etwa 2026-06-30",
    method: "mit dieser Methode bewerten statt mit dem Sieger des Backtests",
    noBacktest: "ohne Backtest; die Werte gelten dann als ungeprüft",
    calibrationEnd: "letzter Tag, den die Methoden kennen dürfen",
    holdoutEnd: "letzter Tag, den sie vorhersagen müssen",
    predictions: "alle Vorhersagen in diese CSV-Datei schreiben",
    host: "Adresse, auf der der Server hört",
    port: "Port, auf dem der Server hört",
    noOpen: "den Browser nicht öffnen",
    source: "Name der Quelle, an dem spätere Dateien erkannt werden",
    map: "welche Spalte was ist, etwa customer=KundenNr; leer heißt: keine",
    mapping: "Format und Zuordnung aus dieser YAML-Datei lesen",
    writeMapping: "erkanntes Format und Zuordnung in diese YAML-Datei schreiben",
    encoding: "utf-8, utf-16le, utf-16be, windows-1252 oder iso-8859-1",
    delimiter: "Trennzeichen der Felder: , ; | tab oder whitespace",
    quote: "Anführungszeichen der Felder: \" ' oder none",
    titleLines: "so viele Zeilen über der Kopfzeile überspringen",
    noHeader: "die erste Zeile ist keine Kopfzeile; Spalten heißen column0, column1, …",
    decimal: "Dezimalzeichen der Zahlen: comma oder point",
    dateFormat: "Folge von Tag, Monat und Jahr: dmy, mdy oder ymd",
    currency: "Währung der Beträge, etwa EUR",
    basis: "ob Beträge netto (net) oder brutto (gross) sind",
    replace: "wurde dieselbe Datei schon anders importiert: das zuerst zurücknehmen",
    dryRun: "zehn Zeilen zeigen, wie sie gelesen würden, und nichts importieren",
    rejects: "abgewiesene Zeilen mit Grund in diese CSV-Datei schreiben",
    undo: "den Import mit dieser Nummer zurücknehmen",
    list: "die bisherigen Importe auflisten",
    customers: "wie viele Kunden der simulierte Händler insgesamt gewinnt",
    months: "Länge seiner Historie in Monaten",
    seed: "ein anderer Startwert ergibt einen anderen Händler",
    endDate: "letzter Tag seiner Historie",
    customer: "nur dieser Kunde",
  },
  commands: {
    start: "das Dashboard öffnen; ohne Arbeitsbereich entsteht einer mit Beispieldaten",
    demo: "die Daten eines simulierten Händlers als CSV-Dateien schreiben",
    import: "Bestelldateien einlesen: CSV (auch .gz), Parquet, JSON-Zeilen",
    doctor: "sagen, was an den Daten auffällt und was damit geschah",
    run: "angegebene Dateien importieren, dann jeden Kunden bewerten",
    value: "ausgeben, was jeder Kunde wert ist",
    equity: "ausgeben, was alle Kunden zusammen wert sind",
    backtest: "die Methoden an zurückgehaltener Zeit prüfen",
    serve: "Dashboard und API eines Arbeitsbereichs bereitstellen",
    formula: "die drei herkömmlichen Formeln des Kundenwerts",
  },
  examples: "Beispiele:",
  progress: {
    detect: "Datei ansehen",
    decode: "umwandeln",
    read: "lesen",
    write: "schreiben",
    demo: "Händler simulieren",
  },
  steps: {
    return_link: "Retouren ihren Käufen zuordnen",
    purchase_day: "Käufe je Kunde und Tag",
    customer_month: "Aktivität je Kunde und Monat",
    customer_summary: "Kaufhistorien der Kunden",
    fits: "Modelle anpassen",
    doctor: "Daten untersuchen",
    calibration_return_link: "Backtest: bis dahin bekannte Retouren",
    calibration_purchase_day: "Backtest: bis dahin bekannte Käufe",
    calibration_summary: "Backtest: bis dahin bekannte Historien",
    calibration_fits: "Backtest: Modelle anpassen",
    calibration_score: "Backtest: Vorhersagen",
    backtest_prediction: "Backtest: Vorhersagen neben dem, was kam",
    backtest: "Backtest: Methoden beurteilen",
    horizon: "Vorhersagezeiträume",
    purchase_score: "Käufe vorhersagen",
    customer_value: "Kunden bewerten",
    equity: "Wert des Kundenstamms",
    value_decile: "Wert je Zehntel",
    value_lorenz: "Konzentration des Werts",
  },
  unchanged: "unverändert",
  import: {
    summary: (file, n) =>
      `${file}: ${n.read} Zeilen gelesen, ${n.added} neu, ${n.known} schon bekannt, ${n.superseded} ersetzt, ${n.rejected} abgewiesen`,
    already: (file, id) => `${file}: schon importiert (Import ${id}); nichts geändert`,
    period: (first, last) => `Bestellungen vom ${first} bis ${last}`,
    mapping: "Spalten",
    unused: "nicht genutzt",
    rejectsAre: (file) => `abgewiesene Zeilen stehen in ${file}`,
    rejectsHint: "mit --rejects DATEI erhalten Sie die abgewiesenen Zeilen samt Grund",
    undone: (id, removed, restored) =>
      `Import ${id} zurückgenommen: ${removed} Zeilen entfernt, ${restored} wiederhergestellt`,
    none: "noch nichts importiert",
    wouldBe: "gelesen als",
    raw: "in der Datei",
    line: "Zeile",
    nothingWritten: "Probelauf: nichts wurde importiert",
    warnings: {
      AMOUNT_LIKE_COLUMNS: (n) =>
        `mehrere Spalten sehen nach Beträgen aus; genommen wurde ${n.chosen}, nicht ${n.others}`,
      AMOUNT_IS_GROSS: (n) => `die Beträge in ${n.column} enthalten die Umsatzsteuer`,
      CURRENCY_DIFFERS: (n) =>
        `einige Zeilen haben eine andere Währung als ${n.workspace} (${n.currencies}); sie zählen nicht mit`,
      CURRENCY_IN_NAME: (n) =>
        `die Spalte ${n.column} spricht von ${n.currency}, vermerkt ist ${n.recorded}; setzen Sie --currency, und currency in kundenwert.yaml`,
      CUSTOMER_IDS_END_IN_POINT_ZERO: (n) =>
        `Kundennummern enden auf „.0“ (${n.value}): ein Programm hat sie für Zahlen gehalten`,
      HEADERS_DUPLICATE: (n) => `Spalten gleichen Namens: ${n.columns}`,
      LATER_IMPORTS_SKIPPED_ROWS: (n) =>
        `spätere Importe (${n.imports}) hatten Zeilen übersprungen, die jetzt fehlen; importieren Sie deren Dateien noch einmal`,
      NO_AMOUNT: () => "es gibt keine Betragsspalte: Käufe lassen sich vorhersagen, ihr Wert nicht",
    },
    reasons: {
      TIME_MISSING: "Zeitpunkt fehlt",
      TIME_UNREADABLE: "Zeitpunkt nicht lesbar",
      TIME_OUT_OF_RANGE: "Zeitpunkt unmöglich",
      AMOUNT_MISSING: "Betrag fehlt",
      AMOUNT_UNREADABLE: "Betrag nicht lesbar",
      AMOUNT_OUT_OF_RANGE: "Betrag unmöglich",
      QUANTITY_UNREADABLE: "Menge nicht lesbar",
      CUSTOMER_LOOKS_NUMERIC_ROUNDED: "Kundennummer von der Tabellenkalkulation gerundet",
      ORDER_LOOKS_NUMERIC_ROUNDED: "Bestellnummer von der Tabellenkalkulation gerundet",
      TOO_MANY_FIELDS: "zu viele Felder",
      TOO_FEW_FIELDS: "zu wenige Felder",
      ROW_TOO_LONG: "Zeile zu lang",
      QUOTE_NOT_CLOSED: "Anführungszeichen nie geschlossen",
      NUL_BYTE: "enthält ein NUL-Byte",
      ENCODING_BROKEN: "Zeichen nicht lesbar",
      JSON_UNREADABLE: "kein gültiges JSON",
    },
  },
  value: {
    customer: "Kunde",
    purchases: "Käufe",
    last: "letzter Kauf",
    historic: "Umsatz bisher",
    expected: "erwartete Käufe",
    alive: "P(aktiv)",
    none: "P(kein Kauf)",
    predicted: "erwarteter Umsatz",
    discounted: "Barwert",
    contribution: "Deckungsbeitrag",
    total: "Gesamtwert",
    class: "Klasse",
    caption: (n) =>
      `${n.shown} von ${n.all} Kunden, Stand ${n.asOf}, nächste ${n.months} Monate, ${n.basis}, abgezinst mit ${n.rate} im Jahr, Methode ${n.method} (${n.verified})`,
    noAmounts:
      "Die Bestellungen haben keine Beträge: vorhergesagt werden nur Käufe, und nach ihnen ist gereiht.",
    more: "mehr mit --limit, alle mit --format csv",
  },
  equity: {
    horizon: "Zeitraum",
    until: "bis",
    customers: "Kunden",
    purchases: "erwartete Käufe",
    revenue: "erwarteter Umsatz",
    discounted: "Barwert",
    interval: "80-%-Intervall",
    contribution: "Deckungsbeitrag",
    total: "mit bisherigem Umsatz",
    caption: (asOf, method, verified) =>
      `Wert des Kundenstamms, Stand ${asOf}, Methode ${method} (${verified})`,
    basis: (basis, rate) => `Umsatz ${basis}, abgezinst mit ${rate} im Jahr`,
    margin: (rate) => `der Deckungsbeitrag ist ${rate} vom Umsatz`,
    noMargin:
      "Kosten sind nicht bekannt: kein Deckungsbeitrag (marginRate in kundenwert.yaml setzen)",
  },
  basis: { net: "netto", gross: "brutto" },
  verified: "geprüft",
  unverified: "ungeprüft",
  backtest: {
    caption: (n) =>
      `${n.customers} Kunden bekannt bis ${n.calibrationEnd} (${n.repeaters} mit Wiederkauf); vorherzusagen bis ${n.holdoutEnd}: ${n.purchases} Käufe, ${n.revenue}`,
    target: { purchases: "Käufe", revenue: "Umsatz" },
    method: "Methode",
    deviance: "Devianz",
    interval: "95-%-Intervall",
    calibration: "Zehntelfehler",
    reading: (n) =>
      `${n.winner} hat die kleinste Poisson-Devianz beim ${n.target}: ${n.difference} gegenüber ${n.runnerUp} (95-%-Intervall ${n.low} bis ${n.high}).`,
    maeWarning: (zero, winner) =>
      `Nicht am MAE messen: wer allen nichts zutraut, hat MAE ${zero}, der Sieger ${winner}.`,
    sampled: (n) => `gemessen an einer gleichmäßigen Stichprobe von ${n} Kunden`,
    refused: (method, reason) => `${method} ließ sich nicht anpassen: ${reason}`,
    written: (file, rows) => `${rows} Vorhersagen in ${file} geschrieben`,
    tooLittle:
      "Für einen Backtest ist die Historie zu kurz: nötig sind mindestens 90 Tage, 50 Kunden und 10 Wiederkäufer vor dem zurückgehaltenen Zeitraum.",
  },
  methods: {
    "bg-nbd": "BG/NBD",
    "mbg-nbd": "MBG/NBD",
    formula: "Formel (Bestellwert × Häufigkeit × Zeit)",
    "repeat-rate": "Wiederkaufrate",
    "last-period": "wie im letzten Zeitraum",
    zero: "null für alle",
    mean: "Mittelwert für alle",
  },
  reasons: {
    LOWEST_DEVIANCE: "sie hat den zurückgehaltenen Umsatz am besten vorhergesagt",
    ONLY_PURCHASES:
      "sie hat die zurückgehaltenen Käufe am besten vorhergesagt; Beträge gibt es nicht",
    TOO_LITTLE_HISTORY: "die Historie ist zu kurz, um Methoden zu vergleichen",
    CHOSEN_BY_USER: "Sie haben sie gewählt",
  },
  run: {
    done: (customers, method, reason) =>
      `${customers} Kunden bewertet. Methode: ${method}; ${reason}.`,
    next: "weiter: kundenwert value · kundenwert equity · kundenwert serve",
  },
  doctor: {
    caption: (rows, customers, first, last) =>
      `${rows} Bestellzeilen von ${customers} Kunden, ${first} bis ${last}`,
    severity: { info: "Hinweis", warning: "Warnung", problem: "Problem" },
    clean: "Nichts ist auffällig.",
    findings: {
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
      ZERO_AMOUNTS: (n) =>
        `${n.count} Zeilen (${n.share}) haben den Betrag 0; sie zählen als Käufe.`,
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
      NO_COSTS: () =>
        "Keine Zeile hat Kosten: die Werte sind Umsatz. Für den Deckungsbeitrag eine Kostenspalte zuordnen oder marginRate setzen.",
    },
  },
  demo: {
    written: (directory) => `Der Beispielhändler steht in ${directory}.`,
    next: (file) => `weiter: kundenwert run ${file}`,
    why: "Noch kein Arbeitsbereich: es entsteht einer mit den Daten eines simulierten Händlers.",
  },
  serve: {
    listening: (url) => `Kundenwert ist unter ${url} erreichbar (beenden mit Strg+C)`,
    stopped: "beendet",
  },
  formula: {
    orderValue: "durchschnittlicher Bestellwert × Käufe im Jahr × Jahre (Umsatz)",
    subscription: "Monatsgebühr × Monate × Kunden (Umsatz)",
    net: "Jahresumsatz × Jahre − Akquisitionskosten",
    aov: "durchschnittlicher Bestellwert",
    frequency: "Käufe im Jahr",
    years: "Jahre",
    fee: "Monatsgebühr",
    monthsCount: "Monate",
    customersCount: "Kunden",
    revenue: "Jahresumsatz",
    acquisition: "Akquisitionskosten",
  },
  written: (file, rows) => `${rows} Zeilen in ${file} geschrieben`,
  warning: "Warnung",
  error: "Fehler",
  wayOut: "Abhilfe",
};
