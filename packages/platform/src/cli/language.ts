import { de } from "./text/de.ts";
import { en, type Texts } from "./text/en.ts";

export type Language = "de" | "en";

const catalogues: Readonly<Record<Language, Texts>> = { de, en };

/** How numbers, money, shares and days are written in a language; Swiss money by its currency. */
export type Speech = {
  readonly language: Language;
  readonly text: Texts;
  number(value: number | null, digits?: number): string;
  money(value: number | null): string;
  percent(share: number | null): string;
  day(iso: string | null): string;
};

/** What is not known is a dash, never 0. */
const UNKNOWN = "–";

export function speechOf(language: Language, currency = "EUR"): Speech {
  const locale = language === "de" ? (currency === "CHF" ? "de-CH" : "de-DE") : "en-GB";
  const known = (value: number | null) => value !== null && Number.isFinite(value);
  // What rounds to nothing has no sign.
  const signDisplay = "negative" as const;
  const money = new Intl.NumberFormat(locale, { style: "currency", currency, signDisplay });
  const percent = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 1,
    signDisplay,
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return {
    language,
    text: catalogues[language],
    number: (value, digits = 0) =>
      known(value)
        ? new Intl.NumberFormat(locale, {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
            signDisplay,
          }).format(value as number)
        : UNKNOWN,
    money: (value) => (known(value) ? money.format(value as number) : UNKNOWN),
    percent: (share) => (known(share) ? sharePercent(percent, share as number) : UNKNOWN),
    day: (iso) => (iso ? day.format(new Date(iso)) : UNKNOWN),
  };
}

/** What is there but rounds to nothing is said so. */
function sharePercent(format: Intl.NumberFormat, share: number): string {
  return share > 0 && share < 0.0005 ? `< ${format.format(0.001)}` : format.format(share);
}
