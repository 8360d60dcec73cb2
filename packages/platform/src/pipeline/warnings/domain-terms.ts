import type { Foreseen } from "./material.ts";
import { logTerm, type Term } from "./term.ts";
import { column } from "./term-columns.ts";

const returned = (of: Foreseen, row: number) =>
  column("returned_12m")(of, row) / (Math.max(column("spend_12m")(of, row), 0) + 1);

/** What other domains than purchases say, where there are any. */
export const domainTerms: readonly Term[] = [
  logTerm("breadth", column("breadth"), "breadth", {
    en: "{n} {product|different products} so far",
    de: "bisher {n} {Produkt|verschiedene Produkte}",
  }),
  logTerm("usage_days", column("usage_days"), "usage_days", {
    en: "{n} {day|days} of use in the last 3 months",
    de: "{n} {Nutzungstag|Nutzungstage} in den letzten 3 Monaten",
  }),
  logTerm("usage_quiet", column("usage_quiet"), "usage_quiet", {
    en: "last use {n} {day|days} ago",
    de: "letzte Nutzung vor {n} {Tag|Tagen}",
  }),
  logTerm("contacts", column("contacts"), "contacts", {
    en: "{n} {contact|contacts} in the last 3 months",
    de: "{n} {Kontakt|Kontakte} in den letzten 3 Monaten",
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
    en: "{n} campaign {contact|contacts} in the last 3 months",
    de: "{n} {Kampagnenkontakt|Kampagnenkontakte} in den letzten 3 Monaten",
  }),
];
