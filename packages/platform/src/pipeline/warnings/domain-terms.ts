import type { Foreseen } from "./material.ts";
import { logTerm, type Term } from "./term.ts";
import { column } from "./term-columns.ts";

const returned = (of: Foreseen, row: number) =>
  column("returned_12m")(of, row) / (Math.max(column("spend_12m")(of, row), 0) + 1);

/** What other domains than purchases say, where there are any. */
export const domainTerms: readonly Term[] = [
  logTerm("breadth", column("breadth"), "breadth", {
    en: "{n} different products so far",
    de: "bisher {n} verschiedene Produkte",
  }),
  logTerm("usage_days", column("usage_days"), "usage_days", {
    en: "{n} days of use in the last 3 months",
    de: "{n} Nutzungstage in den letzten 3 Monaten",
  }),
  logTerm("usage_quiet", column("usage_quiet"), "usage_quiet", {
    en: "last use {n} days ago",
    de: "letzte Nutzung vor {n} Tagen",
  }),
  logTerm("contacts", column("contacts"), "contacts", {
    en: "{n} contacts in the last 3 months",
    de: "{n} Kontakte in den letzten 3 Monaten",
  }),
  {
    name: "nps",
    value: column("nps"),
    shown: column("nps"),
    sql: { value: "nps", shown: "nps" },
    unit: "number",
    meaning: { en: "last NPS answer {n}", de: "letzte NPS-Antwort {n}" },
  },
  logTerm(
    "returned",
    returned,
    "(returned_12m / (greatest(spend_12m, 0) + 1))",
    {
      en: "returns of {n} of the year’s spend",
      de: "Retouren von {n} des Jahresumsatzes",
    },
    "percent",
  ),
  logTerm("campaigns", column("campaigns"), "campaigns", {
    en: "{n} campaign contacts in the last 3 months",
    de: "{n} Kampagnenkontakte in den letzten 3 Monaten",
  }),
];
