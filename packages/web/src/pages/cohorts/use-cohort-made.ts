import type { CohortMonth } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import type { Made } from "../../charts/made.ts";
import { cohortRows } from "../../figures/cohort-rows.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";

/** Period, n and method of charts of cohorts; the basis is that of what is shown. */
export function useCohortMade(months: readonly CohortMonth[], basis: string): Made {
  const { t } = useTranslation();
  const { count } = useFormat();
  const periodName = usePeriodName();
  const rows = cohortRows(months, "retention");
  const [first, last] = [rows[0], rows.at(-1)];
  const n = rows.reduce((sum, { customers }) => sum + customers, 0);
  return {
    period: t("made.cohorts", {
      from: periodName((first?.cohort ?? "").slice(0, 7)),
      to: periodName((last?.cohort ?? "").slice(0, 7)),
    }),
    n: t("made.customers", { n: count(n) }),
    basis: t("made.basisIs", { basis }),
    method: t("made.counted"),
    note: t("made.lastMonthRuns"),
  };
}
