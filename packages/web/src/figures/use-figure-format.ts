import type { FigureDefinition } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import type { Change } from "./change.ts";

type Unit = Pick<FigureDefinition, "unit">;

export type FigureFormat = {
  /** As the CLI prints it. */
  full(value: number | null): string;
  /** For axes. */
  short(value: number | null): string;
  /** For tiles: cents only where they can be seen to matter. */
  tile(value: number | null): string;
  /** +4,2 %; shares and points by their difference, and money too where there is no share. */
  change(change: Change): string;
};

/** How the values of a figure are written. */
export function useFigureFormat(): (definition: Unit) => FigureFormat {
  const { t } = useTranslation();
  const { money, signedMoney, wholeMoney, shortMoney, count, number, percent, locale } =
    useFormat();
  const signed = (digits: number, style: "percent" | "decimal" = "decimal") =>
    new Intl.NumberFormat(locale, {
      style,
      signDisplay: "exceptZero",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const fine = (digits: number) => (value: number | null) => number(value, digits);
  const minutes = (value: number | null) => t("unit.minutes", { value: number(value, 1) });
  const months = (value: number | null) => t("unit.months", { value: count(value) });
  const forms: Record<string, Omit<FigureFormat, "change" | "tile">> = {
    money: { full: money, short: shortMoney },
    count: { full: count, short: count },
    share: { full: (value) => percent(value), short: (value) => percent(value) },
    points: { full: fine(1), short: fine(1) },
    minutes: { full: minutes, short: minutes },
    months: { full: months, short: months },
  };
  const tile = (value: number | null) => (Math.abs(value ?? 0) < 1000 ? money : wholeMoney)(value);
  return ({ unit }) => ({
    ...(forms[unit] ?? { full: fine(2), short: fine(2) }),
    tile: unit === "money" ? tile : (forms[unit]?.short ?? fine(2)),
    change: ({ difference, relative }) => {
      if (unit === "share") return t("unit.points", { value: signed(1).format(100 * difference) });
      if (unit === "money" && relative === null) return signedMoney(difference);
      if (unit === "points" || unit === "months" || relative === null) {
        return signed(1).format(difference);
      }
      return signed(1, "percent").format(relative);
    },
  });
}
