import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type FeedbackAnswer,
  FeedbackPage,
  FeedbackQuery,
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

/** An answer as a message. */
export function toAnswer({ row, topics, moods }: FeedbackItem): FeedbackAnswer {
  return {
    ...message<FeedbackAnswer>(row),
    givenAt: moment(row.given_at),
    topics: topics.map(({ topic, words }) => ({ topic, words: [...words] })),
    moods: [...moods],
  };
}
