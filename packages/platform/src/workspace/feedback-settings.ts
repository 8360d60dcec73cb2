import { type Static, Type } from "typebox";

/** A topic that feedback can be about, with the words that speak of it. */
export const FeedbackTopicSetting = Type.Object(
  {
    topic: Type.String({ pattern: "^[a-z][a-z0-9_]{0,39}$" }),
    de: Type.String({ minLength: 1, maxLength: 60 }),
    en: Type.String({ minLength: 1, maxLength: 60 }),
    /** A word or several; a star stands for any letters before or after: liefer*, *qualität. */
    words: Type.Array(Type.String({ pattern: "^\\*?[^*]*[^*\\s][^*]*\\*?$", maxLength: 60 }), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  { additionalProperties: false },
);
export type FeedbackTopicSetting = Static<typeof FeedbackTopicSetting>;

/** The settings of feedback: which of it opens a case, until when, and what it can be about. */
export const feedbackSettings = {
  cases: Type.Object(
    {
      npsAtMost: Type.Integer({ default: 6, minimum: 0, maximum: 10 }),
      scoreAtMost: Type.Number({ default: 2, minimum: 1, maximum: 5 }),
      workingDays: Type.Integer({ default: 5, minimum: 0, maximum: 60 }),
      openDays: Type.Integer({ default: 180, minimum: 1, maximum: 3660 }),
    },
    {
      default: {},
      additionalProperties: false,
      description:
        "Feedback that opens a case: NPS, and CSAT or review, up to which it does; working days until it is due; days after which one that nobody touched closes",
    },
  ),
  topics: Type.Array(FeedbackTopicSetting, {
    default: [],
    maxItems: 100,
    description: "Topics of feedback beside the built-in ones, or in their place",
  }),
};
