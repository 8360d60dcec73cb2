import type { PeriodKind } from "../period.ts";

/** How a value is written. points: -100 to 100; ratio: times; number: a mean of counts. */
type FigureUnit =
  | "money"
  | "count"
  | "share"
  | "number"
  | "points"
  | "ratio"
  | "months"
  | "minutes";

/** What amounts a figure rests on; the workspace's settings say whether they are net or gross. */
type FigureBasis = "revenue" | "contribution" | "fees" | "costs" | "none";

/** What the customer is, as known on the last day that counts. */
export const CUSTOMER_DIMENSIONS = [
  "all",
  "country",
  "region",
  "acquisition_channel",
  "entry_channel",
  "entry_category",
  "entry_product",
  "plan",
  "value_class",
  "referred",
] as const;
/** What a purchase, an answer or a contact itself says of where it took place. */
const EVENT_DIMENSIONS = ["channel", "category", "contact_kind"] as const;
export const DIMENSIONS = [...CUSTOMER_DIMENSIONS, ...EVENT_DIMENSIONS] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A figure in words, of one language. */
export type FigureText = {
  readonly label: string;
  readonly meaning: string;
  readonly formula: string;
  readonly example: string;
};

/** A key figure: what it is, where it is told, and how it is worked. Its SQL is in sql/figures. */
export type Figure = {
  readonly name: string;
  readonly family: string;
  readonly unit: FigureUnit;
  readonly basis: FigureBasis;
  readonly dimensions: readonly Dimension[];
  readonly periods: readonly PeriodKind[];
  /** Share of cases that the interval holds, where the figure is an estimate. */
  readonly interval?: number;
  readonly en: FigureText;
  readonly de: FigureText;
};

/** What all figures of a family have in common; each may say otherwise. */
export type Family = Pick<Figure, "family" | "unit" | "basis" | "dimensions" | "periods">;

type Words = readonly [label: string, meaning: string, formula: string, example: string];

/** A figure of a family, in English and German. */
export function defineFigure(
  name: string,
  family: Family & Pick<Figure, "interval">,
  english: Words,
  german: Words,
): Figure {
  return { name, ...family, en: words(english), de: words(german) };
}

function words([label, meaning, formula, example]: Words): FigureText {
  return { label, meaning, formula, example };
}
