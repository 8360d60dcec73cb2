import { useMemo } from "react";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { usePalette } from "./palette.ts";

/** A group, its mean and the interval of the mean. */
type Group = {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What the comparison with the reference says. */
  readonly verdict: string;
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  groups: readonly Group[];
  names: Readonly<Record<"group" | "mean" | "low" | "high" | "verdict", string>>;
  full: (value: number | null) => string;
  short: (value: number | null) => string;
  count: (value: number | null) => string;
  fileName: string;
};

/** Means of groups with the intervals that chance leaves them. */
export function IntervalChart(props: Props) {
  const { title, reading, made, groups, names, full, count, fileName } = props;
  const columns = [
    { label: names.group },
    { label: "n", format: count },
    { label: names.mean, format: full },
    { label: names.low, format: full },
    { label: names.high, format: full },
    { label: names.verdict },
  ];
  const rows = groups.map(({ name, n, mean, low, high, verdict }) => [
    ...[name, n, mean, low, high, verdict],
  ]);
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{ columns, rows }}
      fileName={fileName}
      height={120 + 48 * groups.length}
    />
  );
}

type Api = {
  value(dimension: number): number;
  coord(point: readonly number[]): readonly [number, number];
};

function useOption({ groups, full, short, count }: Props) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const say = ([point]: { dataIndex: number }[]) => {
      const group = groups[point?.dataIndex ?? -1];
      if (!group) return "";
      const { name, n, mean, low, high } = group;
      return tooltipText([name, `${full(mean)} (${full(low)} – ${full(high)})`, `n = ${count(n)}`]);
    };
    return {
      ...base,
      grid: { ...base.grid, top: 8, right: 24 },
      tooltip: { ...base.tooltip, formatter: say },
      xAxis: { ...valueAxis(palette, { format: short }), splitNumber: 4 },
      yAxis: {
        ...categoryAxis(
          palette,
          groups.map(({ name, n }) => `${name}\nn = ${count(n)}`),
        ),
        inverse: true,
        axisLabel: { color: palette.text, fontSize: 12, lineHeight: 15 },
      },
      series: [
        {
          type: "bar",
          data: groups.map(({ mean }) => mean),
          barMaxWidth: 24,
          itemStyle: { color: palette.soft, borderColor: palette.first, borderWidth: 1 },
        },
        {
          type: "custom",
          silent: true,
          z: 3,
          encode: { x: [0, 1], y: 2 },
          data: groups.map(({ mean, low, high }, i) => [low ?? mean, high ?? mean, i]),
          renderItem: (_: unknown, api: Api) => whisker(api, palette.second),
        },
      ],
    };
  }, [groups, full, short, count, palette]);
}

/** A line from end to end of the interval, with a stroke at each end. */
function whisker(api: Api, color: string) {
  const [from, y] = api.coord([api.value(0), api.value(2)]);
  const [to] = api.coord([api.value(1), api.value(2)]);
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: "line",
    shape: { x1, y1, x2, y2 },
    style: { stroke: color, lineWidth: 2 },
  });
  const ends = [from, to].map((x) => line(x, y - 6, x, y + 6));
  return { type: "group", children: [line(from, y, to, y), ...ends] };
}
