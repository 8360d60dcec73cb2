import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CohortYear } from "../figures/cohort-rows.ts";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { legendAbove, lineMarks } from "./marks.ts";
import { type Palette, usePalette } from "./palette.ts";

type Props = { years: readonly CohortYear[]; reading: string; made: Made };

/** What customers have brought since they came, against the line of what they cost. */
export function BreakEvenChart({ years, reading, made }: Props) {
  const { t } = useTranslation();
  const { money, count } = useFormat();
  const months = Math.max(0, ...years.map(({ values }) => values.length));
  const columns = [
    { label: t("cohort.axis"), format: count },
    ...years.map(({ year }) => ({ label: t("cohort.year", { year }), format: money })),
    ...years.map(({ year }) => ({ label: t("cohort.cacOf", { year }), format: money })),
  ];
  const rows = Array.from({ length: months }, (_, month) => [
    month,
    ...years.map(({ values }) => values[month] ?? null),
    ...years.map(({ cac }) => cac),
  ]);
  return (
    <Figure
      title={t("cohort.breakEven")}
      reading={reading}
      made={made}
      option={useOption(years)}
      table={{ columns, rows }}
      fileName="kundenwert-cohort-break-even"
      height={340}
    />
  );
}

function useOption(years: readonly CohortYear[]) {
  const { t } = useTranslation();
  const { money, shortMoney } = useFormat();
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const pooled = meanCost(years);
    const months = Math.max(0, ...years.map(({ values }) => values.length));
    const names = years.map(({ year }) => t("cohort.year", { year }));
    const say = ([point]: { dataIndex: number }[]) => {
      const month = point?.dataIndex ?? -1;
      const lines = years.map(({ values, cac }, i) =>
        t("cohort.said", { name: names[i], value: money(values[month]), cac: money(cac) }),
      );
      return tooltipText([t("cohort.month", { month }), ...lines]);
    };
    return {
      ...base,
      grid: { ...base.grid, top: 44, right: 84 },
      tooltip: { ...base.tooltip, formatter: say },
      legend: legendAbove(palette, names),
      xAxis: categoryAxis(
        palette,
        Array.from({ length: months }, (_, month) => String(month)),
        t("cohort.axis"),
      ),
      yAxis: valueAxis(palette, { format: shortMoney }),
      series: years.map(({ values }, at) => ({
        ...lineMarks(palette, at),
        name: names[at],
        data: values,
        ...(at === 0 ? { markLine: cacLine(pooled, palette, money) } : {}),
      })),
    };
  }, [years, money, shortMoney, palette, t]);
}

/** What a customer cost on average, as a line to be reached; the years' own costs are in the table. */
function cacLine(cac: number | null, { text }: Palette, format: (value: number) => string) {
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: text, type: "dotted", width: 1.5 },
    label: { formatter: cac === null ? "" : `CAC ${format(cac)}`, color: text, fontSize: 11 },
    data: cac === null ? [] : [{ yAxis: cac }],
  };
}

/** Mean cost over all customers of the years whose cost is known. */
function meanCost(years: readonly CohortYear[]): number | null {
  const known = years.filter(({ cac }) => cac !== null);
  const customers = known.reduce((sum, year) => sum + year.customers, 0);
  const cost = known.reduce((sum, year) => sum + (year.cac ?? 0) * year.customers, 0);
  return customers > 0 ? cost / customers : null;
}
