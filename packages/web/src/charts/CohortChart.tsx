import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CohortRow } from "../figures/cohort-rows.ts";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { type Palette, usePalette } from "./palette.ts";

const ROW = 20;
/** Below this width, in pixels, numbers would touch; the table has them. */
const NARROW = 640;
const UNLABELLED = { series: [{ label: { show: false } }] };

type Props = {
  title: string;
  reading: string;
  made: Made;
  rows: readonly CohortRow[];
  /** Names of the cohorts, in the order of the rows. */
  names: readonly string[];
  full: (value: number | null) => string;
  /** As little as fits into a cell. */
  cell: (value: number) => string;
  fileName: string;
};

/** The triangle of cohorts: a row each, a column for each month since they came. */
export function CohortChart(props: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { title, reading, made, rows, names, full, fileName } = props;
  const months = Math.max(0, ...rows.map(({ values }) => values.length));
  const columns = [
    { label: t("cohort.cohort") },
    { label: t("cohort.customers"), format: count },
    ...Array.from({ length: months }, (_, month) => ({
      label: t("cohort.monthShort", { month }),
      format: full,
    })),
  ];
  const table = rows.map(({ customers, values }, i) => [
    names[i] ?? "",
    customers,
    ...Array.from({ length: months }, (_, month) => values[month] ?? null),
  ]);
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{ columns, rows: table }}
      fileName={fileName}
      height={90 + ROW * rows.length}
    />
  );
}

function useOption({ rows, names, full, cell }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const data = rows.flatMap(({ values }, y) => values.map((value, x) => [x, y, value] as const));
    // Month 0 would leave no shades for the others: it is 100 % for all.
    const later = data.filter(([x]) => x > 0).map(([, , value]) => value);
    const [min, max] = [Math.min(...later, 0), Math.max(...later, Number.MIN_VALUE)];
    const months = Math.max(0, ...rows.map(({ values }) => values.length));
    const say = ({ value }: { value: readonly [number, number, number] }) => {
      const [month, y, amount] = value;
      const size = t("cohort.size", { count: rows[y]?.customers ?? 0 });
      return tooltipText([
        `${names[y]} · ${size}`,
        `${t("cohort.month", { month })}: ${full(amount)}`,
      ]);
    };
    const baseOption = {
      ...base,
      grid: { ...base.grid, top: 8, right: 4 },
      tooltip: { ...base.tooltip, trigger: "item", formatter: say },
      xAxis: {
        ...categoryAxis(
          palette,
          Array.from({ length: months }, (_, month) => String(month)),
          t("cohort.axis"),
        ),
        axisLine: { show: false },
      },
      yAxis: { ...categoryAxis(palette, names), inverse: true, axisLine: { show: false } },
      visualMap: { show: false, min, max, inRange: { color: palette.ramp }, dimension: 2 },
      series: [
        {
          type: "heatmap",
          data,
          itemStyle: { borderColor: palette.card, borderWidth: 1 },
          labelLayout: { hideOverlap: true },
          label: {
            show: true,
            fontSize: 10,
            formatter: ({ value }: { value: readonly [number, number, number] }) => cell(value[2]),
          },
          ...shade(palette),
        },
      ],
    };
    return { baseOption, media: [{ query: { maxWidth: NARROW }, option: UNLABELLED }] };
  }, [rows, names, full, cell, palette, t]);
}

function shade({ text }: Palette) {
  return { emphasis: { itemStyle: { borderColor: text, borderWidth: 2 } } };
}
