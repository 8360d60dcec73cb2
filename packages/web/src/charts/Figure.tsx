import { Group, SegmentedControl, Text, Title } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../components/DataTable.tsx";
import type { TableData } from "../components/table-data.ts";
import { Chart } from "./Chart.tsx";
import { FigureExport } from "./FigureExport.tsx";

type Props = {
  title: string;
  /** One sentence that says what the chart shows, computed from its figures. */
  reading: string;
  /** Period, number of customers, basis, method: what the figures are made of. */
  made: readonly string[];
  option: EChartsCoreOption;
  table: TableData;
  /** Without ending. */
  fileName: string;
  height?: number;
};

/** A chart with all that belongs to it: name, reading, origin, its figures, and files of them. */
export function Figure({ title, reading, made, option, table, fileName, height = 300 }: Props) {
  const { t } = useTranslation();
  const [view, setView] = useState("chart");
  const drawing = useRef<EChartsType>(null);
  const id = useId();
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
      {view === "chart" ? (
        <Chart option={option} label={`${title} ${reading}`} height={height} drawing={drawing} />
      ) : (
        <DataTable data={table} label={title} />
      )}
      <Group justify="space-between" mt="sm" gap="xs" align="flex-end">
        <Text size="xs" c="dimmed" className="kw-made">
          {made.join(" · ")}
        </Text>
        <FigureExport
          fileName={fileName}
          table={table}
          drawing={drawing}
          isChart={view === "chart"}
        />
      </Group>
    </section>
  );
}
