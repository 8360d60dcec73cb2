import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Horizon, Money, Share } from "./units.ts";

export const HorizonQuery = Type.Object(
  { horizon: Type.Optional(Horizon) },
  { additionalProperties: false },
);
export type HorizonQuery = Static<typeof HorizonQuery>;

export const LorenzPoint = Type.Object({
  customers: Type.Number({ description: "share of customers, the most valuable first" }),
  value: Type.Number({ description: "share of the discounted revenue they hold" }),
});
export type LorenzPoint = Static<typeof LorenzPoint>;

export const ValueDecile = Type.Object({
  decile: Type.Integer({ minimum: 1, maximum: 10, description: "1 is the top tenth" }),
  customers: Count,
  revenueDiscounted: Nullable(Money),
  valueShare: Nullable(Share),
  expectedPurchases: Type.Number(),
  revenueHistoric: Nullable(Money),
});
export type ValueDecile = Static<typeof ValueDecile>;

export const ValueClass = Type.Object({
  lowerBound: Type.Number({ description: "belongs to the class" }),
  upperBound: Type.Number({ description: "belongs to the next one" }),
  customers: Count,
  revenueDiscounted: Money,
});
export type ValueClass = Static<typeof ValueClass>;

/** How the predicted, discounted revenue is spread over customers. */
export const ValueDistribution = Type.Object({
  currency: Type.String(),
  horizonMonths: Horizon,
  asOf: Day,
  method: Type.String(),
  customers: Count,
  gini: Nullable(Type.Number({ description: "0: all customers equal; 1: one holds everything" })),
  lorenz: Type.Array(LorenzPoint),
  deciles: Type.Array(ValueDecile),
  classes: Type.Array(ValueClass, { description: "1, 2, 5, 10 …; empty before a whole run" }),
});
export type ValueDistribution = Static<typeof ValueDistribution>;
