import type { CohortMonth } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BreakEvenChart } from "../../charts/BreakEvenChart.tsx";
import { type CohortYear, cohortYears } from "../../figures/cohort-rows.ts";
import { useFormat } from "../../i18n/format.ts";
import { useCohortMade } from "./use-cohort-made.ts";

/** A line of fewer months shows nothing yet. */
const MONTHS = 3;

/** Cumulative contribution a customer by year of coming, and when it had paid for the acquisition. */
export function BreakEven({ months }: { months: readonly CohortMonth[] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const years = useMemo(
    () => cohortYears(months).filter(({ values }) => values.length >= MONTHS),
    [months],
  );
  const made = useCohortMade(months, t("cohorts.basis.contribution"));
  if (years.length === 0) return <Text>{t("cohorts.noContribution")}</Text>;
  const reading = years.map((year) => sentence(year)).join(" ");
  return (
    <BreakEvenChart
      years={years}
      reading={reading}
      made={{ ...made, note: t("cohorts.commonMonths") }}
    />
  );

  function sentence({ year, values, cac, paidBack }: CohortYear): string {
    const said = { year, cac: money(cac), value: money(values.at(-1)), month: values.length - 1 };
    if (cac === null) return t("cohorts.brought", said);
    if (paidBack === null) return t("cohorts.notPaidBack", said);
    return t("cohorts.paidBack", { ...said, paidBack });
  }
}
