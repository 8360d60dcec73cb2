import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Suppression } from "./suppression.ts";
import { Count, Day, Horizon, Money, Share } from "./units.ts";

/** Customers who went from one stage of life to another in a month, or stayed. */
export const StageMove = Type.Object({
  periodEnd: Day,
  stage: Type.String(),
  previousStage: Type.String({ description: "empty: not known a month before" }),
  customers: Count,
  revenue12m: Nullable(Type.Number({ description: "of the last 12 months" })),
});
export type StageMove = Static<typeof StageMove>;

/** Customers in one stage at a month's end. */
export const StageStock = Type.Object({
  periodEnd: Day,
  stage: Type.String(),
  customers: Count,
  revenue12m: Nullable(Type.Number({ description: "of the last 12 months" })),
});
export type StageStock = Static<typeof StageStock>;

/** Customers of one value class with one intent. */
export const ValueIntent = Type.Object({
  asOf: Day,
  horizonMonths: Horizon,
  valueClass: Type.String({ description: "A, B, C, or none" }),
  intent: Type.String({ description: "purchase, renewal, churn, open, unknown" }),
  customers: Count,
  expectedPurchases: Nullable(Type.Number()),
  revenueDiscounted: Nullable(Money),
});
export type ValueIntent = Static<typeof ValueIntent>;

export const Lifecycle = Type.Object({
  currency: Type.String(),
  ...Suppression,
  stock: Type.Array(StageStock, { description: "every month end, oldest first" }),
  moves: Type.Array(StageMove, { description: "every month end, oldest first" }),
  intents: Type.Array(ValueIntent),
});
export type Lifecycle = Static<typeof Lifecycle>;

/** Where a customer stood among all at a month's end, and what moved them. */
export const CustomerRank = Type.Object({
  periodEnd: Day,
  method: Type.String(),
  expectedPurchases: Type.Number(),
  expectedSpend: Type.Number(),
  monthlyFee: Type.Number({ description: "of contracts that run; 0 without any" }),
  expectedMonths: Type.Number({ description: "of the next months, those the fee is expected for" }),
  marginRate: Type.Number({ description: "1 where no costs are known: worth is revenue then" }),
  worth: Money,
  rankPlace: Type.Integer({ minimum: 1 }),
  decile: Type.Integer({ minimum: 1, maximum: 10 }),
  previousPlace: Nullable(Type.Integer({ minimum: 1 })),
  change: Nullable(Money),
  effectPurchases: Nullable(Money),
  effectSpend: Nullable(Money),
  effectFee: Nullable(Money),
  effectMonths: Nullable(Money),
  effectMargin: Nullable(Money),
  reason: Type.String({
    description:
      "purchases, spend, fee, months, contract_begun, contract_ended, margin; others: overtaken or left behind; new; unchanged",
  }),
});
export type CustomerRank = Static<typeof CustomerRank>;

export const CustomerLifecycle = Type.Object({
  currency: Type.String(),
  customerId: Type.String(),
  stages: Type.Array(
    Type.Object({ periodEnd: Day, stage: Type.String(), previousStage: Nullable(Type.String()) }),
  ),
  ranks: Type.Array(CustomerRank),
  intent: Nullable(
    Type.Object({
      valueClass: Type.String(),
      intent: Type.String(),
      probabilityNoPurchase: Nullable(Share),
    }),
  ),
});
export type CustomerLifecycle = Static<typeof CustomerLifecycle>;
