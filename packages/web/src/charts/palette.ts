import { useComputedColorScheme } from "@mantine/core";

/** Colours of a chart. The two series differ in hue and in lightness, also for the colour-blind. */
export type Palette = {
  readonly text: string;
  readonly dimmed: string;
  readonly line: string;
  readonly card: string;
  readonly first: string;
  readonly second: string;
  readonly soft: string;
};

const LIGHT: Palette = {
  text: "#1a2226",
  dimmed: "#55616a",
  line: "#dfe4e6",
  card: "#ffffff",
  first: "#14586b",
  second: "#c2700c",
  soft: "#a9d0d8",
};
const DARK: Palette = {
  text: "#e4eaec",
  dimmed: "#9dabb2",
  line: "#2d373d",
  card: "#1a2125",
  first: "#7cc3d3",
  second: "#f0b35a",
  soft: "#2d5a66",
};

export function usePalette(): Palette {
  return useComputedColorScheme("light") === "dark" ? DARK : LIGHT;
}
