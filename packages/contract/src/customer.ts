import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Horizon, Money, Share } from "./units.ts";

export const CustomerSort = Type.Union(
  [
    Type.Literal("value"),
    Type.Literal("historic"),
    Type.Literal("purchases"),
    Type.Literal("expected"),
    Type.Literal("alive"),
    Type.Literal("lastDay"),
    Type.Literal("id"),
  ],
  { default: "value", description: "ties are broken by customer id" },
);
export type CustomerSort = Static<typeof CustomerSort>;

export const CustomerQuery = Type.Object(
  {
    horizon: Type.Optional(Horizon),
    sort: Type.Optional(CustomerSort),
    direction: Type.Optional(Type.Union([Type.Literal("asc"), Type.Literal("desc")])),
    search: Type.Optional(
      Type.String({ maxLength: 200, description: "what the customer id begins with" }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    after: Type.Optional(
      Type.String({ maxLength: 2000, description: "`next` of the page before" }),
    ),
  },
  { additionalProperties: false },
);
export type CustomerQuery = Static<typeof CustomerQuery>;

/** One customer's value over one horizon. */
export const CustomerValue = Type.Object({
  customerId: Type.String(),
  horizonMonths: Horizon,
  asOf: Day,
  method: Type.String(),
  firstDay: Day,
  lastDay: Day,
  purchases: Type.Integer({ description: "days with a purchase so far" }),
  orders: Count,
  frequency: Type.Number({ description: "repeat purchases" }),
  recency: Type.Number({ description: "days from first to last purchase" }),
  age: Type.Number({ description: "days from first purchase to the as-of date" }),
  averageOrderValue: Nullable(Money),
  probabilityAlive: Nullable(Share),
  probabilityNoPurchase: Nullable(Share),
  expectedPurchases: Type.Number(),
  expectedSpend: Nullable(Money),
  revenueHistoric: Nullable(Money),
  revenuePredicted: Nullable(Money),
  revenueDiscounted: Nullable(Money),
  revenueTotal: Nullable(Money),
  contributionHistoric: Nullable(Money),
  contributionDiscounted: Nullable(Money),
  contributionTotal: Nullable(Money),
  rankPlace: Type.Integer({ minimum: 1, description: "1 holds most discounted revenue" }),
  decile: Type.Integer({ minimum: 1, maximum: 10, description: "1 is the top tenth" }),
  class: Type.String({ description: "A, B or C" }),
});
export type CustomerValue = Static<typeof CustomerValue>;

export const CustomerPage = Type.Object({
  currency: Type.String(),
  total: Count,
  items: Type.Array(CustomerValue),
  next: Nullable(Type.String({ description: "pass as `after` for the next page" })),
});
export type CustomerPage = Static<typeof CustomerPage>;

export const CustomerParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 400 }) });

/** What a customer bought and gave back on one day. */
export const PurchaseDay = Type.Object({
  day: Day,
  orders: Count,
  lines: Count,
  amount: Nullable(Money),
});
export type PurchaseDay = Static<typeof PurchaseDay>;
