import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Share } from "./units.ts";

const Level = Type.Union([Type.Literal("macro"), Type.Literal("micro"), Type.Literal("own")], {
  description: "macro segments, micro-segments inside them, or rule segments of one's own",
});
const Grain = Type.Union([Type.Literal("week"), Type.Literal("month"), Type.Literal("quarter")], {
  description: "ISO weeks are told of macro segments only, half a year back",
});
const Mark = Type.Union(
  [Type.Literal("desired"), Type.Literal("undesired"), Type.Literal("neutral")],
  { description: "as kundenwert.yaml says, else by the difference in value" },
);
const Euros = Nullable(Type.Number({ description: "in the workspace's currency" }));

export const SegmentQuery = Type.Object({
  level: Type.Optional(Level),
  grain: Type.Optional(Grain),
  last: Type.Optional(Type.Integer({ minimum: 1, maximum: 240, description: "periods; 12" })),
});

/** A segment in a period: its stock, who came and went, what it brought. */
export const SegmentPeriod = Type.Object({
  periodEnd: Day,
  segment: Type.String(),
  customers: Count,
  customersBefore: Count,
  firstSeen: Type.Integer({ description: "new to us" }),
  came: Type.Integer({ description: "from other segments" }),
  stayed: Count,
  went: Type.Integer({ description: "to other segments" }),
  wentByTime: Type.Integer({ description: "of them those who bought nothing: time moved them" }),
  gone: Type.Integer({ description: "known no more" }),
  stayRate: Nullable(Share),
  purchases: Nullable(Type.Number()),
  revenue: Euros,
  revenue12m: Euros,
  worth: Nullable(Type.Number({ description: "expected in the first horizon; last months only" })),
  changeOfCustomers: Type.Integer(),
  changeOfRevenue: Euros,
  changeOfWorth: Euros,
});
export type SegmentPeriod = Static<typeof SegmentPeriod>;

/** Who belongs to a micro-segment. */
export const SegmentDefinition = Type.Object({
  version: Type.Integer(),
  validFrom: Day,
  segment: Type.String(),
  name: Nullable(Type.String({ description: "of one's own, if it was given one" })),
  macro: Type.String(),
  ruleDe: Type.String(),
  ruleEn: Type.String(),
  learntFrom: Type.Number({ description: "customers × months it was learned from" }),
});
export type SegmentDefinition = Static<typeof SegmentDefinition>;

export const Segments = Type.Object({
  currency: Type.String(),
  level: Level,
  grain: Grain,
  periods: Type.Array(SegmentPeriod, { description: "oldest first" }),
  definitions: Type.Array(SegmentDefinition),
  stability: Nullable(
    Type.Object({
      learntAt: Day,
      agreement: Nullable(
        Type.Number({ description: "adjusted Rand index between resampled customers; 1 is equal" }),
      ),
      shifts: Type.Array(
        Type.Object({
          periodEnd: Day,
          index: Type.Number({ description: "population stability index; above 0.25 is a shift" }),
        }),
      ),
    }),
  ),
});
export type Segments = Static<typeof Segments>;

export const SegmentMoveQuery = Type.Object({
  level: Type.Optional(Level),
  grain: Type.Optional(Grain),
  periodEnd: Type.Optional(Day),
});

/** Customers who went from one segment to another, or stayed. */
export const SegmentMove = Type.Object({
  periodEnd: Day,
  fromSegment: Type.String({ description: "empty: new to us" }),
  toSegment: Type.String(),
  customers: Count,
  aged: Type.Integer({ description: "of them those who bought nothing meanwhile" }),
  purchases: Nullable(Type.Number()),
  revenue: Euros,
  revenueBefore: Nullable(Type.Number({ description: "of twelve months, before the move" })),
  revenueAfter: Euros,
  worthBefore: Euros,
  worthAfter: Euros,
  mark: Mark,
});
export type SegmentMove = Static<typeof SegmentMove>;

export const SegmentMoves = Type.Object({
  currency: Type.String(),
  level: Level,
  grain: Grain,
  moves: Type.Array(SegmentMove, { description: "most frequent first" }),
});
export type SegmentMoves = Static<typeof SegmentMoves>;

const TransitionLevel = Type.Union([Type.Literal("macro"), Type.Literal("micro")]);

export const TransitionQuery = Type.Object({
  level: Type.Optional(TransitionLevel),
  months: Type.Optional(Type.Union([Type.Literal(1), Type.Literal(3)])),
  periodEnd: Type.Optional(Day),
});

/** The probability of going from one segment to a macro segment. */
export const TransitionCell = Type.Object({
  fromSegment: Type.String(),
  toSegment: Type.String(),
  customers: Type.Number({ description: "moves that were seen" }),
  fromCustomers: Type.Number({ description: "all from there" }),
  probability: Share,
  low: Share,
  high: Type.Number({ description: "80 % interval, as wide as months differ" }),
  forecast: Nullable(Type.Number({ description: "mean forecast of those who are there now" })),
  mark: Mark,
});
export type TransitionCell = Static<typeof TransitionCell>;

export const Transitions = Type.Object({
  level: TransitionLevel,
  months: Type.Integer({ description: "months ahead, counted as such" }),
  reason: Nullable(
    Type.String({ description: "why there is no model: TOO_LITTLE_HISTORY, ONE_SEGMENT" }),
  ),
  learntAt: Nullable(Day),
  isKept: Type.Boolean({ description: "an older model foresaw the last month better and stays" }),
  cells: Type.Array(TransitionCell),
  judged: Type.Array(
    Type.Object({
      periodEnd: Day,
      customers: Count,
      logLoss: Type.Number(),
      staticLogLoss: Type.Number({ description: "of the moves of the month before" }),
      change: Type.Number({ description: "the one against the other; below 0 is better" }),
      low: Type.Number(),
      high: Type.Number(),
      calibrationError: Type.Number(),
      stockError: Type.Number({
        description: "share of customers forecast into the wrong segment",
      }),
      asTodayError: Type.Number({ description: "the same if nobody moved" }),
    }),
  ),
  forecastFor: Nullable(Day),
  stocks: Type.Array(
    Type.Object({ segment: Type.String(), today: Count, expected: Type.Number() }),
    { description: "today's customers at the next month's end" },
  ),
});
export type Transitions = Static<typeof Transitions>;
