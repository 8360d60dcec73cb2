import type { FigureQuery } from "@kundenwert/contract";
import type { Raw } from "../view.ts";

export type PeriodKind = NonNullable<FigureQuery["period"]>;
export type Dimension = NonNullable<FigureQuery["dimension"]>;

/** A dimension, and one of its members. */
export type Cut = {
  readonly by?: Dimension | undefined;
  readonly member?: string | undefined;
};

/** What the key figures are cut by, and what they are held against. */
export type FiguresSearch = Cut & {
  readonly figure?: string;
  readonly period?: PeriodKind;
  readonly compare?: "before" | "year";
};

const PERIODS = ["week", "month", "quarter", "year", "total"] as const;
/** What customers are cut by. */
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
/** Purchases, answers and contacts also tell where they took place. */
const DIMENSIONS = [
  ...CUSTOMER_DIMENSIONS.slice(1),
  "channel",
  "category",
  "contact_kind",
] as const;

/** A member counts only with its dimension. */
export function readCut({ by: name, member }: Raw): Cut {
  const by = DIMENSIONS.find((each) => each === name);
  if (!by) return {};
  return { by, ...(member === undefined ? {} : { member: String(member).slice(0, 200) }) };
}

export function readFiguresSearch(raw: Raw): FiguresSearch {
  const period = PERIODS.find((each) => each === raw.period);
  const { figure, compare } = raw;
  return {
    ...(typeof figure === "string" ? { figure: figure.slice(0, 60) } : {}),
    ...(period ? { period } : {}),
    ...readCut(raw),
    ...(compare === "year" ? { compare } : {}),
  };
}

export type CohortsSearch = Cut & {
  readonly kind?: "contracts";
  readonly measure?: "contribution";
};

export function readCohortsSearch(raw: Raw): CohortsSearch {
  return {
    ...readCut(raw),
    ...(raw.kind === "contracts" ? { kind: "contracts" as const } : {}),
    ...(raw.measure === "contribution" ? { measure: "contribution" as const } : {}),
  };
}

export type RecurringSearch = Cut & { readonly period?: "quarter" | "year" };

export function readRecurringSearch(raw: Raw): RecurringSearch {
  const { period } = raw;
  return { ...readCut(raw), ...(period === "quarter" || period === "year" ? { period } : {}) };
}
