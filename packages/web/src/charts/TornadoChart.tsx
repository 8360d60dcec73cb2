import { useMemo } from "react";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { usePalette } from "./palette.ts";

/** A lever and what moving it brings, in one customer and in all. */
type Lever = { readonly name: string; readonly effect: number; readonly total: number };

type Props = {
  title: string;
  reading: string;
  made: Made;
  levers: readonly Lever[];
  names: { readonly lever: string; readonly effect: string; readonly total: string };
  full: (value: number | null) => string;
  short: (value: number | null) => string;
  fileName: string;
};

/** Levers by the strength of what they move, the strongest on top. */
export function TornadoChart(props: Props) {
  const { title, reading, made, levers, names, full, fileName } = props;
  const columns = [
    { label: names.lever },
    { label: names.effect, format: full },
    { label: names.total, format: full },
  ];
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{ columns, rows: levers.map(({ name, effect, total }) => [name, effect, total]) }}
      fileName={fileName}
      height={80 + 38 * levers.length}
    />
  );
}

function useOption({ levers, full, short, names }: Props) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const say = ([point]: { dataIndex: number }[]) => {
      const lever = levers[point?.dataIndex ?? -1];
      if (!lever) return "";
      const { name, effect, total } = lever;
      return tooltipText([
        name,
        `${names.effect}: ${full(effect)}`,
        `${names.total}: ${full(total)}`,
      ]);
    };
    return {
      ...base,
      grid: { ...base.grid, top: 8, right: 72 },
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: { ...valueAxis(palette, { format: short }), splitNumber: 3 },
      yAxis: {
        ...categoryAxis(
          palette,
          levers.map(({ name }) => name),
        ),
        inverse: true,
        axisLabel: {
          color: palette.text,
          fontSize: 12,
          lineHeight: 14,
          width: 150,
          overflow: "break",
        },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 22,
          data: levers.map(({ total }) => total),
          itemStyle: { color: palette.first, borderRadius: [0, 3, 3, 0] },
          label: {
            show: true,
            position: "right",
            color: palette.text,
            fontSize: 11,
            formatter: ({ value }: { value: number }) => short(value),
          },
        },
      ],
    };
  }, [levers, full, short, names, palette]);
}
