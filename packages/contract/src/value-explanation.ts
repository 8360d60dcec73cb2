import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Horizon } from "./units.ts";

/** What came of customers of one rule in past windows, against what was foreseen. */
export const ObservedCorrection = Type.Object({
  ruleDe: Type.String(),
  ruleEn: Type.String(),
  seen: Type.Number({ description: "customers × past windows" }),
  observed: Type.Number({ description: "0.18: 18 % more came than was foreseen" }),
  low: Nullable(Type.Number({ description: "80 % interval; null where nothing came" })),
  high: Nullable(Type.Number()),
});
export type ObservedCorrection = Static<typeof ObservedCorrection>;

/** How the transition method corrects forecasts, rule by rule; empty where it does not. */
export const ValueCorrections = Type.Object({
  horizonMonths: Horizon,
  corrections: Type.Array(
    Type.Object({
      ...ObservedCorrection.properties,
      customers: Count,
      applied: Nullable(
        Type.Number({ description: "by how much forecasts of its customers are changed" }),
      ),
    }),
    { description: "upmost first" },
  ),
});
export type ValueCorrections = Static<typeof ValueCorrections>;

/** What the transition method would say of a customer if something had happened; no effect of it. */
export const WhatIf = Type.Object({
  currency: Type.String(),
  horizonMonths: Horizon,
  changes: Type.Array(
    Type.Object({
      code: Type.Union([Type.Literal("BUYS_TODAY"), Type.Literal("STAYS_SILENT")], {
        description: "one more purchase on the last day, or a further period without any",
      }),
      days: Type.Integer({ description: "length of that period" }),
      purchases: Type.Number(),
      revenue: Nullable(Type.Number({ description: "within the horizon, not discounted" })),
      purchasesChange: Type.Number({ description: "against what is foreseen now" }),
      revenueChange: Nullable(Type.Number()),
    }),
    { description: "empty where another method values the customer" },
  ),
});
export type WhatIf = Static<typeof WhatIf>;
