import { createTheme } from "@mantine/core";

/** Fonts of the reader's own system; charts measure their texts in them too. */
// Unquoted: a quote would end the attribute in the file of a chart.
export const SANS =
  "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Noto Sans, Liberation Sans, Arial, sans-serif";

/** Calm surfaces, one accent. Shades were chosen so that text on them has a contrast of 4.5 : 1. */
export const theme = createTheme({
  fontFamily: SANS,
  headings: { fontFamily: SANS, fontWeight: "600" },
  colors: {
    petrol: [
      "#e9f4f6",
      "#d3e7eb",
      "#a9d0d8",
      "#7cb8c5",
      "#549fb0",
      "#35889b",
      "#217387",
      "#14586b",
      "#0f4757",
      "#093642",
    ],
    // Blue-grey, so that fields and buttons match the surfaces of styles.css.
    dark: [
      "#e4eaec",
      "#b6c2c8",
      "#9dabb2",
      "#74828a",
      "#3b474e",
      "#2d373d",
      "#232c31",
      "#1a2125",
      "#151b1f",
      "#12171a",
    ],
  },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: "md",
  cursorType: "pointer",
});
