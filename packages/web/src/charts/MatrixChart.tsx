import { useMemo } from "react";
import type { TableData } from "../components/table-data.ts";
import { chartBase, tooltipText } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { type Palette, usePalette } from "./palette.ts";

/** A cell of a matrix: how dark it is, and what stands in it. */
export type MatrixCell = {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
  readonly text: string;
  /** What a pointer over it says. */
  readonly lines: readonly string[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  rows: readonly string[];
  columns: readonly string[];
  /** In the order of the rows of the table. */
  cells: readonly MatrixCell[];
  table: TableData;
  fileName: string;
};

const ROW = 46;
const COLUMN = 78;
const NAMES = 140;

/** From the rows to the columns: the darker the more; every cell says its number and its sign. */
export function MatrixChart({ rows, columns, cells, ...rest }: Props) {
  return (
    <Figure
      {...rest}
      option={useOption(rows, columns, cells)}
      height={64 + ROW * rows.length}
      minWidth={NAMES + COLUMN * columns.length}
    />
  );
}

function useOption(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly MatrixCell[],
) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const steps = stepsOf(cells);
    const { text, card, ramp } = palette;
    const data = cells.map(({ row, column }, at) => ({
      value: [column, row, steps[at]],
      label: { color: steps[at] === LAST ? card : text },
    }));
    return {
      ...base,
      grid: { left: NAMES, right: 0, top: 60, bottom: 4 },
      tooltip: {
        ...base.tooltip,
        trigger: "item",
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          tooltipText(cells[dataIndex]?.lines ?? []),
      },
      xAxis: { ...names(palette, columns, COLUMN - 1), position: "top" },
      yAxis: { ...names(palette, rows, NAMES - 12), inverse: true },
      visualMap: {
        show: false,
        dimension: 2,
        min: 0,
        max: LAST,
        inRange: { color: [ramp[0], ramp[1], ramp[2], ramp[4]] },
      },
      series: [
        {
          type: "heatmap",
          data,
          itemStyle: { borderColor: card, borderWidth: 1 },
          emphasis: { itemStyle: { borderColor: text, borderWidth: 2 } },
          label: {
            show: true,
            fontSize: 10,
            lineHeight: 13,
            formatter: ({ dataIndex }: { dataIndex: number }) => cells[dataIndex]?.text ?? "",
          },
        },
      ],
    };
  }, [rows, columns, cells, palette]);
}

/** The darkest of four shades; letters are light on it, and dark on the others. */
const LAST = 3;

/** A quarter of the cells that are not zero has each shade. */
function stepsOf(cells: readonly MatrixCell[]): number[] {
  const weights = cells.flatMap(({ weight }) => (weight > 0 ? [weight] : [])).sort((a, b) => a - b);
  return cells.map(({ weight }) => {
    if (weight <= 0) return 0;
    const below = weights.findIndex((each) => each >= weight) / weights.length;
    return Math.min(LAST, Math.floor(below * (LAST + 1)));
  });
}

function names({ text, line }: Palette, data: readonly string[], width: number) {
  return {
    type: "category",
    data,
    axisTick: { show: false },
    axisLine: { show: false, lineStyle: { color: line } },
    axisLabel: { color: text, fontSize: 11, lineHeight: 14, interval: 0, width, overflow: "break" },
  };
}
