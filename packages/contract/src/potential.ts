import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Suppression } from "./suppression.ts";
import { Count, Money, Share } from "./units.ts";

const Group = {
  kind: Type.String({ description: "contract: pays a monthly fee; shop: bought in 12 months" }),
  tenureClass: Type.String({ description: "months_3, year_1, years_2, years_4, longer" }),
  entry: Type.String({ description: "plan, else category of the first purchase; empty: unknown" }),
  business: Type.String({ description: "business, private; empty: unknown" }),
};
const Level = Nullable(
  Type.Integer({
    minimum: 1,
    maximum: 4,
    description:
      "compared by 1: tenure, entry and business; 2: tenure and entry; 3: tenure; 4: all of the kind",
  }),
);

/** What a customer brings in a year beside what four of five comparable customers do not exceed. */
export const CustomerPotential = Type.Object({
  ...Group,
  actual: Money,
  level: Level,
  compared: Nullable(Count),
  reached: Nullable(Money),
  gap: Nullable(Money),
  walletShare: Nullable(Share),
  walletGap: Nullable(Money),
});
export type CustomerPotential = Static<typeof CustomerPotential>;

/** Actual and comparable value by group: a comparison, never a promise. */
export const PotentialReport = Type.Object({
  currency: Type.String(),
  ...Suppression,
  groups: Type.Array(
    Type.Object({
      ...Group,
      level: Level,
      customers: Count,
      below: Count,
      actual: Money,
      reached: Nullable(Money),
      gap: Nullable(Money),
      walletCustomers: Count,
      walletGap: Nullable(Money),
    }),
    { description: "* in tenureClass, entry and business: all of the kind" },
  ),
});
export type PotentialReport = Static<typeof PotentialReport>;
