import { useComputedColorScheme } from "@mantine/core";

/** Colours of a chart. Series differ in hue and in lightness, and never in colour alone. */
export type Palette = {
  readonly text: string;
  readonly dimmed: string;
  readonly line: string;
  readonly card: string;
  readonly first: string;
  readonly second: string;
  readonly soft: string;
  /** For several series; each also has a sign or a pattern of its own. */
  readonly series: readonly string[];
  /** From little to much. */
  readonly ramp: readonly string[];
};

const LIGHT: Palette = {
  text: "#1a2226",
  dimmed: "#55616a",
  line: "#dfe4e6",
  card: "#ffffff",
  first: "#14586b",
  second: "#c2700c",
  soft: "#a9d0d8",
  series: ["#14586b", "#c2700c", "#7a4fa3", "#2e7d4f", "#a3262a", "#6b7780"],
  ramp: ["#f3f8f9", "#cfe4e9", "#8fc1cd", "#3f8ea2", "#14586b"],
};
const DARK: Palette = {
  text: "#e4eaec",
  dimmed: "#9dabb2",
  line: "#2d373d",
  card: "#1a2125",
  first: "#7cc3d3",
  second: "#f0b35a",
  soft: "#2d5a66",
  series: ["#7cc3d3", "#f0b35a", "#bda3e3", "#7ccf98", "#f0928f", "#9dabb2"],
  ramp: ["#1f2a2f", "#234550", "#2f6a7a", "#4c9bad", "#9bdbe8"],
};

export function usePalette(): Palette {
  return useComputedColorScheme("light") === "dark" ? DARK : LIGHT;
}
