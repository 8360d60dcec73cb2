import { CUSTOMER_DIMENSIONS, defineFigure, type Family, type Figure } from "./figure.ts";

const family = {
  family: "satisfaction",
  unit: "number",
  basis: "none",
  dimensions: [...CUSTOMER_DIMENSIONS, "channel"],
  periods: ["week", "month", "quarter", "year", "total"],
  interval: 0.95,
} as const;
const service: Family = {
  family: "service",
  unit: "number",
  basis: "none",
  periods: family.periods,
  dimensions: [...CUSTOMER_DIMENSIONS, "channel", "contact_kind"],
};

const waiting: Family = {
  ...service,
  unit: "minutes",
  dimensions: ["all", "channel", "contact_kind"],
};

/** What customers say, and what serving them takes: figure_satisfaction, figure_service, figure_response. */
export const satisfaction: readonly Figure[] = [
  defineFigure(
    "nps",
    { ...family, unit: "points" },
    [
      "net promoter score (NPS)",
      "Of all answers from 0 to 10 in the period: those of 9 and 10 (promoters) less those of 0 to 6 (detractors), in points from −100 to 100. Interval: adjusted Wald (Rocks 2016)",
      "100 × (promoters − detractors) ÷ answers",
      "10 9 9 8 7 6 0: 100 × (3 − 2) ÷ 7 = 14.3 (−39.6 to 59.6)",
    ],
    [
      "Net Promoter Score (NPS)",
      "Von allen Antworten von 0 bis 10 in der Periode: die mit 9 und 10 (Fürsprecher) weniger die mit 0 bis 6 (Kritiker), in Punkten von −100 bis 100. Intervall: angepasstes Wald-Intervall (Rocks 2016)",
      "100 × (Fürsprecher − Kritiker) ÷ Antworten",
      "10 9 9 8 7 6 0: 100 × (3 − 2) ÷ 7 = 14,3 (−39,6 bis 59,6)",
    ],
  ),
  defineFigure(
    "promoter_share",
    { ...family, unit: "share" },
    [
      "promoters",
      "Share of the answers from 0 to 10 that are 9 or 10. Interval: Wilson",
      "promoters ÷ answers",
      "10 9 9 8 7 6 0: 3 ÷ 7 = 42.9 % (15.8 to 75.0 %)",
    ],
    [
      "Fürsprecher",
      "Anteil der Antworten von 0 bis 10, die 9 oder 10 sind. Intervall: Wilson",
      "Fürsprecher ÷ Antworten",
      "10 9 9 8 7 6 0: 3 ÷ 7 = 42,9 % (15,8 bis 75,0 %)",
    ],
  ),
  defineFigure(
    "detractor_share",
    { ...family, unit: "share" },
    [
      "detractors",
      "Share of the answers from 0 to 10 that are 6 or less; who is neither promoter nor detractor is passive. Interval: Wilson",
      "detractors ÷ answers",
      "10 9 9 8 7 6 0: 2 ÷ 7 = 28.6 % (8.2 to 64.1 %)",
    ],
    [
      "Kritiker",
      "Anteil der Antworten von 0 bis 10, die höchstens 6 sind; wer weder Fürsprecher noch Kritiker ist, ist neutral. Intervall: Wilson",
      "Kritiker ÷ Antworten",
      "10 9 9 8 7 6 0: 2 ÷ 7 = 28,6 % (8,2 bis 64,1 %)",
    ],
  ),
  defineFigure(
    "csat",
    { ...family, unit: "share" },
    [
      "customer satisfaction (CSAT)",
      "Share of the answers from 1 to 5 that are 4 or 5. Interval: Wilson",
      "answers of 4 and 5 ÷ answers",
      "5 4 4 3 1: 3 ÷ 5 = 60 % (23 to 88 %)",
    ],
    [
      "Kundenzufriedenheit (CSAT)",
      "Anteil der Antworten von 1 bis 5, die 4 oder 5 sind. Intervall: Wilson",
      "Antworten mit 4 und 5 ÷ Antworten",
      "5 4 4 3 1: 3 ÷ 5 = 60 % (23 bis 88 %)",
    ],
  ),
  defineFigure(
    "csat_score",
    family,
    [
      "mean satisfaction",
      "Mean of the answers from 1 to 5. Interval: ± 1.96 standard errors",
      "sum of scores ÷ answers",
      "5 4 4 3 1: 17 ÷ 5 = 3.4",
    ],
    [
      "mittlere Zufriedenheit",
      "Mittel der Antworten von 1 bis 5. Intervall: ± 1,96 Standardfehler",
      "Summe der Noten ÷ Antworten",
      "5 4 4 3 1: 17 ÷ 5 = 3,4",
    ],
  ),
  defineFigure(
    "review_score",
    family,
    [
      "mean review",
      "Mean of the reviews from 1 to 5 stars. Interval: ± 1.96 standard errors",
      "sum of stars ÷ reviews",
      "5 and 4 stars: 4.5",
    ],
    [
      "mittlere Bewertung",
      "Mittel der Bewertungen von 1 bis 5 Sternen. Intervall: ± 1,96 Standardfehler",
      "Summe der Sterne ÷ Bewertungen",
      "5 und 4 Sterne: 4,5",
    ],
  ),
  defineFigure(
    "contacts",
    { ...service, unit: "count" },
    [
      "contacts",
      "Contacts of any kind between customers and the company; the dimension contact_kind parts visits from tickets",
      "number of contacts",
      "two calls and a visit: 3",
    ],
    [
      "Kontakte",
      "Kontakte jeder Art zwischen Kunden und Unternehmen; die Dimension contact_kind trennt Besuche von Vorgängen",
      "Zahl der Kontakte",
      "zwei Anrufe und ein Besuch: 3",
    ],
  ),
  defineFigure(
    "service_cost",
    { ...service, unit: "money", basis: "costs" },
    [
      "cost of contacts",
      "What the contacts cost, as far as it is known",
      "sum of costs",
      "3 and 5, the third unknown: 8",
    ],
    [
      "Kosten der Kontakte",
      "Was die Kontakte kosteten, soweit bekannt",
      "Summe der Kosten",
      "3 und 5, der dritte unbekannt: 8",
    ],
  ),
  defineFigure(
    "cost_per_contact",
    { ...service, unit: "money", basis: "costs" },
    [
      "cost of a contact",
      "Mean cost of the contacts whose cost is known",
      "cost ÷ contacts with a cost",
      "8 ÷ 2 = 4",
    ],
    [
      "Kosten je Kontakt",
      "Mittlere Kosten der Kontakte, deren Kosten bekannt sind",
      "Kosten ÷ Kontakte mit Kosten",
      "8 ÷ 2 = 4",
    ],
  ),
  defineFigure(
    "handling_time",
    { ...service, unit: "minutes" },
    [
      "handling time",
      "Mean duration of the contacts whose duration is known, in minutes",
      "minutes ÷ contacts with a duration",
      "10 and 20 minutes, the third unknown: 15",
    ],
    [
      "Bearbeitungszeit",
      "Mittlere Dauer der Kontakte, deren Dauer bekannt ist, in Minuten",
      "Minuten ÷ Kontakte mit Dauer",
      "10 und 20 Minuten, der dritte unbekannt: 15",
    ],
  ),
  defineFigure(
    "first_response_time",
    waiting,
    [
      "first-response time",
      "Median of the minutes from a contact to the first answer, of the first answers given in the period. To the minute within a day, to the quarter of an hour beyond",
      "the middle wait; of an even number the mean of the two middle ones",
      "5, 20, 30 and 600 minutes: (20 + 30) ÷ 2 = 25",
    ],
    [
      "Erstreaktionszeit",
      "Median der Minuten von einem Kontakt bis zur ersten Antwort, für die ersten Antworten der Periode. Auf die Minute innerhalb eines Tages, darüber auf die Viertelstunde",
      "die mittlere Wartezeit; bei gerader Zahl das Mittel der beiden mittleren",
      "5, 20, 30 und 600 Minuten: (20 + 30) ÷ 2 = 25",
    ],
  ),
  defineFigure(
    "resolution_time",
    waiting,
    [
      "resolution time",
      "Median of the minutes from a contact until it was settled, of the contacts settled in the period. What is still open has no part in it",
      "the middle wait; of an even number the mean of the two middle ones",
      "60, 90 and 2880 minutes: 90",
    ],
    [
      "Lösungszeit",
      "Median der Minuten von einem Kontakt bis zu seiner Erledigung, für die in der Periode erledigten Kontakte. Was noch offen ist, zählt nicht mit",
      "die mittlere Wartezeit; bei gerader Zahl das Mittel der beiden mittleren",
      "60, 90 und 2880 Minuten: 90",
    ],
  ),
];
