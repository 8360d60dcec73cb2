import type { RankedTopic, TopicRanking as Ranking } from "@kundenwert/contract";
import { Group, NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { topicRankingQuery } from "../../api/feedback-queries.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { SuppressedNote } from "../../components/SuppressedNote.tsx";
import { Switch } from "../../components/Switch.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { useChangeSearch } from "../../figures/CutFilters.tsx";
import { UNKNOWN, useFormat } from "../../i18n/format.ts";
import { inOrder, segmentName } from "../../segments/segment-name.ts";
import { GROUPINGS, SPANS } from "./feedback-search.ts";
import { useTopicName } from "./topic-name.ts";

/** What customers speak of in a period, in all or in each segment, beside the period before. */
export function TopicRanking() {
  const { t } = useTranslation();
  const { grouping = "all", span = "quarter", start } = useSearch({ from: "/feedback" });
  const query = useQuery(
    topicRankingQuery({ grouping, period: span, ...(start ? { start } : {}) }),
  );
  const change = useChangeSearch();
  return (
    <div className="kw-below">
      <Panel title={t("ranking.title")}>
        <Group mb="sm" gap="md" align="flex-end">
          <Switch
            label={t("ranking.grouping")}
            value={grouping}
            options={GROUPINGS.map((value) => ({ value, label: t(`ranking.by.${value}`) }))}
            onChange={(chosen) => change({ grouping: chosen === "all" ? undefined : chosen })}
          />
          <Switch
            label={t("filter.period")}
            value={span}
            options={SPANS.map((value) => ({ value, label: t(`period.${value}`) }))}
            onChange={(chosen) =>
              change({ span: chosen === "quarter" ? undefined : chosen, start: undefined })
            }
          />
        </Group>
        <QueryView query={query}>{(ranking) => <Ranked ranking={ranking} />}</QueryView>
      </Panel>
    </div>
  );
}

function Ranked({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation();
  const { day, percent, count } = useFormat();
  const nameOf = useTopicName();
  const { chosen, periods, items } = ranking;
  const change = useChangeSearch();
  const data = useTable(ranking);
  if (!chosen) return <Text>{t("ranking.none")}</Text>;
  const label = ({ start, end, isComplete }: typeof chosen) =>
    `${day(start)} – ${day(end)}${isComplete ? "" : " *"}`;
  const [first] = items;
  return (
    <>
      <NativeSelect
        label={t("ranking.period")}
        mb="sm"
        maw="18rem"
        value={chosen.start}
        onChange={({ currentTarget }) => change({ start: currentTarget.value })}
        data={periods.map((each) => ({ value: each.start, label: label(each) }))}
      />
      {first && (
        <Text mb="sm">
          {t("ranking.reading", {
            topic: nameOf(first.topic, items),
            share: percent(first.share),
            n: count(first.told),
            who: memberName(first, ranking.grouping) ?? t("ranking.everybody"),
          })}
        </Text>
      )}
      {items.length > 0 && <DataTable data={data} label={t("ranking.title")} />}
      <Text size="xs" c="dimmed" mt="xs">
        {t("ranking.made")}
        {!chosen.isComplete && ` ${t("ranking.running")}`}
      </Text>
      <SuppressedNote of={ranking} />
      <TableFiles table={data} fileName={`kundenwert-topics-${ranking.grouping}-${chosen.start}`} />
    </>
  );
}

function memberName({ member }: RankedTopic, grouping: Ranking["grouping"]): string | undefined {
  if (grouping === "all") return undefined;
  return grouping === "segment" ? segmentName(member) : member;
}

function useTable({ grouping, items }: Ranking) {
  const { t } = useTranslation();
  const { count, percent, number } = useFormat();
  const nameOf = useTopicName();
  const mean = (value: number | null) => number(value, 1);
  const signed = (value: number | null) =>
    value !== null && value > 0 ? `+${mean(value)}` : mean(value);
  // Between two shares lie points, not a share.
  const points = (value: number | null) =>
    value === null ? UNKNOWN : t("unit.points", { value: signed(100 * value) });
  const columns = [
    ...(grouping === "all" ? [] : [{ label: t(`ranking.by.${grouping}`) }]),
    { label: t("topics.topic") },
    { label: t("ranking.place"), format: count },
    { label: t("ranking.answers"), format: count },
    { label: t("ranking.share"), format: (value: number | null) => percent(value) },
    { label: t("ranking.shareChange"), format: points },
    { label: t("topics.customers"), format: count },
    { label: t("ranking.nps"), format: mean },
    { label: t("ranking.npsChange"), format: signed },
    { label: t("ranking.stars"), format: mean },
    { label: t("ranking.starsChange"), format: signed },
  ];
  const rows = items
    .toSorted((one, other) => (grouping === "segment" ? inOrder(one.member, other.member) : 0))
    .map((item) => [
      ...(grouping === "all" ? [] : [memberName(item, grouping) ?? null]),
      nameOf(item.topic, items),
      ...[item.rankPlace, item.answers, item.share, item.shareChange, item.customers],
      ...[item.nps, item.npsChange, item.stars, item.starsChange],
    ]);
  return { columns, rows };
}
