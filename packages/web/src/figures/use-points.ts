import { useTranslation } from "react-i18next";
import { UNKNOWN, useFormat } from "../i18n/format.ts";

/** A difference of shares in percentage points, with its sign. */
export function usePoints(): (value: number | null) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const signed = new Intl.NumberFormat(locale, {
    signDisplay: "exceptZero",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (value) =>
    value === null ? UNKNOWN : t("unit.points", { value: signed.format(100 * value) });
}
