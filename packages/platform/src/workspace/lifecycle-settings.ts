import { type Static, Type } from "typebox";

const Bounds = Type.Object(
  {
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    is: Type.Optional(Type.String()),
  },
  { additionalProperties: false, minProperties: 1 },
);

/** A stage of life and what a customer must be to be in it: features of the snapshot, bounded. */
export const StageRule = Type.Object(
  {
    stage: Type.String({ pattern: "^[a-z][a-z0-9_]*$" }),
    when: Type.Optional(Type.Record(Type.String({ pattern: "^[a-z][a-z0-9_]*$" }), Bounds)),
  },
  { additionalProperties: false },
);
export type StageRule = Static<typeof StageRule>;

/** The settings of lifecycle stages, intent and ranks. */
export const lifecycleSettings = {
  activeDays: Type.Integer({
    default: 90,
    minimum: 1,
    description: "Days after a purchase that a customer counts as active",
  }),
  lifecycle: Type.Optional(
    Type.Array(StageRule, {
      minItems: 1,
      description: "Stages of life instead of the built-in ones; the first rule that fits counts",
    }),
  ),
  intent: Type.Object(
    {
      purchaseTo: Type.Number({ default: 0.5, minimum: 0, maximum: 1 }),
      churnFrom: Type.Number({ default: 0.8, minimum: 0, maximum: 1 }),
    },
    {
      default: {},
      additionalProperties: false,
      description: "P(no purchase) up to which a purchase is expected, and from which churn is",
    },
  ),
  rankMonths: Type.Integer({
    default: 12,
    minimum: 1,
    maximum: 240,
    description: "Month ends that ranks are kept for",
  }),
};
