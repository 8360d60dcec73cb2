import type { EChartsCoreOption } from "echarts/core";
import type { TableData } from "../components/table-data.ts";
import type { EventMark } from "../events/event-marks.ts";
import { tooltipText } from "./axes.ts";
import type { Palette } from "./palette.ts";

/** The events of a mark in words. */
type Tell = (mark: EventMark) => readonly string[];

type Axis = {
  readonly formatter?: (points: { dataIndex: number }[]) => string;
};

/** A chart over time with a line and a sign at each period in which something happened. */
export function optionWithEvents(
  option: EChartsCoreOption,
  marks: readonly EventMark[],
  palette: Palette,
  tell: Tell,
): EChartsCoreOption {
  if (marks.length === 0) return option;
  const tooltip = option.tooltip as Axis;
  const formatter = (points: { dataIndex: number }[]) => {
    const here = marks.filter(({ at }) => at === points[0]?.dataIndex);
    const said = tooltip.formatter?.(points) ?? "";
    return [said, ...here.map((mark) => tooltipText(tell(mark)))].join("<br>");
  };
  const line = {
    type: "line",
    data: [],
    silent: true,
    markLine: {
      silent: true,
      symbol: "none",
      animation: false,
      lineStyle: { color: palette.dimmed, type: [3, 3], width: 1 },
      // At the upper end, which is the first one where the axis begins above.
      label: {
        color: palette.text,
        fontSize: 11,
        distance: 2,
        formatter: "{b}",
        position: (option.yAxis as { inverse?: boolean }).inverse ? "start" : "end",
      },
      data: marks.map((mark) => drawn(mark, marks.length > READABLE)),
    },
  };
  const series = option.series as readonly object[];
  return { ...option, tooltip: { ...tooltip, formatter }, series: [...series, line] };
}

/** More signs than these run into one another. */
const READABLE = 12;

/** Among many marks, those that people noted stand out. */
function drawn({ at, day, sign, events }: EventMark, isCrowded: boolean) {
  const isFaint = isCrowded && events.every(({ id }) => id === null);
  return {
    xAxis: day ?? at,
    name: sign,
    ...(isFaint ? { label: { show: false }, lineStyle: { opacity: 0.35 } } : {}),
  };
}

/** The table of a chart with what happened as its last column. */
export function tableWithEvents(
  table: TableData,
  marks: readonly EventMark[],
  label: string,
  tell: Tell,
): TableData {
  if (marks.length === 0) return table;
  const told = (of: readonly EventMark[] = []) => of.flatMap(tell).join("; ") || null;
  const cells = Map.groupBy(marks, ({ at }) => at);
  return {
    columns: [...table.columns, { label }],
    rows: table.rows.map((row, at) => [...row, told(cells.get(at))]),
  };
}
