import type { FeedbackPage } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answersOf, FEEDBACK } from "../../api/feedback-queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { useFormat } from "../../i18n/format.ts";
import { AnswerItem } from "./AnswerItem.tsx";
import { InboxFilters } from "./InboxFilters.tsx";

const PAGE = 30;

/** Every answer, the latest first, as far as the filters let it through. */
export function Inbox() {
  const { t } = useTranslation();
  const { count } = useFormat();
  const { kind, score, mood, topic, segment, valueClass, from, until } = useSearch({
    from: "/feedback",
  });
  const filter = {
    ...(kind ? { answerKind: kind } : {}),
    ...(score ? { scoreClass: score } : {}),
    ...(mood ? { sentiment: mood } : {}),
    ...(topic ? { topic } : {}),
    ...(segment ? { segment } : {}),
    ...(valueClass ? { valueClass } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
  const query = useInfiniteQuery({
    queryKey: [...FEEDBACK, "inbox", filter],
    queryFn: ({ pageParam, signal }) =>
      answersOf({ ...filter, ...(pageParam ? { after: pageParam } : {}), limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }: FeedbackPage) => next ?? undefined,
  });
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const [{ total, topics } = { total: 0, topics: [] }] = pages;
        return (
          <>
            <InboxFilters topics={topics} />
            <Panel title={t("inbox.title")}>
              {items.length === 0 && <Text>{t("inbox.none")}</Text>}
              <ul className="kw-answers">
                {items.map((answer) => (
                  <AnswerItem key={answer.answerNo} answer={answer} topics={topics} />
                ))}
              </ul>
              <ShowMore
                shown={t("inbox.shown", { shown: count(items.length), total: count(total) })}
                query={query}
              />
              <ServerFiles table="feedback" query={filter} />
            </Panel>
          </>
        );
      }}
    </QueryView>
  );
}
