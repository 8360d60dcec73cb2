import { useMemo } from "react";
import type { TableData } from "../components/table-data.ts";
import { chartBase, tooltipText } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { type Palette, usePalette } from "./palette.ts";

/** A group at a moment, or the knot that rare ways pass through. */
export type AlluvialNode = {
  readonly id: string;
  readonly name: string;
  /** Which moment, from 0; half ways for knots. */
  readonly column: number;
  /** Place in the order of colours; the last is for what is grouped. */
  readonly color: number;
};

/** How many went from one to another. */
export type AlluvialLink = {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly look: "up" | "down" | "plain";
  readonly lines: readonly string[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  /** Names of the moments, the earliest first. */
  columns: readonly string[];
  nodes: readonly AlluvialNode[];
  links: readonly AlluvialLink[];
  table: TableData;
  fileName: string;
};

/** Groups unrolled over time, so that ways back are ways like others. */
export function AlluvialChart({ columns, nodes, links, ...rest }: Props) {
  return (
    <Figure
      {...rest}
      option={useOption(columns, nodes, links)}
      // Rows of the table are ways of one period: there is no point to go to.
      pointNames={[]}
      height={560}
      minWidth={160 * columns.length}
    />
  );
}

function useOption(
  columns: readonly string[],
  nodes: readonly AlluvialNode[],
  links: readonly AlluvialLink[],
) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    const last = columns.length - 1;
    return {
      ...base,
      graphic: columns.map((text, at) => heading(text, at, last, palette)),
      tooltip: {
        ...base.tooltip,
        trigger: "item",
        formatter: ({
          name,
          data,
          value,
        }: {
          name: string;
          data: { lines?: string[] };
          value: number;
        }) => tooltipText(data.lines ?? [`${names.get(name)}: ${value}`]),
      },
      series: [
        {
          type: "sankey",
          left: 0,
          right: 0,
          top: 28,
          bottom: 4,
          nodeWidth: 12,
          nodeGap: 8,
          layoutIterations: 0,
          draggable: false,
          emphasis: { focus: "adjacency" },
          data: nodes.map(({ id, column, color }) => ({
            name: id,
            depth: 2 * column,
            itemStyle: { color: palette.series[color], borderWidth: 0 },
            label: {
              // In between the names would lie on one another; colour and order are the same.
              show: column === 0 || column === last,
              position: column === last ? "left" : "right",
              color: palette.text,
              fontSize: 11,
              formatter: () => names.get(id) ?? "",
            },
          })),
          links: links.map((link) => drawn(link, palette)),
        },
      ],
    };
  }, [columns, nodes, links, palette]);
}

function heading(text: string, at: number, last: number, { dimmed }: Palette) {
  const place = at === last ? { right: 8 } : { left: `${(100 * at) / last}%` };
  return { type: "text", top: 4, ...place, style: { text, fill: dimmed, fontSize: 12 } };
}

function drawn({ from, to, size, look, lines }: AlluvialLink, { series }: Palette) {
  const color = { up: series[3], down: series[1], plain: series[5] }[look];
  const lineStyle = { color, opacity: look === "plain" ? 0.22 : 0.5, curveness: 0.5 };
  return { source: from, target: to, value: size, lines, lineStyle };
}
