import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type FeedbackTopic,
  FeedbackTopics,
  Problem,
  type RankedTopic,
  TopicChange,
  TopicDetail,
  type TopicName,
  TopicParams,
  TopicRanking,
  TopicRankingQuery,
} from "@kundenwert/contract";
import type { Row } from "../../engines/engine.ts";
import {
  changeTopic,
  improvementOf,
  readTopic,
  type TopicView,
  undoTopic,
} from "../../pipeline/feedback/improvements.ts";
import { readTopics } from "../../pipeline/feedback/read-feedback.ts";
import { readTopicRanking } from "../../pipeline/feedback/topic-ranking.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";

/** Topics of feedback: ranked by worth, by group and period; and what is done about them. */
export const topicRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace, store } = context;
  const { engine, settings } = workspace;
  const { currency, smallestGroup } = settings;
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
      const items = rows.map((row) => ({
        ...toTopic(row),
        improvement: improvementOf(store.topics, String(row.topic)),
      }));
      return { currency, horizonMonths, smallestGroup, suppressed, items };
    },
  );
  app.get(
    "/feedback/topic-ranking",
    {
      schema: {
        operationId: "getTopicRanking",
        description: "What customers speak of in a period, by segment or value class.",
        querystring: TopicRankingQuery,
        response: { 200: TopicRanking, 400: Problem, 404: Problem },
      },
    },
    async ({ query: { grouping = "all", period = "quarter", start } }) => {
      const found = await readTopicRanking(engine, { grouping, period, start });
      return {
        grouping,
        period,
        chosen: found.chosen ?? null,
        periods: [...found.periods],
        smallestGroup,
        suppressed: found.suppressed,
        items: found.rows.map((row) => message<RankedTopic>(row)),
      };
    },
  );
};

/** What is done about a topic: looked at, changed, taken back. */
export const improvementRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace, store } = context;
  const { engine, settings } = workspace;
  const detail = (view: TopicView) => toDetail(view, settings.currency);
  const about = { params: TopicParams };
  app.get(
    "/feedback/topics/:topic",
    { schema: { operationId: "getTopic", ...about, response: { 200: TopicDetail, 404: Problem } } },
    async ({ params: { topic } }) => detail(await readTopic(engine, store.topics, topic)),
  );
  app.post(
    "/feedback/topics/:topic",
    {
      schema: {
        operationId: "changeTopic",
        description: "Changes what is told and leaves the rest; every change is kept.",
        ...about,
        body: TopicChange,
        response: { 200: TopicDetail, 400: Problem, 404: Problem, 409: Problem },
      },
    },
    async ({ params: { topic }, body: { revision, ...change } }) =>
      detail(await changeTopic(engine, store.topics, topic, change, revision)),
  );
  app.post(
    "/feedback/topics/:topic/undo",
    {
      schema: {
        operationId: "undoTopic",
        description: "Takes the last change of the state back.",
        ...about,
        response: { 200: TopicDetail, 404: Problem, 409: Problem },
      },
    },
    async ({ params: { topic } }) => detail(await undoTopic(engine, store.topics, topic)),
  );
};

function toTopic({ answers_12m, ...row }: Row): Omit<FeedbackTopic, "improvement"> {
  return { ...message<FeedbackTopic>(row), answers12m: Number(answers_12m) };
}

function toDetail({ name, history, ...view }: TopicView, currency: string): TopicDetail {
  return { currency, ...message<TopicName>(name), ...view, history: [...history] };
}
