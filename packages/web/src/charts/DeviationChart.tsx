import { useMemo } from "react";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { barMarks } from "./marks.ts";
import { usePalette } from "./palette.ts";

/** A measure of one group beside that of all; both as they are written. */
type Deviation = {
  readonly name: string;
  readonly own: string;
  readonly all: string;
  /** The one over the other, less 1. */
  readonly difference: number;
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  deviations: readonly Deviation[];
  names: Readonly<Record<"measure" | "own" | "all" | "difference", string>>;
  /** A difference with its sign. */
  full: (value: number | null) => string;
  fileName: string;
};

/** In what a group differs from all: bars to the right for more, hatched ones to the left for less. */
export function DeviationChart(props: Props) {
  const { title, reading, made, deviations, names, full, fileName } = props;
  const columns = [
    { label: names.measure },
    { label: names.own },
    { label: names.all },
    { label: names.difference, format: full },
  ];
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{
        columns,
        rows: deviations.map(({ name, own, all, difference }) => [name, own, all, difference]),
      }}
      fileName={fileName}
      height={70 + 42 * deviations.length}
    />
  );
}

function useOption({ deviations, names, full }: Props) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const axis = valueAxis(palette, { format: full });
    const say = ([point]: { dataIndex: number }[]) => {
      const at = deviations[point?.dataIndex ?? -1];
      if (!at) return "";
      const { name, own, all, difference } = at;
      return tooltipText([name, `${names.own}: ${own}`, `${names.all}: ${all}`, full(difference)]);
    };
    return {
      ...base,
      grid: { ...base.grid, top: 8, right: 48 },
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: {
        ...axis,
        // Room for the numbers beside the longest bars.
        boundaryGap: [0, "18%"],
        splitNumber: 3,
        axisLabel: { ...axis.axisLabel, hideOverlap: true },
      },
      yAxis: {
        ...categoryAxis(
          palette,
          deviations.map(({ name }) => name),
        ),
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          color: palette.text,
          fontSize: 12,
          lineHeight: 14,
          width: 130,
          overflow: "break",
        },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 22,
          data: deviations.map(({ difference }) => ({
            value: difference,
            itemStyle: barMarks(palette, difference < 0 ? 1 : 0).itemStyle,
          })),
          label: {
            show: true,
            // Of what is less, beyond zero: on its own side the names stand.
            position: "right",
            color: palette.text,
            fontSize: 11,
            formatter: ({ value }: { value: number }) => full(value),
          },
        },
      ],
    };
  }, [deviations, names, full, palette]);
}
