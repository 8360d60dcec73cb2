import { type Static, Type } from "typebox";
import { StageRule } from "./lifecycle-settings.ts";

const SEGMENT = "^[a-z][a-z0-9_]*(\\.[0-9]+)?$";

/** A segment of one's own and what a customer must be to be in it: features of the snapshot, bounded. */
const OwnSegment = Type.Object(
  {
    segment: Type.String({ pattern: "^[a-z][a-z0-9_]*$" }),
    when: StageRule.properties.when,
  },
  { additionalProperties: false },
);

/** What people decide about a move from one segment to another. */
const TransitionMark = Type.Object(
  {
    from: Type.String({ pattern: SEGMENT }),
    to: Type.String({ pattern: SEGMENT }),
    mark: Type.Union([Type.Literal("desired"), Type.Literal("undesired"), Type.Literal("neutral")]),
  },
  { additionalProperties: false },
);

/** The settings of segments. */
export const segmentSettings = {
  segments: Type.Object(
    {
      names: Type.Record(Type.String({ pattern: SEGMENT }), Type.String(), {
        default: {},
        description: "Names of your own, by segment: active_high.1: Stammkunden",
      }),
      pinned: Type.Array(Type.String({ pattern: SEGMENT }), {
        default: [],
        description: "Segments whose rules a new version keeps, with those beside them",
      }),
      own: Type.Array(OwnSegment, {
        default: [],
        description: "Segments of your own beside the others; the first rule that fits counts",
      }),
      marks: Type.Array(TransitionMark, {
        default: [],
        description: "Moves that are desired, undesired or neutral; by value if not named",
      }),
    },
    {
      default: {},
      additionalProperties: false,
      description: "What is decided about segments by hand",
    },
  ),
};
export type SegmentSettings = Static<typeof segmentSettings.segments>;
export type TransitionMark = Static<typeof TransitionMark>;
export type OwnSegment = Static<typeof OwnSegment>;
/** What a customer must be to be in a segment of one's own: bounds by feature. */
export type OwnRule = NonNullable<OwnSegment["when"]>;
