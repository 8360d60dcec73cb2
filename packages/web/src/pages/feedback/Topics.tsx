import type { FeedbackTopic, FeedbackTopics } from "@kundenwert/contract";
import { Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { topicsQuery } from "../../api/feedback-queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ScrollingTable } from "../../components/ScrollingTable.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { SuppressedNote } from "../../components/SuppressedNote.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTopicName } from "./topic-name.ts";

/** What customers write about, those topics first whose critics are worth most. */
export function Topics() {
  const { t } = useTranslation();
  const query = useQuery(topicsQuery);
  return (
    <div className="kw-below">
      <Panel title={t("topics.title")}>
        <QueryView query={query}>{(topics) => <Ranked topics={topics} />}</QueryView>
      </Panel>
    </div>
  );
}

function Ranked({ topics }: { topics: FeedbackTopics }) {
  const { t } = useTranslation();
  const { wholeMoney, count } = useFormat();
  const nameOf = useTopicName();
  const { items, horizonMonths, smallestGroup } = topics;
  const [first] = items.filter(({ worth }) => (worth ?? 0) > 0);
  if (items.length === 0) return <Text>{t("topics.none")}</Text>;
  return (
    <>
      <Text mb="sm">
        {first
          ? t("topics.reading", {
              topic: nameOf(first.topic, items),
              critics: count(first.critics),
              worth: wholeMoney(first.worth),
            })
          : t("topics.calm", { n: smallestGroup })}
      </Text>
      <TopicTable items={items} />
      <Text size="xs" c="dimmed" mt="xs">
        {t("topics.made", { count: horizonMonths, n: smallestGroup })}
      </Text>
      <SuppressedNote of={topics} />
      <ServerFiles table="feedback-topics" query={{}} />
    </>
  );
}

const NUMBERS = ["answers", "before", "customers", "negative", "critics"] as const;

function TopicTable({ items }: { items: readonly FeedbackTopic[] }) {
  const { t } = useTranslation();
  const highest = Math.max(...items.map(({ worth }) => worth ?? 0), 0);
  return (
    <ScrollingTable label={t("topics.title")} verticalSpacing={6} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("topics.topic")}</Table.Th>
          {NUMBERS.map((name) => (
            <Table.Th key={name} scope="col" className="kw-number">
              {t(`topics.${name}`)}
            </Table.Th>
          ))}
          <Table.Th scope="col" className="kw-number">
            {t("topics.worth")}
          </Table.Th>
          <Table.Th scope="col" className="kw-number">
            {t("topics.atStake")}
          </Table.Th>
          <Table.Th scope="col">{t("topics.improvement")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Row key={item.topic} item={item} items={items} highest={highest} />
        ))}
      </Table.Tbody>
    </ScrollingTable>
  );
}

type RowProps = { item: FeedbackTopic; items: readonly FeedbackTopic[]; highest: number };

function Row({ item, items, highest }: RowProps) {
  const { t } = useTranslation();
  const { count, money, day } = useFormat();
  const nameOf = useTopicName();
  const { topic, answers12m, answersBefore, customers, negative, critics, worth, atStake } = item;
  const { state, owner, dueOn } = item.improvement;
  const numbers = { answers12m, answersBefore, customers, negative, critics };
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/feedback" search={{ view: "inbox", topic }} fz="inherit">
          {nameOf(topic, items)}
        </TextLink>
      </Table.Td>
      {Object.entries(numbers).map(([name, value]) => (
        <Table.Td key={name} className="kw-number">
          {count(value)}
        </Table.Td>
      ))}
      <Table.Td className="kw-number">
        {money(worth)}
        {worth !== null && worth > 0 && (
          <meter className="kw-share" max={highest} value={worth} aria-hidden />
        )}
      </Table.Td>
      <Table.Td className="kw-number">{money(atStake)}</Table.Td>
      <Table.Td>
        <TextLink to="/feedback" search={{ about: topic }} fz="inherit">
          {t(`case.state.${state}`)}
        </TextLink>
        {(owner || dueOn) && (
          <Text size="xs" c="dimmed">
            {[owner, dueOn && day(dueOn)].filter(Boolean).join(" · ")}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
