import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Suppression } from "./suppression.ts";
import { Count, Day, Share } from "./units.ts";

const Kind = Type.Union([Type.Literal("contract"), Type.Literal("shop")], {
  description: "contract: one runs; shop: told by purchases",
});
const Band = Type.Union(
  [Type.Literal("red"), Type.Literal("yellow"), Type.Literal("green"), Type.Literal("none")],
  { description: "none: too little is known" },
);
const Score = Nullable(Type.Number({ minimum: 0, maximum: 100 }));

/** How well a score parts those who left from those who stayed: AUC with its 95 % interval. */
const Discrimination = Nullable(Type.Object({ auc: Share, low: Share, high: Share }));

const HealthProof = Type.Object({
  kind: Kind,
  origin: Day,
  outcomeEnd: Day,
  customers: Count,
  churned: Count,
  health: Discrimination,
  days: Discrimination,
  verdict: Type.Union([
    Type.Literal("foresees"),
    Type.Literal("not-proven"),
    Type.Literal("too-few"),
  ]),
  bands: Type.Array(
    Type.Object({
      band: Band,
      customers: Count,
      churned: Count,
      rate: Share,
      low: Share,
      high: Share,
    }),
  ),
});

/** What the health score is made of, who has which, and whether it foresaw who left. */
export const HealthReport = Type.Object({
  ...Suppression,
  periodEnd: Nullable(Day),
  parts: Type.Array(
    Type.Object({
      part: Type.String(),
      feature: Type.String(),
      per: Type.Optional(Type.String({ description: "what the feature is divided by" })),
      worst: Type.Number({ description: "the value that brings 0 points" }),
      best: Type.Number({ description: "the value that brings 100 points" }),
      weight: Type.Number(),
      kind: Type.Optional(Kind),
    }),
  ),
  missing: Type.Array(Type.String({ description: "a part the workspace has no data for" })),
  redBelow: Type.Number(),
  greenFrom: Type.Number(),
  leastCoverage: Share,
  churnMonths: Type.Integer(),
  stock: Type.Array(Type.Object({ kind: Kind, band: Band, customers: Count, meanScore: Score })),
  proofs: Type.Array(HealthProof),
});
export type HealthReport = Static<typeof HealthReport>;

/** The health of one customer and the parts that make it. */
export const CustomerHealth = Type.Object({
  periodEnd: Day,
  kind: Kind,
  score: Score,
  band: Band,
  coverage: Share,
  parts: Type.Array(
    Type.Object({
      part: Type.String(),
      value: Nullable(Type.Number()),
      points: Score,
      share: Type.Number({ description: "of the known weights; 0 where the part is not known" }),
    }),
  ),
  history: Type.Array(Type.Object({ periodEnd: Day, score: Score, band: Band })),
});
export type CustomerHealth = Static<typeof CustomerHealth>;
