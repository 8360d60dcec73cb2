import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Instant } from "./units.ts";

const SEGMENT = "^[a-z][a-z0-9_]{0,59}(\\.[0-9]{1,3})?$";
const Segment = Type.String({ pattern: SEGMENT, description: "active_high, active_high.1, …" });
const Mark = Type.Union([
  Type.Literal("desired"),
  Type.Literal("undesired"),
  Type.Literal("neutral"),
]);
const Rule = Type.Record(
  Type.String({ pattern: "^[a-z][a-z0-9_]{0,59}$" }),
  Type.Object(
    {
      min: Type.Optional(Type.Number()),
      max: Type.Optional(Type.Number()),
      is: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  { minProperties: 1, description: "features of the snapshot, bounded" },
);

/** What people decided about segments; kundenwert.yaml holds it. */
export const SegmentDecisions = Type.Object({
  names: Type.Record(Type.String(), Type.String(), { description: "by segment" }),
  pinned: Type.Array(Type.String(), { description: "whose rules a new version keeps" }),
  own: Type.Array(Type.Object({ segment: Type.String(), when: Type.Optional(Rule) }), {
    description: "the first rule that fits counts",
  }),
  marks: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), mark: Mark })),
  isRunNeeded: Type.Boolean({ description: "pinned and own segments count from the next run on" }),
});
export type SegmentDecisions = Static<typeof SegmentDecisions>;

/** One thing to be decided; null takes a decision back. */
export const SegmentWish = Type.Union([
  Type.Object(
    {
      kind: Type.Literal("name"),
      segment: Segment,
      value: Nullable(Type.String({ minLength: 1, maxLength: 60, pattern: "\\S" })),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal("pin"), segment: Segment, value: Type.Boolean() },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal("own"),
      segment: Type.String({ pattern: "^[a-z][a-z0-9_]{0,59}$" }),
      value: Nullable(Rule),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal("mark"), segment: Segment, to: Segment, value: Nullable(Mark) },
    { additionalProperties: false },
  ),
]);
export type SegmentWish = Static<typeof SegmentWish>;

export const SegmentDecisionRequest = Type.Object(
  {
    changes: Type.Array(SegmentWish, { minItems: 1, maxItems: 100 }),
    isTrial: Type.Optional(Type.Boolean({ description: "check only, write nothing" })),
  },
  { additionalProperties: false },
);
export type SegmentDecisionRequest = Static<typeof SegmentDecisionRequest>;

const Decided = Type.Union([Type.String(), Type.Boolean(), Rule, Type.Null()]);

const SegmentChange = Type.Object({
  kind: Type.Union([
    Type.Literal("name"),
    Type.Literal("pin"),
    Type.Literal("own"),
    Type.Literal("mark"),
  ]),
  segment: Type.String(),
  to: Nullable(Type.String({ description: "where the move leads, of marks" })),
  before: Decided,
  after: Decided,
});

export const SegmentsChanged = Type.Object({
  changes: Type.Array(SegmentChange, { description: "without what was so before" }),
  isRunNeeded: Type.Boolean(),
  fitting: Nullable(
    Type.Integer({
      minimum: 0,
      description:
        "of a trial: customers of the newest month end whom the rule of an own segment fits",
    }),
  ),
});
export type SegmentsChanged = Static<typeof SegmentsChanged>;

/** What was decided in one go. */
export const SegmentHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.Integer(),
      changedAt: Instant,
      changes: Type.Array(SegmentChange),
      undoes: Nullable(Type.Integer({ description: "the change that this one took back" })),
    }),
    { description: "latest first" },
  ),
});
export type SegmentHistory = Static<typeof SegmentHistory>;
