import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCurrency } from "./currency.ts";
import type { Language } from "./language.ts";

type Value = number | null | undefined;

/** What stands where a value is not known. */
export const UNKNOWN = "–";

/** Numbers, money and days as the reader writes them; `UNKNOWN` for null. */
export type Format = {
  readonly locale: string;
  readonly currency: string;
  /** 1.234,56 € */
  money(value: Value): string;
  /** +1.234,56 €; a sign for all but zero */
  signedMoney(value: Value): string;
  /** 1.235 € */
  wholeMoney(value: Value): string;
  /** 1,23 Mio. € */
  shortMoney(value: Value): string;
  /** 1.235 */
  count(value: Value): string;
  /** 1,23; with `digits` after the decimal sign */
  number(value: Value, digits?: number): string;
  /** 1,23; below a tenth two digits that count, so that a product of it can be followed */
  expected(value: Value): string;
  /** 1,2346; as many digits as there are, up to four */
  precise(value: Value): string;
  /** 12,3 % */
  percent(share: Value, digits?: number): string;
  /** +12,3 %; a sign for all but zero */
  signedPercent(share: Value): string;
  /** 12 %, and 12,5 % only where it is not whole */
  rate(share: Value): string;
  /** 31.03.2026 */
  day(iso: string | null | undefined): string;
  /** 31.03.2026, 14:05, in the reader's own time zone */
  moment(iso: string | null | undefined): string;
};

/** The reader's own variety of the language: de-CH writes 1’234.56. */
function localeOf(language: string): string {
  const own = navigator.languages.find((each) => each.startsWith(`${language}-`));
  return own ?? (language === "de" ? "de-DE" : "en-GB");
}

export function createFormat(locale: string, currency: string): Format {
  const known = (format: (value: number) => string) => (value: Value) =>
    value === null || value === undefined || Number.isNaN(value) ? UNKNOWN : format(value);
  const numbers = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return known((value) => format.format(value));
  };
  const money = { style: "currency", currency } as const;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const dated = (format: Intl.DateTimeFormat) => (iso: string | null | undefined) =>
    iso ? format.format(new Date(iso)) : UNKNOWN;
  return {
    locale,
    currency,
    money: numbers(money),
    signedMoney: numbers({ ...money, signDisplay: "exceptZero" }),
    wholeMoney: numbers({ ...money, maximumFractionDigits: 0 }),
    shortMoney: numbers({
      ...money,
      notation: "compact",
      maximumSignificantDigits: 3,
      useGrouping: "always",
    }),
    count: numbers({ maximumFractionDigits: 0 }),
    number: (value, digits = 2) => numbers(fixed(digits))(value),
    expected: (value) =>
      value && Math.abs(value) < 0.1
        ? numbers({ maximumSignificantDigits: 2 })(value)
        : numbers(fixed(2))(value),
    precise: numbers({
      maximumFractionDigits: 4,
      maximumSignificantDigits: 7,
      roundingPriority: "lessPrecision",
    }),
    percent: (share, digits = 1) => numbers({ style: "percent", ...fixed(digits) })(share),
    signedPercent: numbers({ style: "percent", ...fixed(1), signDisplay: "exceptZero" }),
    rate: numbers({ style: "percent", maximumFractionDigits: 1 }),
    day: dated(date),
    moment: dated(time),
  };
}

function fixed(digits: number) {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** The formats of the language that is shown and the currency of the workspace. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const currency = useCurrency();
  const language = i18n.language as Language;
  return useMemo(() => createFormat(localeOf(language), currency), [language, currency]);
}
