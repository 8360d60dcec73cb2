import type { newCustomerTexts as english } from "./new-customers-en.ts";

/** Was die Kommandozeile über den Wert neuer Kunden sagt. */
export const newCustomerTexts: typeof english = {
  command: "was ein jetzt gewonnener Kunde wert ist, neben dem, was seine Gewinnung kostet",
  caption: (months) =>
    `Was ein neuer Kunde in den ersten ${months} Monaten wert ist, den ersten Kauf eingeschlossen, auf dessen Tag abgezinst:`,
  none: "Was ein neuer Kunde wert ist, ist nicht bekannt: Die Käufe haben keine Beträge, oder es braucht einen Lauf.",
  cut: "nach",
  member: "",
  customers: "Kunden (n)",
  revenue: "Umsatz",
  contribution: "Deckungsbeitrag",
  interval: "80-%-Intervall",
  cost: "CAC",
  ratio: "CLV ÷ CAC",
  unknown: "nicht bekannt",
  prior: "Modell",
  dimensions: {
    all: "alle",
    country: "Land",
    region: "Region",
    acquisition_channel: "gewonnen über",
    entry_channel: "erster Kanal",
    entry_category: "erste Kategorie",
    entry_product: "erstes Produkt",
    referred: "empfohlen",
  },
  observedNote:
    "So viel brachten Kunden, die bis zu zwei Jahre davor gewonnen wurden; Gruppen ab 30, zum Mittel aller hingezogen. Im Intervall stecken Zufall und die Drift ganzer Jahre.",
  tooYoung:
    "Niemand wurde früh genug gewonnen, um so lange beobachtet zu sein: Nur das Modell spricht.",
  priorNote:
    "Modell: was das Wahrscheinlichkeitsmodell von jemandem erwartet, von dem noch nichts bekannt ist.",
};
