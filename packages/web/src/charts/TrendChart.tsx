import { useMemo } from "react";
import type { EventMark } from "../events/event-marks.ts";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { bandMarks, legendAbove, lineMarks, seriesColor } from "./marks.ts";
import { usePalette } from "./palette.ts";

/** One line; its points stand in the order of the periods, null where there is none. */
export type Trend = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  readonly n?: readonly (number | null)[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  /** Name of the first column. */
  axis: string;
  periods: readonly string[];
  trends: readonly Trend[];
  full: (value: number | null) => string;
  short: (value: number | null) => string;
  fileName: string;
  events?: readonly EventMark[];
  names: { readonly low: string; readonly high: string };
};

/** Figures over time, one line each, with intervals where there is one line. */
export function TrendChart(props: Props) {
  const { count } = useFormat();
  const { title, reading, made, axis, periods, trends, full, fileName, names } = props;
  const alone = trends.length === 1;
  const columns = trends.flatMap((trend) => [
    { label: trend.name, format: full, cells: trend.values },
    ...(trend.low
      ? [{ label: label(names.low, trend, alone), format: full, cells: trend.low }]
      : []),
    ...(trend.high
      ? [{ label: label(names.high, trend, alone), format: full, cells: trend.high }]
      : []),
    ...(trend.n ? [{ label: label("n", trend, alone), format: count, cells: trend.n }] : []),
  ]);
  const rows = periods.map((period, i) => [
    period,
    ...columns.map(({ cells }) => cells[i] ?? null),
  ]);
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{ columns: [{ label: axis }, ...columns], rows }}
      fileName={fileName}
      {...(props.events ? { events: props.events } : {})}
      height={340}
    />
  );
}

function label(name: string, trend: Trend, alone: boolean): string {
  return alone ? name : `${name} (${trend.name})`;
}

function useOption({ periods, trends, full, short }: Props) {
  const palette = usePalette();
  const { count } = useFormat();
  return useMemo(() => {
    const base = chartBase(palette);
    const say = ([point]: { dataIndex: number }[]) => {
      const at = point?.dataIndex ?? -1;
      return tooltipText([periods[at] ?? "", ...trends.map((trend) => sayTrend(trend, at))]);
    };
    const sayTrend = ({ name, values, low, high, n }: Trend, at: number) => {
      const interval = low?.[at] != null ? ` (${full(low[at])} – ${full(high?.[at] ?? null)})` : "";
      const cases = n?.[at] != null ? ` · n = ${count(n[at])}` : "";
      return `${name}: ${full(values[at] ?? null)}${interval}${cases}`;
    };
    const lines = trends.map((trend, at) => ({
      ...lineMarks(palette, at),
      name: trend.name,
      data: trend.values,
      showSymbol: periods.length <= 40,
      z: 3,
    }));
    const bands = trends.flatMap(({ low, high }, at) =>
      low && high && trends.length === 1 ? bandMarks(low, high, seriesColor(palette, at)) : [],
    );
    return {
      ...base,
      grid: { ...base.grid, top: trends.length > 1 ? 48 : 20 },
      tooltip: { ...base.tooltip, formatter: say },
      legend:
        trends.length > 1
          ? legendAbove(
              palette,
              trends.map(({ name }) => name),
            )
          : undefined,
      xAxis: categoryAxis(palette, periods),
      yAxis: { ...valueAxis(palette, { format: short }), scale: true },
      series: [...lines, ...bands],
    };
  }, [periods, trends, full, short, palette, count]);
}
