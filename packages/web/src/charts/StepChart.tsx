import { useMemo } from "react";
import type { TableData } from "../components/table-data.ts";
import type { EventMark } from "../events/event-marks.ts";
import { categoryAxis, chartBase, tooltipText } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { usePalette } from "./palette.ts";

/** Where something stood at a moment, and what a pointer over it says. */
export type Step = {
  readonly moment: string;
  readonly place: string;
  readonly lines: readonly string[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  steps: readonly Step[];
  /** From the top to the bottom. */
  places: readonly string[];
  table: TableData;
  fileName: string;
  events: readonly EventMark[];
};

/** A way through places over time: its height tells where, so that no colour has to. */
export function StepChart({ steps, places, ...rest }: Props) {
  return <Figure {...rest} option={useOption(steps, places)} height={100 + 30 * places.length} />;
}

function useOption(steps: readonly Step[], places: readonly string[]) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const { first, text, card } = palette;
    return {
      ...base,
      grid: { ...base.grid, top: 20 },
      tooltip: {
        ...base.tooltip,
        formatter: ([point]: { dataIndex: number }[]) =>
          tooltipText(steps[point?.dataIndex ?? -1]?.lines ?? []),
      },
      xAxis: categoryAxis(
        palette,
        steps.map(({ moment }) => moment),
      ),
      yAxis: {
        ...categoryAxis(palette, places),
        inverse: true,
        axisLine: { show: false },
        axisLabel: { color: text, fontSize: 12 },
        splitLine: { show: true, lineStyle: { color: palette.line } },
      },
      series: [
        {
          type: "line",
          step: "middle",
          data: steps.map(({ place }) => places.indexOf(place)),
          symbol: "rect",
          symbolSize: 8,
          lineStyle: { width: 3, color: first },
          itemStyle: { color: first, borderColor: card },
        },
      ],
    };
  }, [steps, places, palette]);
}
