import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { EventMark } from "../events/event-marks.ts";
import { useFormat } from "../i18n/format.ts";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { bandMarks, legendAbove } from "./marks.ts";
import { type Palette, usePalette } from "./palette.ts";

/** A period of a control chart; limits are null while it is too young for any. */
export type ControlPoint = {
  readonly period: string;
  readonly size: number;
  readonly moved: number;
  readonly share: number;
  readonly centre: number | null;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  /** What is unusual about it, in words. */
  readonly signalName: string | null;
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  points: readonly ControlPoint[];
  fileName: string;
  events?: readonly EventMark[];
};

/** A share by period between the limits of what is usual; what is not has a sign of its own. */
export function ControlChart(props: Props) {
  const { t } = useTranslation();
  const { percent, count } = useFormat();
  const { title, reading, made, points, fileName } = props;
  const share = (value: number | null) => percent(value);
  const columns = [
    { label: t("period.month") },
    { label: t("control.share"), format: share },
    { label: t("control.moved"), format: count },
    { label: "n", format: count },
    { label: t("control.centre"), format: share },
    { label: t("trend.low"), format: share },
    { label: t("trend.high"), format: share },
    { label: t("control.unusual") },
  ];
  const rows = points.map((point) => [
    point.period,
    point.share,
    point.moved,
    point.size,
    point.centre,
    point.lowerLimit,
    point.upperLimit,
    point.signalName,
  ]);
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(points)}
      table={{ columns, rows }}
      fileName={fileName}
      {...(props.events ? { events: props.events } : {})}
      height={320}
    />
  );
}

function useOption(points: readonly ControlPoint[]) {
  const { t } = useTranslation();
  const { percent, count } = useFormat();
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const names = [t("control.share"), t("control.centre"), t("control.unusual")] as const;
    const say = ([point]: { dataIndex: number }[]) => {
      const at = points[point?.dataIndex ?? -1];
      if (!at) return "";
      const { period, share, moved, size, lowerLimit, upperLimit, signalName } = at;
      const usual = `${percent(lowerLimit)} – ${percent(upperLimit)}`;
      return tooltipText([
        period,
        `${names[0]}: ${percent(share)} (${count(moved)} / ${count(size)})`,
        `${t("control.limits")}: ${usual}`,
        ...(signalName ? [`◆ ${signalName}`] : []),
      ]);
    };
    return {
      ...base,
      grid: { ...base.grid, top: 44 },
      tooltip: { ...base.tooltip, formatter: say },
      legend: legendAbove(palette, names),
      xAxis: categoryAxis(
        palette,
        points.map(({ period }) => period),
      ),
      yAxis: valueAxis(palette, { format: (value) => percent(value, 0) }),
      series: seriesOf(points, names, palette),
    };
  }, [points, palette, percent, count, t]);
}

function seriesOf(
  points: readonly ControlPoint[],
  names: readonly [string, string, string],
  palette: Palette,
) {
  return [
    {
      type: "line",
      name: names[0],
      data: points.map(({ share }) => share),
      symbol: "circle",
      symbolSize: 5,
      lineStyle: { width: 2, color: palette.first },
      itemStyle: { color: palette.first },
      z: 3,
    },
    {
      type: "line",
      name: names[1],
      data: points.map(({ centre }) => centre),
      symbol: "none",
      lineStyle: { width: 1.5, type: [7, 4], color: palette.dimmed },
      itemStyle: { color: palette.dimmed },
    },
    {
      type: "line",
      name: names[2],
      data: points.map(({ share, signalName }) => (signalName ? share : null)),
      symbol: "diamond",
      symbolSize: 13,
      lineStyle: { opacity: 0 },
      itemStyle: { color: palette.second, borderColor: palette.card, borderWidth: 1 },
      z: 4,
    },
    ...bandMarks(
      points.map(({ lowerLimit }) => lowerLimit),
      points.map(({ upperLimit }) => upperLimit),
      palette.first,
    ),
  ];
}
