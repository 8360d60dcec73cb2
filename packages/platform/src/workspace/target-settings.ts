import { type Static, Type } from "typebox";

const Day = Type.String({ format: "date" });
const Name = Type.String({ minLength: 1, maxLength: 200 });

/** What a key figure shall reach: at least or at most so much, in the periods from a day to another. */
export const TargetSetting = Type.Object(
  {
    figure: Type.String({ pattern: "^[a-z][a-z0-9_]*$" }),
    /** A member of a dimension, such as value_class A; everybody if absent. */
    dimension: Type.Optional(Name),
    member: Type.Optional(Type.String({ maxLength: 200 })),
    /** Sums need one: a month brings less than a quarter. All periods if absent. */
    period: Type.Optional(
      Type.Union([
        Type.Literal("week"),
        Type.Literal("month"),
        Type.Literal("quarter"),
        Type.Literal("year"),
        Type.Literal("total"),
      ]),
    ),
    atLeast: Type.Optional(Type.Number()),
    atMost: Type.Optional(Type.Number()),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type TargetSetting = Static<typeof TargetSetting>;

/** The setting of targets. */
export const targetSettings = {
  targets: Type.Array(TargetSetting, {
    default: [],
    maxItems: 200,
    description:
      "What key figures shall reach: figure, atLeast or atMost, and optionally dimension, member, period, from, until",
  }),
};
