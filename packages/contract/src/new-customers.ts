import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Horizon, Money } from "./units.ts";

/** What a customer who is won now is worth, beside what it costs to win one. Intervals cover 80 %. */
export const NewCustomer = Type.Object({
  source: Type.Union([Type.Literal("observed"), Type.Literal("prior")], {
    description: "as earlier customers brought, or as the model expects of somebody unknown",
  }),
  dimension: Type.String({ description: "all, acquisition_channel, entry_category, …" }),
  member: Type.String({ description: "empty: not known" }),
  customers: Count,
  revenue: Nullable(Money),
  revenueLow: Nullable(Money),
  revenueHigh: Nullable(Money),
  contribution: Nullable(Money),
  contributionLow: Nullable(Money),
  contributionHigh: Nullable(Money),
  acquisitionCost: Nullable(Money),
  clvCac: Nullable(Type.Number({ description: "contribution ÷ acquisition cost" })),
  clvCacLow: Nullable(Type.Number()),
  clvCacHigh: Nullable(Type.Number()),
});
export type NewCustomer = Static<typeof NewCustomer>;

export const NewCustomers = Type.Object({
  currency: Type.String(),
  horizonMonths: Horizon,
  smallestGroup: Type.Integer({
    description: "smaller groups are left out; so are those below 30",
  }),
  items: Type.Array(NewCustomer, { description: "those of all customers first" }),
});
export type NewCustomers = Static<typeof NewCustomers>;
