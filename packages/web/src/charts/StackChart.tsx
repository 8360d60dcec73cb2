import { useMemo } from "react";
import type { EventMark } from "../events/event-marks.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { barMarks, legendAbove } from "./marks.ts";
import { usePalette } from "./palette.ts";

/** A part of every bar, in the order of the bars. */
type Part = {
  readonly name: string;
  readonly values: readonly (number | null)[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  /** Name of the first column. */
  axis: string;
  bars: readonly string[];
  parts: readonly Part[];
  /** Further columns of the table that are not drawn. */
  also?: readonly (Part & { format: (value: number | null) => string })[];
  full: (value: number | null) => string;
  short: (value: number | null) => string;
  fileName: string;
  events?: readonly EventMark[];
  max?: number;
};

/** Bars of several parts; what is negative hangs below zero. */
export function StackChart(props: Props) {
  const { title, reading, made, axis, bars, parts, also = [], full, fileName } = props;
  const columns = [
    ...parts.map(({ name, values }) => ({ label: name, format: full, values })),
    ...also.map(({ name, values, format }) => ({ label: name, format, values })),
  ];
  const rows = bars.map((bar, i) => [bar, ...columns.map(({ values }) => values[i] ?? null)]);
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{ columns: [{ label: axis }, ...columns], rows }}
      fileName={fileName}
      {...(props.events ? { events: props.events } : {})}
      height={360}
    />
  );
}

function useOption({ bars, parts, also = [], full, short, max }: Props) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const say = ([point]: { dataIndex: number }[]) => {
      const at = point?.dataIndex ?? -1;
      const lines = parts.map(({ name, values }) => `${name}: ${full(values[at] ?? null)}`);
      const more = also.map(({ name, values, format }) => `${name}: ${format(values[at] ?? null)}`);
      return tooltipText([bars[at] ?? "", ...lines, ...more]);
    };
    return {
      ...base,
      grid: { ...base.grid, top: 48 },
      tooltip: { ...base.tooltip, formatter: say },
      legend: legendAbove(
        palette,
        parts.map(({ name }) => name),
      ),
      xAxis: { ...categoryAxis(palette, bars), axisLine: { onZero: false, show: false } },
      yAxis: { ...valueAxis(palette, { format: short }), ...(max === undefined ? {} : { max }) },
      series: parts.map(({ name, values }, at) => ({
        ...barMarks(palette, at),
        name,
        stack: "parts",
        data: values,
      })),
    };
  }, [bars, parts, also, full, short, max, palette]);
}
