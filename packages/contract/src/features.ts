import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Share } from "./units.ts";

/** A feature of customers: what it is, how much is known of it, what it adds to the recent pace. */
export const Feature = Type.Object({
  name: Type.String({ description: "column of the table snapshot" }),
  family: Type.Union(
    (["demographic", "behavioural", "usage", "service", "satisfaction", "marketing"] as const).map(
      (family) => Type.Literal(family),
    ),
  ),
  type: Type.Union(
    (["number", "category", "yes/no", "date"] as const).map((type) => Type.Literal(type)),
  ),
  unit: Type.String(),
  source: Type.String({ description: "the table it is read from" }),
  meaning: Type.Object({ de: Type.String(), en: Type.String() }),
  coverage: Share,
  values: Type.Integer({ minimum: 0, description: "different values, in an even sample" }),
  gain: Nullable(
    Type.Number({ description: "share of held-out Poisson deviance that it takes away" }),
  ),
  low: Nullable(Type.Number({ description: "of the 95 % interval; above 0 the gain is proven" })),
  high: Nullable(Type.Number()),
});
export type Feature = Static<typeof Feature>;

export const UnusedColumn = Type.Object({
  table: Type.String(),
  column: Type.String(),
  reason: Type.String({
    description: "CONSTANT, TOO_MANY_VALUES, EMPTY, NOT_YET_VALID, NO_FEATURE, NAMES_A_PERSON",
  }),
  values: Nullable(Count),
});
export type UnusedColumn = Static<typeof UnusedColumn>;

export const FeatureReport = Type.Object({
  periodEnd: Nullable(Day),
  customers: Count,
  judged: Nullable(
    Type.Object({
      learntAt: Day,
      judgedAt: Day,
      outcomeUntil: Day,
      customers: Count,
      purchases: Type.Number(),
    }),
  ),
  features: Type.Array(Feature),
  unused: Type.Array(UnusedColumn),
});
export type FeatureReport = Static<typeof FeatureReport>;
