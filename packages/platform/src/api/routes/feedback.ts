import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type FeedbackAnswer,
  FeedbackPage,
  FeedbackQuery,
  type FeedbackTopic,
  FeedbackTopics,
  Problem,
  Scorecard,
  type ScorecardRow,
  type TopicName,
} from "@kundenwert/contract";
import type { Row } from "../../engines/engine.ts";
import {
  type FeedbackItem,
  readFeedback,
  readScorecard,
  readTopicNames,
  readTopics,
} from "../../pipeline/feedback/read-feedback.ts";
import type { AppContext } from "../app-context.ts";
import { moment } from "../customer-detail.ts";
import { message } from "../message.ts";

const PAGE = 50;

/** The inbox of feedback, and what it is about. */
export const feedbackRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace, store } = context;
  const { engine, settings } = workspace;
  const { currency, smallestGroup } = settings;
  app.get(
    "/feedback/answers",
    {
      schema: {
        operationId: "listFeedback",
        querystring: FeedbackQuery,
        response: { 200: FeedbackPage, 400: Problem, 404: Problem },
      },
    },
    async ({ query: { after, limit = PAGE, answerKind, ...filter } }) => {
      const wanted = { ...filter, kind: answerKind };
      const page = await readFeedback(engine, store.cases, wanted, { after, limit });
      const topics = await readTopicNames(engine);
      return {
        currency,
        total: page.total,
        items: page.items.map(toAnswer),
        next: page.next ?? null,
        topics: topics.map((row) => message<TopicName>(row)),
      };
    },
  );
  app.get(
    "/feedback/topics",
    {
      schema: {
        operationId: "getFeedbackTopics",
        description: "Topics of texts, by what the customers are worth who speak badly of them.",
        response: { 200: FeedbackTopics, 404: Problem },
      },
    },
    async () => {
      const { rows, suppressed } = await readTopics(engine);
      const horizonMonths = settings.horizons[0] as number;
      const items = rows.map(toTopic);
      return { currency, horizonMonths, smallestGroup, suppressed, items };
    },
  );
  app.get(
    "/feedback/scorecard",
    {
      schema: {
        operationId: "getScorecard",
        description: "Satisfaction, loyalty and value of each macro segment, by quarter.",
        response: { 200: Scorecard, 404: Problem },
      },
    },
    async () => ({ currency, smallestGroup, items: (await readScorecard(engine)).map(toRow) }),
  );
};

function toRow({ revenue_12m, ...row }: Row): ScorecardRow {
  return { ...message<ScorecardRow>(row), revenue12m: revenue_12m as number | null };
}

function toTopic({ answers_12m, ...row }: Row): FeedbackTopic {
  return { ...message<FeedbackTopic>(row), answers12m: Number(answers_12m) };
}

/** An answer as a message. */
export function toAnswer({ row, topics, moods }: FeedbackItem): FeedbackAnswer {
  return {
    ...message<FeedbackAnswer>(row),
    givenAt: moment(row.given_at),
    topics: topics.map(({ topic, words }) => ({ topic, words: [...words] })),
    moods: [...moods],
  };
}
