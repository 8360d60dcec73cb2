import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";

/** Names of periods as people write them: Okt. 2026, Q3 2026, KW 5 2026. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const month = new Intl.DateTimeFormat(locale, {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return (period) => {
    if (period === "total") return t("period.total");
    const [year = "", part = ""] = period.split("-");
    if (part.startsWith("W")) return t("period.weekOf", { week: Number(part.slice(1)), year });
    if (part.startsWith("Q")) return `${part} ${year}`;
    return part ? month.format(new Date(`${period}-01`)) : year;
  };
}
