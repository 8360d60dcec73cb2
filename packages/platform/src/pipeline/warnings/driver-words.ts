import type { Row } from "../../engines/engine.ts";
import type { WarningKind } from "./kind.ts";
import type { Term } from "./term.ts";
import { TERMS } from "./terms.ts";

/** One of the terms that raise the probability of a change, and what is so about this customer. */
export type Driver = {
  readonly term: string;
  /** In log-odds, against a customer who is the mean in everything. */
  readonly effect: number;
  readonly shown: number;
  readonly words: { readonly de: string; readonly en: string };
};

const LOCALES = { de: "de-DE", en: "en-GB" } as const;
const PLACES = [1, 2, 3] as const;

/** The drivers of a row of `warning`, the strongest first, in words. */
export function driversOf(row: Row, currency: string): Driver[] {
  return PLACES.flatMap((place) => {
    const name = row[`term_${place}`];
    const term = TERMS[row.kind as WarningKind].find((one) => one.name === name);
    if (!term) return [];
    const shown = Number(row[`shown_${place}`]);
    const words = (language: "de" | "en") => {
      const number = format(term, shown, LOCALES[language], currency);
      return term.meaning[language]
        .replace("{n}", number)
        .replace(/{([^|}]+)\|([^}]+)}/, number === "1" ? "$1" : "$2");
    };
    return [
      {
        term: term.name,
        effect: Number(row[`effect_${place}`]),
        shown,
        words: { de: words("de"), en: words("en") },
      },
    ];
  });
}

function format({ unit }: Term, value: number, locale: string, currency: string): string {
  if (unit === "percent") {
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(
      value,
    );
  }
  if (unit === "currency") {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      maximumFractionDigits: 0,
    }).format(value);
  }
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}
