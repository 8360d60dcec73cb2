import { Group } from "@mantine/core";
import type { EChartsType } from "echarts/core";
import type { RefObject } from "react";
import { download } from "../components/download.ts";
import { FileButton } from "../components/FileButton.tsx";
import { TableFiles } from "../components/TableFiles.tsx";
import type { TableData } from "../components/table-data.ts";
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
  const { card } = usePalette();
  const withDrawing = (use: (chart: EChartsType) => void) => () => {
    if (drawing.current) use(drawing.current);
  };
  const png = withDrawing((chart) => {
    void pngOf(chart, card).then((picture) => download(picture, `${fileName}.png`));
  });
  const svg = withDrawing((chart) => download(svgOf(chart), `${fileName}.svg`));
  return (
    <Group gap={4}>
      <TableFiles table={table} fileName={fileName} />
      {isChart && (
        <>
          <FileButton label="PNG" onClick={png} />
          <FileButton label="SVG" onClick={svg} />
        </>
      )}
    </Group>
  );
}
