import type {
  CaseChange,
  CaseDetail,
  CasePage,
  CaseQuery,
  FeedbackPage,
  FeedbackQuery,
  FeedbackTopics,
  Scorecard,
  TopicChange,
  TopicDetail,
  TopicRanking,
  TopicRankingQuery,
} from "@kundenwert/contract";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, post } from "./client.ts";
import { VALUES } from "./queries.ts";

/** Everything that a change of a case may change is read under this key. */
export const FEEDBACK = [VALUES, "feedback"] as const;

export const answersOf = (query: FeedbackQuery, signal?: AbortSignal) =>
  get<FeedbackPage>("/feedback/answers", query, signal);

export const answersOfCustomer = (customer: string) =>
  queryOptions({
    queryKey: [...FEEDBACK, "customer", customer],
    queryFn: ({ signal }) => answersOf({ customer, limit: 200 }, signal),
  });

export const topicsQuery = queryOptions({
  queryKey: [...FEEDBACK, "topics"],
  queryFn: ({ signal }) => get<FeedbackTopics>("/feedback/topics", {}, signal),
});

export const topicRankingQuery = (query: TopicRankingQuery) =>
  queryOptions({
    queryKey: [...FEEDBACK, "topic-ranking", query],
    queryFn: ({ signal }) => get<TopicRanking>("/feedback/topic-ranking", query, signal),
    placeholderData: keepPreviousData,
  });

const topicUrl = (topic: string) => `/feedback/topics/${encodeURIComponent(topic)}`;

export const topicQuery = (topic: string) =>
  queryOptions({
    queryKey: [...FEEDBACK, "topic", topic],
    queryFn: ({ signal }) => get<TopicDetail>(topicUrl(topic), {}, signal),
  });

export const changeTopic = (topic: string, change: TopicChange) =>
  post<TopicDetail>(topicUrl(topic), change);

export const undoTopic = (topic: string) => post<TopicDetail>(`${topicUrl(topic)}/undo`);

export const scorecardQuery = queryOptions({
  queryKey: [...FEEDBACK, "scorecard"],
  queryFn: ({ signal }) => get<Scorecard>("/feedback/scorecard", {}, signal),
});

export const casesOf = (query: CaseQuery, signal?: AbortSignal) =>
  get<CasePage>("/feedback/cases", query, signal);

const caseUrl = (id: string) => `/feedback/cases/${encodeURIComponent(id)}`;

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: [...FEEDBACK, "case", id],
    queryFn: ({ signal }) => get<CaseDetail>(caseUrl(id), {}, signal),
  });

export const changeCase = (id: string, change: CaseChange) => post<CaseDetail>(caseUrl(id), change);

export const undoCase = (id: string) => post<CaseDetail>(`${caseUrl(id)}/undo`);
