import { useMemo } from "react";
import type { TableData } from "../components/table-data.ts";
import { chartBase, tooltipText } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { type Palette, usePalette } from "./palette.ts";

/** A tile: its area is the size, its shade the value; both stand on it in words too. */
export type Tile = {
  readonly name: string;
  /** What it is called below the name of its group. */
  readonly label: string;
  /** What it is part of. */
  readonly group: string;
  readonly size: number;
  readonly value: number | null;
  /** What stands below the name. */
  readonly lines: readonly string[];
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  /** In the order of the rows of the table. */
  tiles: readonly Tile[];
  table: TableData;
  fileName: string;
};

/** Parts of a whole, group by group: the larger the tile the more, the darker the more valuable. */
export function TreemapChart({ tiles, table, ...rest }: Props) {
  return (
    <Figure
      {...rest}
      option={useOption(tiles)}
      table={table}
      pointNames={tiles.map(({ name }) => name)}
      height={520}
    />
  );
}

function useOption(tiles: readonly Tile[]) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const look = shades(tiles, palette);
    const groups = Map.groupBy(tiles, ({ group }) => group);
    const lines = new Map(tiles.map((tile) => [tile.name, tile.lines]));
    const labels = new Map(tiles.map(({ name, label }) => [name, label]));
    const node = (tile: Tile) => ({
      name: tile.name,
      value: tile.size,
      ...look(tile),
    });
    const data =
      groups.size === tiles.length
        ? tiles.map(node)
        : [...groups].map(([group, members]) => ({ name: group, children: members.map(node) }));
    return {
      ...base,
      tooltip: {
        ...base.tooltip,
        trigger: "item",
        formatter: ({ name }: { name: string }) => tooltipText([name, ...(lines.get(name) ?? [])]),
      },
      series: [
        {
          type: "treemap",
          data,
          ...FRAME,
          itemStyle: { borderColor: palette.card, borderWidth: 1, gapWidth: 1 },
          upperLabel: { show: groups.size < tiles.length, ...upper(palette) },
          label: {
            fontSize: 11,
            lineHeight: 14,
            overflow: "truncate",
            formatter: ({ name }: { name: string }) =>
              [labels.get(name) ?? name, ...(lines.get(name) ?? [])].join("\n"),
          },
          levels: [{ itemStyle: { gapWidth: 3, borderWidth: 0 }, upperLabel: { show: false } }],
        },
      ],
    };
  }, [tiles, palette]);
}

const FRAME = {
  left: 0,
  right: 0,
  top: 0,
  bottom: 0,
  roam: false,
  nodeClick: false,
  breadcrumb: { show: false },
};

function upper({ text, card }: Palette) {
  return { height: 20, color: text, fontSize: 12, fontWeight: 600, backgroundColor: card };
}

/** The lightest three shades take dark letters, the darkest takes light ones; the fourth neither. */
const STEPS = [0, 1, 2, 4] as const;

/** A quarter of the tiles each has one shade, by value. */
function shades(tiles: readonly Tile[], { ramp, text, card }: Palette) {
  const values = tiles
    .flatMap(({ value }) => (value === null ? [] : [value]))
    .sort((a, b) => a - b);
  return ({ value }: Tile) => {
    const below = value === null ? 0 : values.findIndex((each) => each >= value) / values.length;
    const step = STEPS[Math.min(STEPS.length - 1, Math.floor(below * STEPS.length))] ?? 0;
    return {
      itemStyle: { color: ramp[step] },
      label: { color: step === 4 ? card : text },
    };
  };
}
