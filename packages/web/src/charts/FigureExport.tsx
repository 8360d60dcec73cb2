import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { EChartsType } from "echarts/core";
import type { RefObject } from "react";
import { download } from "../components/download.ts";
import { type TableData, toCsv } from "../components/table-data.ts";
import { useFormat } from "../i18n/format.ts";
import { usePalette } from "./palette.ts";
import { pngOf, svgOf } from "./picture.ts";

type Props = {
  fileName: string;
  table: TableData;
  drawing: RefObject<EChartsType | null>;
  isChart: boolean;
};

/** The figures as CSV; the chart as PNG and SVG while it is shown. */
export function FigureExport({ fileName, table, drawing, isChart }: Props) {
  const { locale } = useFormat();
  const { card } = usePalette();
  const withDrawing = (use: (chart: EChartsType) => void) => () => {
    if (drawing.current) use(drawing.current);
  };
  const png = withDrawing((chart) => {
    void pngOf(chart, card).then((picture) => download(picture, `${fileName}.png`));
  });
  const svg = withDrawing((chart) => download(svgOf(chart), `${fileName}.svg`));
  const csv = () => download(toCsv(table, locale), `${fileName}.csv`);
  const files = [
    { label: "CSV", save: csv },
    ...(isChart
      ? [
          { label: "PNG", save: png },
          { label: "SVG", save: svg },
        ]
      : []),
  ];
  return (
    <Group gap={4}>
      {files.map(({ label, save }) => (
        <Button
          key={label}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={13} aria-hidden />}
          onClick={save}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
