import { type Static, Type } from "typebox";

const Name = Type.String({ pattern: "^[a-z][a-z0-9_]*$" });
/** A share that both languages have the same name for. */
const Points = Type.Number({ minimum: 0, maximum: 100 });

/** What the health of a customer is made of: a feature of the snapshot, or one divided by another. */
export const HealthPart = Type.Object(
  {
    part: Name,
    feature: Name,
    per: Type.Optional(Name),
    /** The value that brings 0 points, and the one that brings 100; straight between them. */
    worst: Type.Number(),
    best: Type.Number(),
    weight: Type.Number({ exclusiveMinimum: 0 }),
    /** Customers with a contract that runs, those without, or all. */
    kind: Type.Optional(Type.Union([Type.Literal("contract"), Type.Literal("shop")])),
  },
  { additionalProperties: false },
);
export type HealthPart = Static<typeof HealthPart>;

/** The settings of the health score. */
export const healthSettings = {
  health: Type.Object(
    {
      parts: Type.Optional(
        Type.Array(HealthPart, {
          minItems: 1,
          description: "What the health score is made of instead of the built-in parts",
        }),
      ),
      leastCoverage: Type.Number({ default: 0.5, minimum: 0, maximum: 1 }),
      redBelow: { ...Points, default: 40 },
      greenFrom: { ...Points, default: 70 },
      churnMonths: Type.Integer({ default: 6, minimum: 1, maximum: 24 }),
    },
    {
      default: {},
      additionalProperties: false,
      description:
        "Health score: its parts, the share of weights that must be known, its bands, and the months of churn it is judged by",
    },
  ),
};
