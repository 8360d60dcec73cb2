import type { Palette } from "./palette.ts";

const MARGINS = { left: 8, right: 16, top: 24, bottom: 8, containLabel: true };

/** What all of our charts have in common. */
export function chartBase({ text, card, line }: Palette) {
  return {
    animationDuration: 300,
    textStyle: { fontFamily: "inherit", color: text },
    grid: MARGINS,
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: card,
      borderColor: line,
      textStyle: { color: text, fontSize: 13 },
    },
  };
}

type AxisOptions = { readonly name?: string; readonly format: (value: number) => string };

export function valueAxis({ dimmed, line }: Palette, { name, format }: AxisOptions) {
  return {
    type: "value",
    name,
    nameTextStyle: { color: dimmed, align: "left", padding: [0, 0, 0, -30] },
    axisLabel: { color: dimmed, formatter: format },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: line } },
  };
}

export function categoryAxis({ dimmed, line }: Palette, data: readonly string[], name?: string) {
  return {
    type: "category",
    data,
    name,
    nameLocation: "middle",
    nameGap: 30,
    nameTextStyle: { color: dimmed },
    axisLabel: { color: dimmed, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: line } },
  };
}

/** Lines of a tooltip, as text only: a customer id must not become markup. */
export function tooltipText(lines: readonly string[]): string {
  const safe = lines.map((line) =>
    line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  );
  return safe.join("<br>");
}
