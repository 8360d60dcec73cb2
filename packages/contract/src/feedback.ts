import { type Static, Type } from "typebox";
import { Nullable } from "./nullable.ts";
import { Count, Day, Money } from "./units.ts";

const Text = Nullable(Type.String());
const Id = Type.String({ minLength: 1, maxLength: 1200 });

const FeedbackKind = Type.Union([
  Type.Literal("nps"),
  Type.Literal("csat"),
  Type.Literal("review"),
]);
/** NPS 9–10, 7–8, 0–6; CSAT and reviews from 3.5, over 2, up to 2; none without a score. */
const ScoreClass = Type.Union([
  Type.Literal("good"),
  Type.Literal("middling"),
  Type.Literal("bad"),
  Type.Literal("none"),
]);
const Sentiment = Type.Union([
  Type.Literal("positive"),
  Type.Literal("neutral"),
  Type.Literal("negative"),
  Type.Literal("unknown"),
]);
export const CaseState = Type.Union(
  [Type.Literal("open"), Type.Literal("in_work"), Type.Literal("solved"), Type.Literal("closed")],
  { description: "closed: without a result" },
);
export type CaseState = Static<typeof CaseState>;

/** What narrows the inbox down; the files take it too. */
export const FeedbackFilter = {
  answerKind: Type.Optional(FeedbackKind),
  scoreClass: Type.Optional(ScoreClass),
  sentiment: Type.Optional(Sentiment),
  topic: Type.Optional(Type.String({ maxLength: 40 })),
  segment: Type.Optional(
    Type.String({ maxLength: 60, description: "macro segment of the customer now" }),
  ),
  valueClass: Type.Optional(Type.String({ maxLength: 10, description: "A, B or C" })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
};

export const FeedbackQuery = Type.Object(
  {
    ...FeedbackFilter,
    customer: Type.Optional(Id),
    after: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: "`next` of the page before" }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type FeedbackQuery = Static<typeof FeedbackQuery>;

export const FeedbackAnswer = Type.Object({
  answerNo: Type.Integer({
    description: "its place in the order of time; may move with an import",
  }),
  feedbackId: Text,
  customerId: Text,
  givenAt: Type.String({
    description: "such as 2026-03-31T14:05:00, in the workspace's time zone",
  }),
  kind: Text,
  score: Nullable(Type.Number()),
  scoreClass: ScoreClass,
  sentiment: Sentiment,
  sentimentFrom: Type.String({ description: "score, words or nothing" }),
  topics: Type.Array(Type.Object({ topic: Type.String(), words: Type.Array(Type.String()) })),
  moods: Type.Array(Type.String(), {
    description: "words of mood in the text; they count where there is no score",
  }),
  comment: Text,
  channel: Text,
  orderId: Text,
  interactionId: Text,
  macro: Text,
  valueClass: Text,
  worth: Nullable(Money),
  caseId: Text,
  caseState: Nullable(CaseState),
});
export type FeedbackAnswer = Static<typeof FeedbackAnswer>;

export const TopicName = Type.Object({
  topic: Type.String(),
  nameDe: Type.String(),
  nameEn: Type.String(),
});
export type TopicName = Static<typeof TopicName>;

export const FeedbackPage = Type.Object({
  currency: Type.String(),
  total: Count,
  items: Type.Array(FeedbackAnswer, { description: "the latest first" }),
  next: Nullable(Type.Integer({ description: "pass as `after` for the next page" })),
  topics: Type.Array(TopicName, { description: "every topic a text can be of" }),
});
export type FeedbackPage = Static<typeof FeedbackPage>;

const Known = Nullable(Type.Number({ description: "null where too few stand behind it" }));

/** A macro segment in a quarter: satisfaction, loyalty and value, each with its n. */
export const ScorecardRow = Type.Object({
  periodEnd: Day,
  segment: Type.String(),
  customers: Count,
  nps: Known,
  npsLow: Known,
  npsHigh: Known,
  npsN: Count,
  csat: Known,
  csatN: Count,
  loyalty: Nullable(
    Type.Number({ description: "share of the quarter before that is active or new now" }),
  ),
  loyaltyN: Count,
  worth: Nullable(Type.Number({ description: "of a customer in the mean" })),
  revenue12m: Nullable(Type.Number({ description: "of a customer in the mean" })),
});
export type ScorecardRow = Static<typeof ScorecardRow>;

export const Scorecard = Type.Object({
  currency: Type.String(),
  smallestGroup: Type.Integer({ minimum: 1 }),
  items: Type.Array(ScorecardRow, { description: "of the last eight quarters, the oldest first" }),
});
export type Scorecard = Static<typeof Scorecard>;
