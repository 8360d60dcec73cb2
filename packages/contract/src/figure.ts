import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Suppression } from "./suppression.ts";
import { Day } from "./units.ts";

/** The kinds of periods that figures are told of. */
export const PeriodKind = Type.Union([
  Type.Literal("week"),
  Type.Literal("month"),
  Type.Literal("quarter"),
  Type.Literal("year"),
  Type.Literal("total"),
]);

const Dimension = Type.Union(
  [
    Type.Literal("all"),
    Type.Literal("country"),
    Type.Literal("region"),
    Type.Literal("acquisition_channel"),
    Type.Literal("entry_channel"),
    Type.Literal("entry_category"),
    Type.Literal("entry_product"),
    Type.Literal("plan"),
    Type.Literal("value_class"),
    Type.Literal("referred"),
    Type.Literal("channel"),
    Type.Literal("category"),
    Type.Literal("contact_kind"),
  ],
  { description: "what customers, or the events themselves, are cut by" },
);

const FigureText = Type.Object({
  label: Type.String(),
  meaning: Type.String(),
  formula: Type.String(),
  example: Type.String(),
});

/** What a key figure is; each is defined once, in two languages. */
export const FigureDefinition = Type.Object({
  name: Type.String(),
  family: Type.String(),
  unit: Type.String({
    description: "money, count, share, number, points, ratio, months or minutes",
  }),
  basis: Type.String({ description: "revenue, contribution, fees, costs or none" }),
  dimensions: Type.Array(Dimension),
  periods: Type.Array(PeriodKind),
  interval: Nullable(Type.Number({ description: "share of cases that low to high hold" })),
  en: FigureText,
  de: FigureText,
});
export type FigureDefinition = Static<typeof FigureDefinition>;

export const FigureCatalogue = Type.Object({
  currency: Type.String(),
  basis: Type.Union([Type.Literal("net"), Type.Literal("gross")]),
  clvCacTarget: Type.Number(),
  items: Type.Array(FigureDefinition),
});
export type FigureCatalogue = Static<typeof FigureCatalogue>;

export const FigureQuery = Type.Object(
  {
    figure: Type.Optional(Type.String({ description: "one figure; all of them if absent" })),
    period: Type.Optional(PeriodKind),
    dimension: Type.Optional(Dimension),
    member: Type.Optional(Type.String({ maxLength: 200 })),
    last: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000,
        description: "the latest periods only; 24 if absent",
      }),
    ),
  },
  { additionalProperties: false },
);
export type FigureQuery = Static<typeof FigureQuery>;

/** What the settings want of a value, and how far it is. */
export const FigureTarget = Type.Object({
  bound: Type.Union([Type.Literal("at-least"), Type.Literal("at-most")]),
  target: Type.Number(),
  isMet: Type.Boolean(),
  distance: Type.Number({ description: "what is missing; 0 or less where it is met" }),
  progress: Nullable(
    Type.Number({ description: "share of the way from the last value before the target began" }),
  ),
});
export type FigureTarget = Static<typeof FigureTarget>;

export const FigureValue = Type.Object({
  figure: Type.String(),
  period: Type.String({ description: "such as 2026-W05, 2026-01, 2026-Q1, 2026 or total" }),
  periodStart: Day,
  periodEnd: Day,
  isComplete: Type.Boolean({ description: "false while the period still runs" }),
  isProvisional: Type.Boolean({
    description: "true for sales of which more than half a percent is expected to come back",
  }),
  member: Type.String({ description: "a value of the dimension; empty for not known" }),
  value: Nullable(Type.Number({ description: "null where there is nothing to divide by" })),
  numerator: Type.Number(),
  denominator: Nullable(Type.Number()),
  n: Type.Number({ description: "what the value rests on: customers, orders, answers" }),
  low: Nullable(Type.Number()),
  high: Nullable(Type.Number()),
  alert: Nullable(
    Type.Union([Type.Literal("loss"), Type.Literal("below-target"), Type.Literal("above-target")], {
      description: "CLV : CAC below 1, or a target of the settings that a full period missed",
    }),
  ),
  target: Nullable(FigureTarget),
});
export type FigureValue = Static<typeof FigureValue>;

export const FigureValues = Type.Object({
  currency: Type.String(),
  period: PeriodKind,
  dimension: Dimension,
  ...Suppression,
  items: Type.Array(FigureValue),
});
export type FigureValues = Static<typeof FigureValues>;
