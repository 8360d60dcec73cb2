import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Horizon, Money } from "./units.ts";

/** The worth of all customers together, over one horizon. Intervals cover 80 %. */
export const Equity = Type.Object({
  horizonMonths: Horizon,
  asOf: Day,
  horizonEnd: Day,
  method: Type.String(),
  verified: Type.Boolean(),
  customers: Count,
  expectedPurchases: Type.Number({ description: "customer-days with a purchase, all customers" }),
  revenueHistoric: Nullable(Money),
  revenuePredicted: Nullable(Money),
  revenueDiscounted: Nullable(Money),
  revenueLow: Nullable(Money),
  revenueHigh: Nullable(Money),
  contributionHistoric: Nullable(Money),
  contributionDiscounted: Nullable(Money),
  contributionLow: Nullable(Money),
  contributionHigh: Nullable(Money),
  marginRate: Nullable(Type.Number({ description: "contribution / revenue" })),
  discountRate: Type.Number({ description: "a year" }),
});
export type Equity = Static<typeof Equity>;

export const EquityList = Type.Object({
  currency: Type.String(),
  items: Type.Array(Equity, { description: "one a horizon, shortest first" }),
});
export type EquityList = Static<typeof EquityList>;
