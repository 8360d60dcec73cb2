import { Group, SegmentedControl, Text, Title } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../components/DataTable.tsx";
import { rowText, type TableData } from "../components/table-data.ts";
import type { EventMark } from "../events/event-marks.ts";
import { Chart } from "./Chart.tsx";
import { Events, useEventReading, useEventText } from "./Events.tsx";
import { FigureExport } from "./FigureExport.tsx";
import { type Made, madeText } from "./made.ts";
import { usePalette } from "./palette.ts";
import { optionWithEvents, tableWithEvents } from "./with-events.ts";

type Props = {
  title: string;
  /** One sentence that says what the chart shows, computed from its figures. */
  reading: string;
  made: Made;
  option: EChartsCoreOption;
  /** The figures; a row for each point of the chart, in its order. */
  table: TableData;
  /** Without ending. */
  fileName: string;
  height?: number;
  /** Narrower screens scroll the drawing sideways, in pixels. */
  minWidth?: number;
  /** Where points are not numbered as the rows are: the names they have in the drawing. */
  pointNames?: readonly string[];
  /** What happened in the periods of a chart over time. */
  events?: readonly EventMark[];
};

const NO_EVENTS: readonly EventMark[] = [];

/** A chart with all that belongs to it: name, reading, origin, its figures, and files of them. */
export function Figure(props: Props) {
  const { title, made, fileName, height = 300, minWidth = 0, pointNames } = props;
  const { t } = useTranslation();
  const { option, table, reading, events } = useWithEvents(props);
  const [view, setView] = useState("chart");
  const drawing = useRef<EChartsType>(null);
  const id = useId();
  const isChart = view === "chart";
  return (
    <section className="kw-card kw-figure" aria-labelledby={id}>
      <div className="kw-figure-head">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t("figure.view", { title })}
          value={view}
          onChange={setView}
          data={[
            { value: "chart", label: t("figure.chart") },
            { value: "table", label: t("figure.table") },
          ]}
        />
      </div>
      <Text mb="sm" className="kw-reading">
        {reading}
      </Text>
      {isChart ? (
        <Chart
          option={option}
          label={`${title} ${reading}`}
          points={table.rows.map((row) => rowText(table, row))}
          height={height}
          minWidth={minWidth}
          pointNames={pointNames}
          drawing={drawing}
        />
      ) : (
        <DataTable data={table} label={title} />
      )}
      <Events marks={events} />
      <Group justify="space-between" mt="sm" gap="xs" align="flex-end">
        <Text size="xs" c="dimmed" className="kw-made">
          {madeText(made)}
        </Text>
        <FigureExport fileName={fileName} table={table} drawing={drawing} isChart={isChart} />
      </Group>
    </section>
  );
}

/** The chart, its table and its sentence with what happened in its periods. */
function useWithEvents({ option, table, reading, events = NO_EVENTS }: Props) {
  const { t } = useTranslation();
  const palette = usePalette();
  const tell = useEventText();
  const more = useEventReading(events);
  const marked = useMemo(
    () => optionWithEvents(option, events, palette, tell),
    [option, events, palette, tell],
  );
  return {
    option: marked,
    table: tableWithEvents(table, events, t("events.column"), tell),
    reading: `${reading}${more}`,
    events,
  };
}
