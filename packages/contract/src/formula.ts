import { type Static, Type } from "typebox";

const AtLeastZero = (standard: number, description: string) =>
  Type.Optional(Type.Number({ minimum: 0, maximum: 1e12, default: standard, description }));
const Rate = (standard: number, description: string) =>
  Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: standard, description }));

/** What the traditional formulas are given; the worked examples of the sources if left out. */
export const FormulaQuery = Type.Object(
  {
    orderValue: AtLeastZero(75, "average order value"),
    frequency: AtLeastZero(3, "purchases a year"),
    years: AtLeastZero(4, "years that customers stay"),
    fee: AtLeastZero(100, "monthly fee"),
    months: AtLeastZero(24, "months that the fee is paid"),
    customers: AtLeastZero(1, "customers with that fee"),
    annualRevenue: AtLeastZero(1000, "revenue of a customer a year"),
    relationYears: AtLeastZero(10, "years of the relationship"),
    acquisitionCost: AtLeastZero(1000, "what it cost to win the customer"),
    margin: AtLeastZero(100, "contribution of a customer a year"),
    retention: Rate(0.8, "share who stay from one year to the next"),
    discountRate: Rate(0.1, "a year"),
  },
  { additionalProperties: false },
);
export type FormulaQuery = Static<typeof FormulaQuery>;

export const FormulaName = Type.Union([
  Type.Literal("order-value"),
  Type.Literal("subscription"),
  Type.Literal("net"),
  Type.Literal("retention"),
]);
export type FormulaName = Static<typeof FormulaName>;

/** The formulas side by side, with what went into them. */
export const Formulas = Type.Object({
  currency: Type.String(),
  inputs: Type.Required(FormulaQuery),
  items: Type.Array(Type.Object({ name: FormulaName, value: Type.Number() })),
});
export type Formulas = Static<typeof Formulas>;
