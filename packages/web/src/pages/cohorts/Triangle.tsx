import type { CohortMonth } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CohortChart } from "../../charts/CohortChart.tsx";
import { type CohortRow, cohortRows } from "../../figures/cohort-rows.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import { useFormat } from "../../i18n/format.ts";
import { useCohortMade } from "./use-cohort-made.ts";

/** The month that the reading compares cohorts at. */
const COMPARED = 3;

/** Retention, or cumulative contribution a customer, by cohort and month. */
export function Triangle({ months }: { months: readonly CohortMonth[] }) {
  const { t } = useTranslation();
  const { money, percent, number } = useFormat();
  const { measure = "retention", kind = "purchases" } = useSearch({ from: "/cohorts" });
  const periodName = usePeriodName();
  const rows = useMemo(() => cohortRows(months, measure), [months, measure]);
  const made = useCohortMade(months, t(`cohorts.basis.${measure}`));
  const full = measure === "retention" ? (value: number | null) => percent(value) : money;
  const names = useMemo(
    () => rows.map(({ cohort }) => periodName(cohort.slice(0, 7))),
    [rows, periodName],
  );
  const reading = useReading(rows, full);
  if (rows.every(({ values }) => values.length === 0)) {
    return <Text>{t("cohorts.noContribution")}</Text>;
  }
  return (
    <CohortChart
      title={t(`cohorts.title.${measure}.${kind}`)}
      reading={reading}
      made={made}
      rows={rows}
      names={names}
      full={full}
      cell={(value) => number(measure === "retention" ? 100 * value : value, 0)}
      fileName={`kundenwert-cohorts-${kind}-${measure}`}
    />
  );
}

/** The older half of the cohorts against the newer one, in the third month after they came. */
function useReading(rows: readonly CohortRow[], full: (value: number | null) => string): string {
  const { t } = useTranslation();
  const { measure = "retention" } = useSearch({ from: "/cohorts" });
  const known = rows.filter(({ values }) => values.length > COMPARED);
  if (known.length < 2) return t("cohorts.reading.short", { month: COMPARED });
  const half = Math.floor(known.length / 2);
  const [older, newer] = [known.slice(0, half), known.slice(-half)];
  return t(`cohorts.reading.${measure}`, {
    month: COMPARED,
    n: half,
    older: full(mean(older)),
    newer: full(mean(newer)),
  });
}

/** The mean of a month, each cohort by the number of its customers. */
function mean(rows: readonly CohortRow[]): number {
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const total = rows.reduce((sum, row) => sum + row.customers * (row.values[COMPARED] ?? 0), 0);
  return total / customers;
}
