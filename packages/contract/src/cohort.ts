import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Suppression } from "./suppression.ts";
import { Day, Money, Share } from "./units.ts";

export const CohortQuery = Type.Object(
  {
    kind: Type.Optional(
      Type.Union([Type.Literal("purchases"), Type.Literal("contracts")], {
        description: "active by a purchase in the month, or by a fee at its end",
      }),
    ),
    dimension: Type.Optional(Type.String({ maxLength: 40 })),
    member: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type CohortQuery = Static<typeof CohortQuery>;

export const CohortMonth = Type.Object({
  cohortMonth: Day,
  monthSince: Type.Integer({ minimum: 0, description: "0 is the month they came" }),
  customers: Type.Number(),
  active: Type.Number(),
  retention: Share,
  revenue: Money,
  contribution: Nullable(Money),
  cumulativeContribution: Nullable(Money),
  cac: Nullable(Money),
});
export type CohortMonth = Static<typeof CohortMonth>;

export const Cohorts = Type.Object({
  currency: Type.String(),
  ...Suppression,
  items: Type.Array(CohortMonth, { description: "by cohort and month" }),
});
export type Cohorts = Static<typeof Cohorts>;

/** A lever of customer value and what 1 % more of it brings. */
export const ClvDriver = Type.Object({
  member: Type.String(),
  driver: Type.Union([
    Type.Literal("order_value"),
    Type.Literal("frequency"),
    Type.Literal("margin"),
    Type.Literal("lifetime"),
    Type.Literal("churn_rate"),
    Type.Literal("price"),
  ]),
  value: Type.Number({ description: "frequency in orders a year, lifetime in years" }),
  effect: Type.Number({ description: "+1 % (churn: −1 %) in the CLV of one customer" }),
  effectTotal: Type.Number({ description: "the same over all active customers" }),
  clv: Money,
  active: Type.Number(),
  asOf: Day,
});
export type ClvDriver = Static<typeof ClvDriver>;

export const DriverQuery = Type.Object(
  { dimension: Type.Optional(Type.String({ maxLength: 40 })) },
  { additionalProperties: false },
);

export const ClvDrivers = Type.Object({
  currency: Type.String(),
  ...Suppression,
  items: Type.Array(ClvDriver, { description: "by member, the strongest lever first" }),
});
export type ClvDrivers = Static<typeof ClvDrivers>;

/** A group of customers, what they are worth, and whether that differs from the reference. */
export const GroupComparison = Type.Object({
  comparison: Type.Union([Type.Literal("nps_class"), Type.Literal("referred")]),
  basis: Type.Union([Type.Literal("revenue"), Type.Literal("contribution")]),
  member: Type.String(),
  n: Type.Number(),
  mean: Type.Number(),
  low: Nullable(Type.Number({ description: "95 % interval of the mean" })),
  high: Nullable(Type.Number()),
  difference: Nullable(Type.Number({ description: "to detractors, or to the not referred" })),
  differenceLow: Nullable(Type.Number()),
  differenceHigh: Nullable(Type.Number()),
  verdict: Nullable(
    Type.Union([
      Type.Literal("higher"),
      Type.Literal("lower"),
      Type.Literal("not_proven"),
      Type.Literal("too_few"),
    ]),
  ),
});
export type GroupComparison = Static<typeof GroupComparison>;

export const GroupComparisons = Type.Object({
  currency: Type.String(),
  horizonMonths: Type.Integer(),
  ...Suppression,
  items: Type.Array(GroupComparison),
});
export type GroupComparisons = Static<typeof GroupComparisons>;

/** A point of a year's Lorenz curve, with the figures of the year. */
export const ConcentrationPoint = Type.Object({
  periodStart: Day,
  percentile: Type.Integer(),
  customers: Type.Number({ description: "share of buyers, the largest first" }),
  revenue: Nullable(Type.Number({ description: "share of the revenue they brought" })),
  gini: Nullable(Type.Number()),
  topTenth: Nullable(Type.Number()),
  n: Type.Number(),
});
export type ConcentrationPoint = Static<typeof ConcentrationPoint>;

export const Concentration = Type.Object({ items: Type.Array(ConcentrationPoint) });
export type Concentration = Static<typeof Concentration>;
