import type { Scorecard as Card } from "@kundenwert/contract";
import { NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { scorecardQuery } from "../../api/feedback-queries.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { useChangeSearch } from "../../figures/CutFilters.tsx";
import { useFormat } from "../../i18n/format.ts";
import { inOrder, segmentName } from "../../segments/segment-name.ts";

/** Satisfaction, loyalty and value of each macro segment in a quarter. */
export function Scorecard() {
  const { t } = useTranslation();
  const query = useQuery(scorecardQuery);
  return (
    <div className="kw-below">
      <Panel title={t("scorecard.title")}>
        <QueryView query={query}>{(card) => <Quarter card={card} />}</QueryView>
      </Panel>
    </div>
  );
}

function Quarter({ card: { items, smallestGroup } }: { card: Card }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const { quarter } = useSearch({ from: "/feedback" });
  const change = useChangeSearch();
  const ends = [...new Set(items.map(({ periodEnd }) => periodEnd))].reverse();
  const end = ends.find((each) => each === quarter) ?? ends[0];
  const data = useTable(items.filter(({ periodEnd }) => periodEnd === end));
  if (end === undefined) return <Text>{t("scorecard.none")}</Text>;
  return (
    <>
      <NativeSelect
        label={t("scorecard.quarter")}
        mb="sm"
        maw="14rem"
        value={end}
        onChange={({ currentTarget }) =>
          change({ quarter: currentTarget.value === ends[0] ? undefined : currentTarget.value })
        }
        data={ends.map((value) => ({ value, label: day(value) }))}
      />
      <DataTable data={data} label={t("scorecard.title")} />
      <Text size="xs" c="dimmed" mt="xs">
        {t("scorecard.made", { n: smallestGroup })}
      </Text>
      <ServerFiles table="scorecard" query={{}} />
    </>
  );
}

function useTable(rows: Card["items"]) {
  const { t } = useTranslation();
  const { count, money, number, percent } = useFormat();
  const share = (value: number | null) => percent(value);
  const points = (value: number | null) => number(value, 1);
  const columns = [
    { label: t("scorecard.segment") },
    { label: t("scorecard.customers"), format: count },
    { label: t("scorecard.nps"), format: points },
    { label: t("scorecard.npsLow"), format: points },
    { label: t("scorecard.npsHigh"), format: points },
    { label: t("scorecard.npsN"), format: count },
    { label: t("scorecard.csat"), format: share },
    { label: t("scorecard.csatN"), format: count },
    { label: t("scorecard.loyalty"), format: share },
    { label: t("scorecard.loyaltyN"), format: count },
    { label: t("scorecard.worth"), format: money },
    { label: t("scorecard.revenue"), format: money },
  ];
  const cells = rows
    .toSorted((one, other) => inOrder(one.segment, other.segment))
    .map((row) => [
      segmentName(row.segment),
      ...[row.customers, row.nps, row.npsLow, row.npsHigh, row.npsN, row.csat, row.csatN],
      ...[row.loyalty, row.loyaltyN, row.worth, row.revenue12m],
    ]);
  return { columns, rows: cells };
}
