import type { Palette } from "./palette.ts";

/** Signs and dashes that tell series apart without colour. */
const SYMBOLS = ["circle", "diamond", "triangle", "rect", "roundRect", "arrow"] as const;
const DASHES = ["solid", [7, 4], [2, 3], [10, 3, 2, 3], [1, 5], [14, 4]] as const;
/** Patterns that tell stacked bars apart without colour. */
const DECALS = [
  { symbol: "none" },
  { symbol: "line", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  {
    symbol: "circle",
    symbolSize: 0.5,
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
  },
  { symbol: "line", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { symbol: "line", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0 },
  { symbol: "line", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 2 },
] as const;

/** The colour of the series at a place. */
export function seriesColor({ series }: Palette, at: number): string {
  return series[at % series.length] as string;
}

/** The look of a line: colour, sign and dash of its own. */
export function lineMarks(palette: Palette, at: number) {
  const color = seriesColor(palette, at);
  return {
    type: "line",
    symbol: SYMBOLS[at % SYMBOLS.length],
    symbolSize: 7,
    lineStyle: { width: 2, color, type: DASHES[at % DASHES.length] },
    itemStyle: { color },
  };
}

/** The look of a bar: colour and pattern of its own. */
export function barMarks(palette: Palette, at: number) {
  const color = seriesColor(palette, at);
  const decal = { color: palette.card, ...DECALS[at % DECALS.length] };
  return { type: "bar", barMaxWidth: 48, itemStyle: { color, ...(at > 0 ? { decal } : {}) } };
}

/** An interval as a band behind a line: its lower end unseen, and its width on top. */
export function bandMarks(
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  color: string,
) {
  const unseen = {
    type: "line",
    stack: "interval",
    // Ends of both signs lie on one another too.
    stackStrategy: "all",
    symbol: "none",
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  const width = high.map((top, i) => {
    const bottom = low[i];
    return top === null || bottom === null || bottom === undefined ? null : top - bottom;
  });
  return [
    { ...unseen, data: low },
    { ...unseen, data: width, areaStyle: { color, opacity: 0.22 } },
  ];
}

/** The legend above a chart: one line that is paged where the screen is too narrow for it. */
export function legendAbove({ text, dimmed }: Palette, names: readonly string[]) {
  return {
    type: "scroll",
    data: [...names],
    top: 0,
    left: 0,
    itemGap: 18,
    textStyle: { color: text },
    inactiveColor: dimmed,
    pageIconColor: text,
    pageIconInactiveColor: dimmed,
    pageTextStyle: { color: dimmed },
  };
}
