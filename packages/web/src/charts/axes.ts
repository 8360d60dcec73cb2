import { SANS } from "../theme.ts";
import type { Palette } from "./palette.ts";

/** The labels of axes stay inside these, however long they are; the name of x stands below. */
const BOUNDS = { left: 4, right: 20, top: 28, bottom: 32 };
const MARGINS = { ...BOUNDS, outerBoundsMode: "same", outerBoundsContain: "axisLabel" };

/** What all of our charts have in common. */
export function chartBase({ text, card, line }: Palette) {
  return {
    animationDuration: 300,
    textStyle: { fontFamily: SANS, color: text },
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
    axisLabel: { color: dimmed, fontSize: 12, formatter: format, hideOverlap: true },
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
    axisLabel: { color: dimmed, fontSize: 12, hideOverlap: true },
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
