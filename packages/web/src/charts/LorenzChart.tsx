import type { LorenzPoint, ValueDistribution } from "@kundenwert/contract";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format.ts";
import { chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import { usePalette } from "./palette.ts";
import { useMadeOf } from "./use-made-of.ts";

/** The share of value that the most valuable customers hold, against an even spread. */
export function LorenzChart({ distribution }: { distribution: ValueDistribution }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  const { lorenz, gini } = distribution;
  const percent0 = (share: number | null) => percent(share, 0);
  const reading = t("lorenz.reading", {
    top: percent0(0.2),
    share: percent0(valueOfTop(lorenz, 0.2)),
    half: percent(customersForHalf(lorenz), 0),
    gini: number(gini),
  });
  const columns = [
    { label: t("lorenz.customers"), format: (value: number | null) => percent(value) },
    { label: t("lorenz.value"), format: (value: number | null) => percent(value) },
  ];
  const rows = lorenz.map(({ customers, value }) => [customers, value]);
  return (
    <Figure
      title={t("lorenz.title")}
      reading={reading}
      made={useMadeOf(distribution)}
      option={useOption(lorenz)}
      table={{ columns, rows }}
      fileName={`kundenwert-lorenz-${distribution.asOf}`}
      height={320}
    />
  );
}

function useOption(lorenz: readonly LorenzPoint[]) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const palette = usePalette();
  return useMemo(() => {
    const share = (value: number) => percent(value, 0);
    const line = { type: "line", showSymbol: false };
    const base = chartBase(palette);
    const say = ([point]: { value: [number, number] }[]) =>
      point
        ? tooltipText([
            t("lorenz.point", { customers: share(point.value[0]), value: percent(point.value[1]) }),
          ])
        : "";
    return {
      ...base,
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: {
        ...valueAxis(palette, { format: share }),
        name: t("lorenz.axis"),
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: palette.dimmed },
        max: 1,
        splitLine: { show: false },
      },
      yAxis: { ...valueAxis(palette, { format: share }), name: t("lorenz.value"), max: 1 },
      series: [
        {
          ...line,
          name: t("lorenz.value"),
          data: lorenz.map(({ customers, value }) => [customers, value]),
          lineStyle: { width: 3, color: palette.first },
          itemStyle: { color: palette.first },
          areaStyle: { color: palette.soft, opacity: 0.35 },
        },
        {
          ...line,
          name: t("lorenz.even"),
          data: [
            [0, 0],
            [1, 1],
          ],
          lineStyle: { width: 1.5, type: "dashed", color: palette.dimmed },
          itemStyle: { color: palette.dimmed },
          tooltip: { show: false },
        },
      ],
    };
  }, [lorenz, palette, percent, t]);
}

/** Share of value that the first `share` of customers hold, between two points of the curve. */
function valueOfTop(points: readonly LorenzPoint[], share: number): number | null {
  const after = points.findIndex(({ customers }) => customers >= share);
  const [low, high] = [points[Math.max(0, after - 1)], points[after]];
  if (!low || !high) return null;
  const width = high.customers - low.customers;
  const part = width > 0 ? (share - low.customers) / width : 1;
  return low.value + part * (high.value - low.value);
}

/** The share of customers that together hold half of the value. */
function customersForHalf(points: readonly LorenzPoint[]): number | null {
  return points.find(({ value }) => value >= 0.5)?.customers ?? null;
}
