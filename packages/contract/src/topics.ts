import { type Static, Type } from "typebox";
import { CaseEvent, workChange } from "./cases.ts";
import { TopicName } from "./feedback.ts";
import { Nullable } from "./nullable.ts";
import { Suppression } from "./suppression.ts";
import { Count, Day } from "./units.ts";

const Text = Nullable(Type.String());

export const TopicState = Type.Union(
  [Type.Literal("open"), Type.Literal("planned"), Type.Literal("in_work"), Type.Literal("done")],
  { description: "open: nobody has decided yet" },
);
export type TopicState = Static<typeof TopicState>;

/** How far the improvement of what a topic is about has come. */
export const Improvement = Type.Object({
  state: TopicState,
  owner: Text,
  dueOn: Nullable(Day),
  outcome: Text,
  revision: Type.Integer({ minimum: 0, description: "grows with every change" }),
});
export type Improvement = Static<typeof Improvement>;

export const FeedbackTopic = Type.Object({
  rankPlace: Type.Integer({ minimum: 1 }),
  ...TopicName.properties,
  answers: Count,
  answers12m: Type.Integer({ description: "in the twelve months before the last answer" }),
  answersBefore: Type.Integer({ description: "in the twelve months before those" }),
  customers: Type.Integer({ description: "who spoke of it in the twelve months" }),
  negative: Nullable(Type.Integer({ description: "bad answers; null: too few critics to tell" })),
  critics: Nullable(Type.Integer({ description: "customers with a bad answer" })),
  worth: Nullable(Type.Number({ description: "of the critics, each once: the CLV at risk" })),
  atStake: Nullable(Type.Number({ description: "probability × value by their early warnings" })),
  improvement: Improvement,
});
export type FeedbackTopic = Static<typeof FeedbackTopic>;

export const FeedbackTopics = Type.Object({
  currency: Type.String(),
  horizonMonths: Type.Integer(),
  ...Suppression,
  items: Type.Array(FeedbackTopic, { description: "whose critics are worth most first" }),
});
export type FeedbackTopics = Static<typeof FeedbackTopics>;

export const TopicParams = Type.Object({ topic: Type.String({ minLength: 1, maxLength: 40 }) });

export const TopicDetail = Type.Object({
  currency: Type.String(),
  ...TopicName.properties,
  improvement: Improvement,
  history: Type.Array(CaseEvent, {
    description: "what people did, the oldest first; worth is the CLV at risk by then",
  }),
  worth: Nullable(Type.Number({ description: "CLV at risk; null where too few stand behind it" })),
  worthWhenDone: Nullable(
    Type.Number({ description: "when it was last done, beside `worth` now" }),
  ),
});
export type TopicDetail = Static<typeof TopicDetail>;

export const TopicChange = workChange(TopicState);
export type TopicChange = Static<typeof TopicChange>;

const TopicGrouping = Type.Union(
  [Type.Literal("all"), Type.Literal("segment"), Type.Literal("value_class")],
  { description: "macro segment or value class of the customer now" },
);
const TopicPeriodKind = Type.Union([
  Type.Literal("month"),
  Type.Literal("quarter"),
  Type.Literal("year"),
]);

export const TopicRankingQuery = Type.Object(
  {
    grouping: Type.Optional(TopicGrouping),
    period: Type.Optional(TopicPeriodKind),
    start: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type TopicRankingQuery = Static<typeof TopicRankingQuery>;

const TopicPeriod = Type.Object({ start: Day, end: Day, isComplete: Type.Boolean() });

const Change = Nullable(
  Type.Number({ description: "against the period before; null: too few then, or nobody spoke" }),
);

export const RankedTopic = Type.Object({
  member: Type.String(),
  rankPlace: Type.Integer({ minimum: 1, description: "within the group, by answers" }),
  ...TopicName.properties,
  answers: Count,
  told: Type.Integer({ description: "answers of the group and period on any topic" }),
  share: Type.Number({ description: "answers / told; an answer can speak of several topics" }),
  customers: Count,
  nps: Nullable(Type.Number({ description: "mean of the scores from 0 to 10" })),
  npsN: Count,
  stars: Nullable(Type.Number({ description: "mean of CSAT and reviews, 1 to 5" })),
  starsN: Count,
  answersBefore: Nullable(Type.Integer()),
  shareChange: Change,
  npsChange: Change,
  starsChange: Change,
});
export type RankedTopic = Static<typeof RankedTopic>;

export const TopicRanking = Type.Object({
  grouping: TopicGrouping,
  period: TopicPeriodKind,
  chosen: Nullable(TopicPeriod),
  periods: Type.Array(TopicPeriod, { description: "with answers, the latest first" }),
  ...Suppression,
  items: Type.Array(RankedTopic),
});
export type TopicRanking = Static<typeof TopicRanking>;
