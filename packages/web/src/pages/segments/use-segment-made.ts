import type { Segments } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import type { Made } from "../../charts/made.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { endsOf, periodOf, together } from "../../segments/segment-rows.ts";

/** Period, n, basis and method of a picture of segments. */
export function useSegmentMade(
  periodEnd: string,
  { periods, grain, level }: Segments,
  note?: string,
): Made {
  const { t } = useTranslation();
  const { count } = useFormat();
  const periodName = usePeriodName();
  const known = endsOf(periods).includes(periodEnd);
  const all = known ? together(periods, periodEnd) : undefined;
  return {
    period: periodName(periodOf(periodEnd, grain)),
    n: t("made.customers", { n: count(all?.customers) }),
    basis: t(all?.worth === null ? "segments.basis.year" : "segments.basis.worth"),
    method: t(`segments.method.${level}`),
    note,
  };
}
