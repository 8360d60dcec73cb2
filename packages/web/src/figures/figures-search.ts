import type { FigureQuery } from "@kundenwert/contract";
import type { Raw } from "../view.ts";

export type PeriodKind = NonNullable<FigureQuery["period"]>;
export type Dimension = NonNullable<FigureQuery["dimension"]>;

/** What the key figures are cut by, and what they are held against. */
export type FiguresSearch = {
  readonly figure?: string;
  readonly period?: PeriodKind;
  readonly by?: Dimension;
  readonly member?: string | undefined;
  readonly compare?: "before" | "year";
};

const PERIODS = ["week", "month", "quarter", "year", "total"] as const;
const DIMENSIONS = [
  "country",
  "region",
  "acquisition_channel",
  "entry_channel",
  "entry_category",
  "entry_product",
  "plan",
  "value_class",
  "referred",
  "channel",
  "category",
  "contact_kind",
] as const;

export function readFiguresSearch(raw: Raw): FiguresSearch {
  const period = PERIODS.find((each) => each === raw.period);
  const by = DIMENSIONS.find((each) => each === raw.by);
  const { figure, member, compare } = raw;
  return {
    ...(typeof figure === "string" ? { figure: figure.slice(0, 60) } : {}),
    ...(period ? { period } : {}),
    ...(by ? { by } : {}),
    ...(by && member !== undefined ? { member: String(member).slice(0, 200) } : {}),
    ...(compare === "year" ? { compare } : {}),
  };
}
